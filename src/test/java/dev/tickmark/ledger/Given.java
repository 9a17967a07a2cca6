package dev.tickmark.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.AccountTypeMatch;
import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Change;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.InputRow;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;
import dev.tickmark.payee.Verification;
import dev.tickmark.payee.VerificationState;

/** Runs, rows and calls in the ledger. */
class Given {

	static final ProviderName BANFICO = new ProviderName("banfico");

	static final ProviderName PAYSWAY = new ProviderName("paysway");

	static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

	private final Runs runs;

	private final Rows rows;

	private final Verifications verifications;

	private final JdbcClient jdbc;

	Given(Runs runs, Rows rows, Verifications verifications, JdbcClient jdbc) {
		this.runs = runs;
		this.rows = rows;
		this.verifications = verifications;
		this.jdbc = jdbc;
	}

	static RunKey key() {
		String half = UUID.randomUUID().toString().replace("-", "");
		return new RunKey(half + half, "verification", false);
	}

	Run run() {
		return run(key());
	}

	Run run(RunKey key) {
		return this.runs.create(key, new RunFile(Path.of("/in/payees.csv"), 42, "csv:UTF-8", List.of("name")), "{}",
				Path.of("reports"), null);
	}

	/** A run with as many questions to Banfico, in order of their numbers. */
	long asking(int questions) {
		return asking(BANFICO, questions);
	}

	long asking(ProviderName provider, int questions) {
		long run = run().id();
		this.rows.load(run, (sink) -> {
			for (int i = 0; i < questions; i++) {
				ask(sink, i + 2, "payee " + i, provider, "question " + i);
			}
		});
		return run;
	}

	/** A run with a question to Banfico about each of these. */
	long asking(String... names) {
		long run = run().id();
		this.rows.load(run, (sink) -> {
			for (int i = 0; i < names.length; i++) {
				ask(sink, i + 2, names[i], BANFICO, "question " + i);
			}
		});
		return run;
	}

	/** A run with one question to Banfico; gives the verification's number. */
	long verification() {
		return verifications(asking(1)).getFirst();
	}

	/** The numbers of a run's verifications, in order. */
	List<Long> verifications(long run) {
		return this.jdbc.sql("select id from verification where run_id = ? order by id")
			.param(run)
			.query((results, _) -> results.getLong(1))
			.list();
	}

	/** Puts a verification into a state, by force. */
	void state(long verification, VerificationState state, @Nullable Instant due) {
		this.jdbc.sql("""
				update verification set state = :state, next_attempt_at = :due, verdict = 'NO_MATCH',
					account_state = 'ACTIVE', name_match = 'NONE', account_type_match = 'YES',
					basis = 'NAME_AND_ACCOUNT', reason = 'by force', checked_at = now() where id = :id""")
			.param("state", state.name())
			.param("due", Times.atOrNull(due), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("id", verification)
			.update();
	}

	String state(long verification) {
		return this.jdbc.sql("select state from verification where id = ?")
			.param(verification)
			.query(String.class)
			.single();
	}

	long count(String sql, Object... params) {
		return this.jdbc.sql(sql).params(params).query(Long.class).single();
	}

	/** What is ready in a run at Banfico. */
	List<Verification> ready(long run) {
		return this.verifications.ready(run, BANFICO, 1, 0, 0, 10_000);
	}

	List<Verification> due(long run) {
		return this.verifications.due(run, BANFICO, Instant.now(), 10_000);
	}

	static void ask(RowSink sink, long line, String name, ProviderName provider, String question) throws IOException {
		sink.ask(row(line, new Payee(Map.of(Column.NAME, name)), name), asked(provider, question), null);
	}

	static Question asked(ProviderName provider, String question) {
		return new Question(provider, question(question));
	}

	static void reject(RowSink sink, long line, String field) throws IOException {
		sink.reject(InputRow.bad(line, List.of(field), new Problem("iban", "The check digits are wrong.")));
	}

	static InputRow row(long line, Payee payee, String... fields) {
		return InputRow.good(line, List.of(fields), payee);
	}

	static byte[] question(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** A question as SQL writes it. */
	static String hex(String question) {
		return "'\\x" + HexFormat.of().formatHex(question(question)) + "'";
	}

	static Finding match() {
		return new Finding(Verdict.MATCH, AccountState.ACTIVE, NameMatch.FULL, AccountTypeMatch.YES,
				Basis.NAME_AND_ACCOUNT, "The name agrees.", "MTCH", "Anna Berg", "ref-1");
	}

	/** A change into a state, with a verdict that fits it. */
	static Change change(long verification, VerificationState state) {
		Finding finding = switch (state) {
			case CONCLUDED -> match();
			case WAITING -> Finding.of(Verdict.PENDING, "Being checked.");
			case ACTION_REQUIRED -> Finding.of(Verdict.ACTION_REQUIRED, "A person must act.");
			case READY, ASKING, RETRY, HELD -> Finding.of(Verdict.PROVIDER_ERROR, "No answer.");
		};
		return new Change(verification, state, null, 1, 0, null, null, finding, NOON);
	}

	static List<Change> changes(List<Long> verifications, VerificationState state) {
		return verifications.stream().map((id) -> change(id, state)).toList();
	}

	static Call call(int number) {
		return call(number, NOON);
	}

	static Call call(int number, Instant sentAt) {
		return answered(number, sentAt, false, Map.of("content-type", "application/json"));
	}

	/** A call that asked again, of the sandbox. */
	static Call sandboxRepeat(int number, Instant sentAt) {
		return answered(number, sentAt, true, Map.of("x-tickmark-sandbox", "true"));
	}

	private static Call answered(int number, Instant sentAt, boolean repeat, Map<String, String> headers) {
		return new Call(number, CallKind.SUBMIT, "POST", "/v1", sentAt, Duration.ofMillis(120), repeat,
				new Answer.Received(200, headers, "{}", false));
	}

}
