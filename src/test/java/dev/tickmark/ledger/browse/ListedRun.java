package dev.tickmark.ledger.browse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.ledger.Question;
import dev.tickmark.ledger.RowSink;
import dev.tickmark.ledger.Rows;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunFile;
import dev.tickmark.ledger.RunKey;
import dev.tickmark.ledger.Runs;
import dev.tickmark.ledger.Times;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.InputRow;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;

/** A run whose rows are put down one by one, each with what came of it. */
public final class ListedRun {

	public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private static final List<String> HEADER = List.of("reference", "name", "iban");

	private final Runs runs;

	private final Rows rows;

	private final JdbcClient jdbc;

	private final List<Entry> entries = new ArrayList<>();

	public ListedRun(Runs runs, Rows rows, JdbcClient jdbc) {
		this.runs = runs;
		this.rows = rows;
		this.jdbc = jdbc;
	}

	/** A row; null as verdict: it was not asked, REJECTED_INPUT: it cannot be. */
	public ListedRun row(String reference, String name, String iban, @Nullable Verdict verdict) {
		this.entries.add(new Entry(reference, name, iban, verdict));
		return this;
	}

	/** Stores it; answers came in the order of the rows, one a second. */
	public Run store(Path reports) {
		String half = UUID.randomUUID().toString().replace("-", "");
		Run run = this.runs.create(new RunKey(half + half, "default", false),
				new RunFile(Path.of("/in/payees.csv"), 42, "csv:UTF-8", HEADER), "{}", reports, null);
		this.rows.load(run.id(), (sink) -> {
			for (int i = 0; i < this.entries.size(); i++) {
				put(sink, i + 2, this.entries.get(i));
			}
		});
		for (int i = 0; i < this.entries.size(); i++) {
			answer(run.id(), i, this.entries.get(i));
		}
		this.jdbc.sql("update run set state = 'COMPLETE' where id = ?").param(run.id()).update();
		return this.runs.find(run.id()).orElseThrow();
	}

	private static void put(RowSink sink, long line, Entry entry) throws IOException {
		List<String> fields = List.of(entry.reference(), entry.name(), entry.iban());
		if (entry.verdict() == Verdict.REJECTED_INPUT) {
			sink.reject(InputRow.bad(line, fields, new Problem("iban", "The check digits are wrong.")));
			return;
		}
		Payee payee = new Payee(
				Map.of(Column.REFERENCE, entry.reference(), Column.NAME, entry.name(), Column.IBAN, entry.iban()));
		sink.ask(InputRow.good(line, fields, payee), new Question(new ProviderName("paysway"),
				(entry.name() + entry.iban()).getBytes(StandardCharsets.UTF_8)), null);
	}

	private void answer(long run, int at, Entry entry) {
		if (entry.verdict() == null || entry.verdict() == Verdict.REJECTED_INPUT) {
			return;
		}
		boolean last = entry.verdict().isFinal();
		this.jdbc.sql("""
				update verification set state = :state, attempts = 1, verdict = :verdict, account_state = 'ACTIVE',
					name_match = :match, account_type_match = 'YES', basis = 'NAME_AND_ACCOUNT',
					reason = 'Said by force.', reason_code = :code, checked_at = :at,
					action_link = :link, action_expires_at = :expires
				where run_id = :run and first_row = :row""")
			.param("state",
					last ? "CONCLUDED" : (entry.verdict() == Verdict.ACTION_REQUIRED) ? "ACTION_REQUIRED" : "WAITING")
			.param("verdict", entry.verdict().name())
			.param("match", (entry.verdict() == Verdict.MATCH) ? "FULL" : "NONE")
			.param("code", "C-" + entry.verdict().name())
			.param("at", Times.at(NOON.plusSeconds(at)))
			.param("link", (entry.verdict() == Verdict.ACTION_REQUIRED) ? "https://act.example/?row=" + at : null,
					Types.VARCHAR)
			.param("expires", Times.at(NOON.plusSeconds(3600)))
			.param("run", run)
			.param("row", at + 1)
			.update();
	}

	private record Entry(String reference, String name, String iban, @Nullable Verdict verdict) {

	}

}
