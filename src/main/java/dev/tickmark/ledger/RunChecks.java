package dev.tickmark.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tickmark.ledger.Figures.VerdictCount;

/**
 * Proves once more, at any moment, that a run adds up. It only reads, and all of a run in
 * one snapshot, so that one that goes on meanwhile does not look faulty. Of a run that
 * has not come to its end nothing is asked that only the end brings.
 */
@Repository
public class RunChecks {

	/** Not as {@link Figures} counts them: by the rows, and not by their numbers. */
	private static final String BY_ROWS = """
			select coalesce(r.provider, '') as provider,
				case when r.problem is not null then 'REJECTED_INPUT' else coalesce(v.verdict, 'PENDING') end as verdict,
				count(*) as rows
			from payee_row r
			left join verification v on v.run_id = r.run_id and v.provider = r.provider and v.question = r.question
			where r.run_id = ? and (r.problem is not null or v.id is not null) group by 1, 2 order by 1, 2""";

	private static final String LEFT_BEHIND = """
			select (select count(*) from payee_row where run_id = :run)
				+ (select count(*) from verification where run_id = :run)""";

	private final Runs runs;

	private final OwnerLocks locks;

	private final Figures figures;

	private final Amounts amounts;

	private final KeptFile file;

	private final JdbcClient jdbc;

	private final TransactionTemplate snapshot;

	RunChecks(Runs runs, OwnerLocks locks, Figures figures, Amounts amounts, KeptFile file, JdbcClient jdbc,
			PlatformTransactionManager transactions) {
		this.runs = runs;
		this.locks = locks;
		this.figures = figures;
		this.amounts = amounts;
		this.file = file;
		this.jdbc = jdbc;
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.snapshot.setReadOnly(true);
	}

	/** The numbers of the runs, the latest first, at most as many as asked for. */
	public List<Long> latest(int limit) {
		return this.jdbc.sql("select id from run order by id desc limit ?")
			.param(limit)
			.query((results, _) -> results.getLong(1))
			.list();
	}

	/**
	 * Checks a run.
	 * @param columns says where its rows have their amounts; null when they have none
	 * @return what was found; empty when there is no such run
	 */
	public Optional<RunCheck> check(long run, Function<Run, @Nullable AmountColumns> columns) {
		// twice, as the locks are no part of the snapshot: who held it neither before nor
		// after does not work on it
		Map<Long, Owner> before = this.locks.owners();
		return Objects.requireNonNull(this.snapshot.execute((_) -> this.runs.find(run).map((found) -> {
			Map<Long, Owner> owners = new HashMap<>(this.locks.owners());
			owners.putAll(before);
			Owner owner = (found.state() == RunState.STARTED) ? owners.get(OwnerLocks.key(found.key().lock())) : null;
			return (found.rows() == null) ? unread(found, owner) : check(found, owner, columns.apply(found));
		})));
	}

	/** A file is taken in whole or not at all. */
	private RunCheck unread(Run run, @Nullable Owner owner) {
		List<String> faults = new ArrayList<>();
		long stored = this.jdbc.sql(LEFT_BEHIND).param("run", run.id()).query(Long.class).single();
		add(faults, "rows and verifications of a file that was not taken in", stored);
		if (run.state().hasEnded()) {
			faults.add("the run is " + run.state() + ", and its file was not taken in");
		}
		return new RunCheck(run, owner, 0, List.of(), List.of(), null, faults);
	}

	private RunCheck check(Run run, @Nullable Owner owner, @Nullable AmountColumns columns) {
		boolean ended = run.state().hasEnded();
		List<String> faults = new ArrayList<>();
		for (List<MustBeZero> checks : List.of(StepChecks.ALL, JournalChecks.ALL)) {
			checks.stream()
				.filter((check) -> check.holds().now(ended))
				.map((check) -> check.fault(this.jdbc, run.id()))
				.filter((fault) -> !fault.isEmpty())
				.forEach(faults::add);
		}
		List<VerdictCount> verdicts = this.jdbc.sql(BY_ROWS)
			.param(run.id())
			.query((results, _) -> new VerdictCount(results.getString("provider"), results.getString("verdict"),
					results.getLong("rows")))
			.list();
		compare(verdicts, this.figures.verdicts(run.id()), faults);
		@Nullable AmountSums sums = (columns != null) ? this.amounts.of(run.id(), columns) : null;
		if (sums != null) {
			compare(sums, faults);
		}
		if (!this.file.isWhole(run)) {
			faults.add("the file that is kept with the run is not the one it has read, by its SHA-256");
		}
		long stored = this.jdbc.sql("select count(*) from payee_row where run_id = ?")
			.param(run.id())
			.query(Long.class)
			.single();
		return new RunCheck(run, owner, stored, verdicts, this.figures.lanes(run.id()), sums, faults);
	}

	/** What the reports count is what the rows come to. */
	private static void compare(List<VerdictCount> rows, List<VerdictCount> counted, List<String> faults) {
		Map<String, Long> told = new HashMap<>();
		counted.forEach((count) -> told.merge(name(count), count.rows(), Long::sum));
		rows.forEach((count) -> {
			long other = Objects.requireNonNullElse(told.remove(name(count)), 0L);
			if (other != count.rows()) {
				faults.add(name(count) + ": " + count.rows() + " rows, counted as " + other);
			}
		});
		told.forEach((name, other) -> faults.add(name + ": no rows, counted as " + other));
	}

	private static String name(VerdictCount count) {
		return count.verdict() + (count.provider().isEmpty() ? "" : " by " + count.provider());
	}

	private static void compare(AmountSums sums, List<String> faults) {
		add(faults, "rows whose amount is another than was taken in with the payee", sums.unlike());
		sums.sums().forEach((currency, sum) -> {
			if (sums.ofVerdicts(currency).compareTo(sum) != 0) {
				faults.add("amounts" + (currency.isEmpty() ? "" : " in " + currency) + ": " + sum.toPlainString()
						+ " in all rows, " + sums.ofVerdicts(currency).toPlainString() + " by verdict");
			}
		});
	}

	private static void add(List<String> faults, String what, long count) {
		if (count != 0) {
			faults.add(what + ": " + count);
		}
	}

}
