package dev.tickmark.ledger;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.tickmark.payee.Verdict;

/** How the runs stand: what is done, what is open, and who works on them. */
@Repository
public class Standings {

	/** By the index of what is open: what is done is not looked at. */
	static final String OPEN = """
			select run_id, coalesce(verdict, 'PENDING') as verdict, sum(row_count) as rows from verification
			where state <> 'CONCLUDED' and run_id = any(?) group by 1, 2""";

	private final Runs runs;

	private final OwnerLocks locks;

	private final JdbcClient jdbc;

	Standings(Runs runs, OwnerLocks locks, JdbcClient jdbc) {
		this.runs = runs;
		this.locks = locks;
		this.jdbc = jdbc;
	}

	/** The latest runs, the latest first, at most as many as asked for. */
	public List<Standing> list(int limit) {
		return page(Long.MAX_VALUE, limit);
	}

	/** Those before one of them, the latest first, at most as many as asked for. */
	public List<Standing> page(long before, int limit) {
		return of(() -> this.runs.page(before, limit));
	}

	/** How one of them stands. */
	public Optional<Standing> find(long run) {
		return of(() -> this.runs.find(run).stream().toList()).stream().findFirst();
	}

	private List<Standing> of(Supplier<List<Run>> some) {
		// Twice: a process takes the lock before it says that the run is started, and
		// lets go of it after it has said how the run ended. So a run that is started and
		// held neither before nor after it was read belongs to nobody
		Map<Long, Owner> before = this.locks.owners();
		List<Run> listed = some.get();
		Map<Long, Owner> owners = new HashMap<>(this.locks.owners());
		owners.putAll(before);
		Map<Long, Long> newer = newer(ids(listed, (_) -> true));
		Map<Long, Map<Verdict, Long>> open = open(ids(listed, (run) -> run.state() != RunState.COMPLETE));
		Map<Long, Instant> answers = lastAnswers(ids(listed, (run) -> run.state() == RunState.STARTED));
		return listed.stream().map((run) -> {
			Long latest = newer.get(run.id());
			// the lock is the content's: its latest run is the one that is worked on
			Owner owner = (latest == null) ? owners.get(OwnerLocks.key(run.key().lock())) : null;
			return new Standing(run, open.getOrDefault(run.id(), Map.of()), answers.get(run.id()), latest, owner);
		}).toList();
	}

	private static Long[] ids(List<Run> runs, Predicate<Run> which) {
		return runs.stream().filter(which).map(Run::id).toArray(Long[]::new);
	}

	private Map<Long, Map<Verdict, Long>> open(Long[] ids) {
		Map<Long, Map<Verdict, Long>> open = new HashMap<>();
		this.jdbc.sql(OPEN).param(ids).query((results) -> {
			open.computeIfAbsent(results.getLong("run_id"), (_) -> new EnumMap<>(Verdict.class))
				.put(Verdict.valueOf(results.getString("verdict")), results.getLong("rows"));
		});
		return open;
	}

	private Map<Long, Long> newer(Long[] ids) {
		Map<Long, Long> newer = new HashMap<>();
		this.jdbc.sql("""
				select run.id, max(n.id) as newer from run join run n on n.sha256 = run.sha256 and n.job = run.job
					and n.sandbox = run.sandbox and n.id > run.id
				where run.id = any(?) group by run.id""").param(ids).query((results) -> {
			newer.put(results.getLong("id"), results.getLong("newer"));
		});
		return newer;
	}

	private Map<Long, Instant> lastAnswers(Long[] ids) {
		Map<Long, Instant> answers = new HashMap<>();
		// what is reused was answered before the run began
		this.jdbc.sql("""
				select run_id, max(checked_at) as last from verification
				where run_id = any(?) and reused_from is null group by run_id""").param(ids).query((results) -> {
			@Nullable Instant last = Times.read(results, "last");
			if (last != null) {
				answers.put(results.getLong("run_id"), last);
			}
		});
		return answers;
	}

}
