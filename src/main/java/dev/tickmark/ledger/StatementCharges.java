package dev.tickmark.ledger;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.tickmark.payee.Call;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Verification;

/**
 * The calls of the journal that a statement may charge, as they are when it is compared.
 * A call that was refused, or never left this machine, is none of them.
 */
@Repository
public class StatementCharges {

	private static final String CALLS = """
			from call c join verification v on v.id = c.verification_id and v.provider = :provider
			join run r on r.id = v.run_id and r.sandbox = :sandbox
			where c.kind = any(:kinds) and %s
				and (:repetition::text is null or c.body is null or position(:repetition in c.body) = 0)"""
		.formatted(Charge.isPossible());

	/** Whether the verification has another call of this kind: then each is looked at. */
	private static final String REPEATED = """
			(%s and exists (select 1 from call o where o.verification_id = c.verification_id
				and o.kind = c.kind and o.number <> c.number))""".formatted(Charge.isRepeatable());

	private static final String INSERT = """
			insert into statement_charge (reconciliation_id, number, verification_id, run_id, call_number, kind, sent_at,
				certain, in_period, reference, request_id, verdict)
			select :id, coalesce((select max(number) from statement_charge where reconciliation_id = :id), 0)
				+ row_number() over (order by c.sent_at, c.verification_id, c.number), c.verification_id, v.run_id,
				c.number, c.kind, c.sent_at, coalesce(c.status between 200 and 299, false),
				c.sent_at >= :periodFrom and c.sent_at < :periodTo, v.provider_reference, null, v.verdict\s""";

	/** What lines without a match name, and the period does not have. */
	private static final String LATE = """
			and (c.sent_at < :from or c.sent_at >= :to) and v.provider_reference in (
			select l.reference from statement_line l where l.reconciliation_id = :id and l.problem is null
				and l.reference is not null and not exists (select 1 from statement_match m
					where m.reconciliation_id = l.reconciliation_id and m.line_number = l.number))""";

	/**
	 * Of what was asked more than once, the reference is that of the last that was
	 * answered; unless it was asked in the period as well, and was looked at then.
	 */
	private static final String LATEST = """
			and (not %s or c.number = (select max(o.number) from call o where o.verification_id = c.verification_id
					and o.kind = c.kind and o.status between 200 and 299)
				and not exists (select 1 from statement_charge s where s.reconciliation_id = :id
					and s.verification_id = c.verification_id and s.kind = c.kind))""".formatted(REPEATED);

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	private final CallJournal journal;

	StatementCharges(JdbcTemplate template, CallJournal journal) {
		this.template = template;
		this.jdbc = JdbcClient.create(template);
		this.journal = journal;
	}

	/** Forgets what an attempt before has found. */
	@Transactional
	public void clear(long reconciliation) {
		this.jdbc.sql("delete from statement_match where reconciliation_id = ?").param(reconciliation).update();
		this.jdbc.sql("delete from statement_charge where reconciliation_id = ?").param(reconciliation).update();
	}

	/** Takes over the calls of the period that repeat no other; each is a charge. */
	@Transactional
	public long addOfPeriod(StatementScope scope) {
		WorkMemory.take(this.jdbc);
		long added = with(
				this.jdbc.sql(INSERT + CALLS + " and c.sent_at >= :from and c.sent_at < :to and not " + REPEATED),
				scope)
			.param("periodFrom", Times.at(scope.period().from()))
			.param("periodTo", Times.at(scope.period().to()))
			.update();
		this.jdbc.sql("analyze statement_charge").update();
		return added;
	}

	/** Takes over calls from outside the period that lines without a match name. */
	@Transactional
	public long addLate(StatementScope scope) {
		return with(this.jdbc.sql(INSERT + CALLS + LATE + LATEST), scope)
			.param("periodFrom", Times.at(scope.period().from()))
			.param("periodTo", Times.at(scope.period().to()))
			.update();
	}

	/**
	 * The verifications of the period that were asked more than once, with all their
	 * calls, some at a time.
	 * @param after the number of the verification to go on after
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
	public List<Asked> askedAgain(StatementScope scope, long after, int limit) {
		List<Asked> bare = with(this.jdbc.sql("""
				select v.*, p.payee, r.identity from verification v join run r on r.id = v.run_id
				join payee_row p on p.run_id = v.run_id and p.number = v.first_row
				where v.id > :after and v.id in (select c.verification_id %s and c.sent_at >= :from and c.sent_at < :to
					and %s)
				order by v.id limit :limit""".formatted(CALLS, REPEATED)), scope).param("after", after)
			.param("limit", limit)
			.query((results, number) -> new Asked(Verifications.read(results, number), results.getLong("run_id"),
					results.getObject("identity", UUID.class), results.getString("provider_reference"),
					results.getString("verdict")))
			.list();
		return withCalls(bare);
	}

	/** The charges that no line matches yet, with their verifications, some at a time. */
	@Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
	public List<Unmatched> unmatched(long reconciliation, long after, int limit) {
		List<Unmatched> bare = this.jdbc.sql("""
				select v.*, p.payee, r.identity, s.number, s.call_number from statement_charge s
				join verification v on v.id = s.verification_id join run r on r.id = v.run_id
				join payee_row p on p.run_id = v.run_id and p.number = v.first_row
				where s.reconciliation_id = ? and s.number > ? and not exists (select 1 from statement_match m
					where m.reconciliation_id = s.reconciliation_id and m.charge_number = s.number)
				order by s.number limit ?""")
			.params(reconciliation, after, limit)
			.query((results, number) -> new Unmatched(results.getLong("number"), results.getInt("call_number"),
					new Asked(Verifications.read(results, number), results.getLong("run_id"),
							results.getObject("identity", UUID.class), results.getString("provider_reference"),
							results.getString("verdict"))))
			.list();
		List<Asked> whole = withCalls(bare.stream().map(Unmatched::asked).toList());
		List<Unmatched> unmatched = new ArrayList<>();
		for (int i = 0; i < bare.size(); i++) {
			unmatched.add(new Unmatched(bare.get(i).charge(), bare.get(i).call(), whole.get(i)));
		}
		return unmatched;
	}

	/** Adds charges that were found out one by one. */
	@Transactional
	public void add(StatementScope scope, Collection<Charge> charges) {
		Long latest = this.jdbc.sql("select coalesce(max(number), 0) from statement_charge where reconciliation_id = ?")
			.param(scope.reconciliation())
			.query(Long.class)
			.single();
		long[] number = { latest };
		this.template.batchUpdate("""
				insert into statement_charge (reconciliation_id, number, verification_id, run_id, call_number, kind,
					sent_at, certain, in_period, reference, request_id, verdict)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", charges, Math.max(1, charges.size()),
				(statement, charge) -> {
					@Nullable Object[] values = { scope.reconciliation(), ++number[0], charge.verification(), charge.run(),
							charge.call(), charge.kind().name(), Times.at(charge.sentAt()), charge.certain(),
							scope.period().contains(charge.sentAt()), charge.reference(), charge.requestId(),
							charge.verdict() };
					for (int i = 0; i < values.length; i++) {
						statement.setObject(i + 1, values[i], (i < 9) ? type(values[i]) : Types.VARCHAR);
					}
				});
	}

	private static int type(@Nullable Object value) {
		return switch (value) {
			case Boolean _ -> Types.BOOLEAN;
			case Long _ -> Types.BIGINT;
			case Integer _ -> Types.INTEGER;
			case String _ -> Types.VARCHAR;
			case null, default -> Types.TIMESTAMP_WITH_TIMEZONE;
		};
	}

	/** Notes what else a statement may know charges by. */
	@Transactional
	public void identify(long reconciliation, Collection<Marks> marks) {
		this.template.batchUpdate("""
				update statement_charge set request_id = coalesce(request_id, ?), account = ?, name = ?
				where reconciliation_id = ? and number = ?""", marks, Math.max(1, marks.size()), (statement, mark) -> {
			statement.setString(1, mark.requestId());
			statement.setString(2, Nul.replaced(mark.account()));
			statement.setString(3, Nul.replaced(mark.name()));
			statement.setLong(4, reconciliation);
			statement.setLong(5, mark.charge());
		});
	}

	private List<Asked> withCalls(List<Asked> bare) {
		Map<Long, List<Call>> calls = this.journal.of(bare.stream().map((asked) -> asked.verification().id()).toList());
		return bare.stream()
			.map((asked) -> new Asked(
					Verifications.with(asked.verification(), calls.getOrDefault(asked.verification().id(), List.of())),
					asked.run(), asked.identity(), asked.reference(), asked.verdict()))
			.toList();
	}

	private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, StatementScope scope) {
		return statement.param("id", scope.reconciliation())
			.param("provider", scope.provider().value())
			.param("sandbox", scope.sandbox())
			.param("kinds", scope.kindNames())
			.param("repetition", scope.repetitionWord(), Types.VARCHAR)
			.param("from", Times.at(scope.from()))
			.param("to", Times.at(scope.to()));
	}

	/**
	 * A verification with its calls.
	 *
	 * @param run the number of its run
	 * @param identity the run's identity
	 * @param reference the provider's id of it
	 * @param verdict what it came to
	 */
	public record Asked(Verification verification, long run, UUID identity, @Nullable String reference,
			@Nullable String verdict) {

		public Payee payee() {
			return this.verification.payee();
		}

	}

	/** A charge without a match. */
	public record Unmatched(long charge, int call, Asked asked) {

	}

	/** What a statement may know a charge by, beside the provider's reference. */
	public record Marks(long charge, @Nullable String requestId, @Nullable String account, @Nullable String name) {

	}

}
