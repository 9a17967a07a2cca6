package dev.tickmark.ledger;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.tickmark.payee.Call;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.VerificationState;

/** The verifications that a reconciliation reads back at their providers. */
@Repository
public class ReadBacks {

	private static final String COLLECT = """
			insert into read_back (reconciliation_id, verification_id, provider, reference)
			select distinct :id::bigint, o.id, o.provider, o.provider_reference
			from verification v join verification o on o.id = coalesce(v.reused_from, v.id)
			where o.provider_reference is not null and\s""";

	private static final String NEXT = """
			select v.*, r.payee, b.reference, run.identity, run.term, (
				select coalesce(max(c.number), 0) from read_back_call c
				where c.reconciliation_id = b.reconciliation_id and c.verification_id = b.verification_id) as calls
			from read_back b join verification v on v.id = b.verification_id join run on run.id = v.run_id
			join payee_row r on r.run_id = v.run_id and r.number = v.first_row
			where b.reconciliation_id = ? and b.provider = ? and b.result is null
				and b.verification_id % ? = ? and b.verification_id > ?
			order by b.verification_id limit ?""";

	private final JdbcClient jdbc;

	private final CallJournal journal;

	private final Reconciliations reconciliations;

	ReadBacks(JdbcClient jdbc, CallJournal journal, Reconciliations reconciliations) {
		this.jdbc = jdbc;
		this.journal = journal;
		this.reconciliations = reconciliations;
	}

	/** Whether a ledger knows of any: one that is only read may be from before. */
	static boolean areIn(JdbcClient ledger) {
		return ledger.sql("select to_regclass('read_back_call') is not null").query(Boolean.class).single();
	}

	/**
	 * Notes what is to be read back, whole or not at all: every verification that its
	 * provider has given a reference, and in place of a reused answer the original.
	 * @param without the numbers of the runs that are left out, because somebody works on
	 * them
	 * @return how many there are
	 */
	@Transactional
	public long collect(Reconciliation reconciliation, Collection<Long> without) {
		long items = insert(reconciliation, without);
		// PostgreSQL itself looks only after a minute, and plans as if there were none
		// until then
		this.jdbc.sql("analyze read_back").update();
		this.reconciliations.collected(reconciliation.id(), reconciliation.term(), items);
		return items;
	}

	private long insert(Reconciliation reconciliation, Collection<Long> without) {
		Subject subject = reconciliation.subject();
		if (subject.run() != null) {
			return this.jdbc.sql(COLLECT + "v.run_id = :run")
				.param("id", reconciliation.id())
				.param("run", subject.run())
				.update();
		}
		return this.jdbc.sql(COLLECT + """
				v.reused_from is null and v.checked_at >= :since and v.run_id in (
					select id from run where sandbox = :sandbox and id <> all(:without))""")
			.param("id", reconciliation.id())
			.param("since", Times.at(Objects.requireNonNull(subject.since())))
			.param("sandbox", subject.sandbox())
			.param("without", without.toArray(Long[]::new))
			.update();
	}

	/**
	 * How many answers of a run, or since then, have no reference by which they could be
	 * read back: nobody compared them.
	 */
	public long withoutReference(Reconciliation reconciliation) {
		Subject subject = reconciliation.subject();
		return this.jdbc.sql("""
				select count(*) from verification v where v.provider_reference is null and v.verdict is not null
					and (v.run_id = :run or (:run::bigint is null and v.checked_at >= :since and v.run_id in (
						select id from run where sandbox = :sandbox)))""")
			.param("run", subject.run(), Types.BIGINT)
			.param("since", Times.atOrNull(subject.since()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("sandbox", subject.sandbox())
			.query(Long.class)
			.single();
	}

	/** The lanes that are needed, in the order of their names. */
	public List<LaneShare> lanes(long reconciliation) {
		return this.jdbc.sql("""
				select provider, count(*) as total, count(result) as done from read_back
				where reconciliation_id = ? group by provider order by provider""")
			.param(reconciliation)
			.query((results, _) -> new LaneShare(new ProviderName(results.getString("provider")),
					results.getLong("total"), results.getLong("done")))
			.list();
	}

	/**
	 * The next ones of a slice that were not read yet, in order. It reads in a
	 * transaction of its own, so that no connection is held while they are.
	 * @param after the number of the verification to go on after
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
	public List<ReadBack> next(long reconciliation, ProviderName provider, int slices, int slice, long after,
			int limit) {
		List<ReadBack> bare = this.jdbc.sql(NEXT)
			.params(reconciliation, provider.value(), slices, slice, after, limit)
			.query((results, number) -> new ReadBack(Verifications.read(results, number),
					results.getString("reference"), Findings.read(results),
					VerificationState.valueOf(results.getString("state")), results.getLong("run_id"),
					results.getObject("identity", UUID.class), results.getInt("term"),
					results.getBoolean("may_fall_back"), results.getInt("calls")))
			.list();
		Map<Long, List<Call>> calls = this.journal.of(bare.stream().map((item) -> item.verification().id()).toList());
		List<ReadBack> whole = new ArrayList<>();
		for (ReadBack item : bare) {
			whole
				.add(new ReadBack(
						Verifications.with(item.verification(),
								calls.getOrDefault(item.verification().id(), List.of())),
						item.reference(), item.here(), item.state(), item.run(), item.identity(), item.term(),
						item.mayFallBack(), item.calls()));
		}
		return whole;
	}

	/** How many there are of each result; what is not read yet is not among them. */
	public Map<ReadBackResult, Long> counts(long reconciliation) {
		Map<ReadBackResult, Long> counts = new EnumMap<>(ReadBackResult.class);
		this.jdbc.sql("""
				select result, count(*) as items from read_back
				where reconciliation_id = ? and result is not null group by result""")
			.param(reconciliation)
			.query((results) -> {
				counts.put(ReadBackResult.valueOf(results.getString("result")), results.getLong("items"));
			});
		return counts;
	}

	/**
	 * A lane's share of a reconciliation.
	 *
	 * @param total how many verifications are to be read back there
	 * @param done how many of them were
	 */
	public record LaneShare(ProviderName provider, long total, long done) {

	}

}
