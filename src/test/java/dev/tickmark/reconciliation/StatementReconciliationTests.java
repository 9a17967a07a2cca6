package dev.tickmark.reconciliation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tickmark.Comparison;
import dev.tickmark.ledger.Run;
import dev.tickmark.reconciliation.WordServer.Says;

import static org.assertj.core.api.Assertions.assertThat;

/** A statement is compared with the calls that were made. */
class StatementReconciliationTests extends ReconciliationJobCase {

	private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

	private final LocalDate today = LocalDate.ofInstant(this.now, ZoneOffset.UTC);

	/** Other calls to the provider would be in the journal only. */
	@BeforeEach
	void noOtherCalls() {
		this.jdbc.sql("update call set sent_at = sent_at - interval '400 days'").update();
	}

	@Test
	void eachKindOfDifferenceIsFoundAndNoneInvented() throws Exception {
		WORDS.answers((what, _) -> Says.word(what.endsWith("h") ? "NO_MATCH" : "MATCH"));
		verified(List.of("a", "b", "c", "d", "e", "f", "g", "0aBc", "h"));
		ReconcileResult.Finished finished = finished(statement(line("a", "MATCH", "0.10"), line("b", "MATCH", "0.10"),
				line("b", "MATCH", "0.10"), line("c", "NO_MATCH", "0.10"), line("d", "MATCH", "0.20"),
				this.now.minus(10, ChronoUnit.DAYS) + ",e,MATCH,0.10,EUR,,", line("nobody", "MATCH", "0.10"),
				line("f", "MATCH", "free"), line("ABC", "MATCH", "0.10"), line("h", "NO_MATCH", "0.10")));
		assertThat(counts(finished))
			.isEqualTo(Map.of("MATCHED", 4L, "CHARGED_TWICE", 1L, "DIFFERENT_RESULT", 1L, "DIFFERENT_PRICE", 1L,
					"OUTSIDE_PERIOD", 1L, "ON_STATEMENT_ONLY", 1L, "UNREADABLE_LINE", 1L, "IN_JOURNAL_ONLY", 2L));
		Comparison report = report(finished);
		assertThat(report.items()).hasSize(12);
		assertThat(column(report.differences(), "result")).containsExactly("CHARGED_TWICE", "DIFFERENT_RESULT",
				"DIFFERENT_PRICE", "OUTSIDE_PERIOD", "ON_STATEMENT_ONLY", "UNREADABLE_LINE", "IN_JOURNAL_ONLY",
				"IN_JOURNAL_ONLY");
		assertThat(column(report.differences(), "line")).containsExactly("4", "5", "6", "7", "8", "9", "", "");
		assertThat(column(report.differences(), "provider_reference")).endsWith("f", "g");
		assertThat(column(report.items(), "matched_by")).contains("reference", "reference written otherwise");
		assertThat(finished.differences()).isEqualTo(8);
	}

	@Test
	void aLineWithoutAReferenceIsFoundByPayeeAndTimeAndAnotherIsNot() throws Exception {
		Run run = verified(List.of("quiet", "loud"));
		String account = String
			.valueOf(this.jdbc.sql("select payee::text from payee_row where run_id = ? and number = 1")
				.param(run.id())
				.query(String.class)
				.single())
			.replaceAll("(?s).*\"(DE\\d{20})\".*", "$1");
		String masked = "****" + account.substring(account.length() - 4);
		ReconcileResult.Finished finished = finished(statement(this.now + ",,MATCH,0.10,EUR," + masked + ",",
				line("loud", "MATCH", "0.10"), this.now + ",,MATCH,0.10,EUR,****0000,"));
		assertThat(column(report(finished).items(), "result")).containsExactly("MATCHED", "MATCHED",
				"ON_STATEMENT_ONLY");
		assertThat(column(report(finished).items(), "account")).containsExactly(masked, "", "****0000");
		assertThat(column(report(finished).items(), "matched_by")).startsWith("payee and time", "reference");
	}

	@Test
	void ofTwoRunsEachHasItsLine() throws Exception {
		verified(List.of("one"));
		verified(List.of("two"));
		assertThat(counts(finished(statement(line("one", "MATCH", "0.10"), line("two", "MATCH", "0.10")))))
			.isEqualTo(Map.of("MATCHED", 2L));
	}

	@Test
	void aStatementOfWhichNothingFitsIsRefusedAndWritesNoReport() throws Exception {
		verified(List.of("mine"));
		ReconcileCommand command = statement(line("x", "MATCH", "0.10"), line("y", "MATCH", "0.10"));
		String why = refused(command);
		assertThat(why).contains(": none of its 2 lines fits any of the 1 calls that were made to words in the period.",
				"words.yaml");
		assertThat(reports()).doesNotExist();
		assertThat(refused(command)).as("nor the next time").isEqualTo(why);
	}

	@Test
	void aFileThatChangesMeanwhileIsRefused() throws Exception {
		verified(List.of("mine"));
		Path file = GivenComparison.lines(this.folder, line("mine", "MATCH", "0.10"));
		ReconcileCommand command = GivenComparison.statement(WordProvider.NAME, file, null, null, reports());
		Files.writeString(file, Files.readString(file).replace("mine", "many"));
		assertThat(refused(command)).contains(file.getFileName().toString());
		assertThat(reports()).doesNotExist();
	}

	@Test
	void stoppedAnywhereAndContinuedItComesToTheSameReport() throws Exception {
		List<String> names = names(60);
		verified(names);
		List<String> lines = new ArrayList<>();
		for (int i = 0; i < names.size(); i++) {
			if (i % 10 != 3) {
				lines.add(line(names.get(i), (i % 10 == 4) ? "NO_MATCH" : "MATCH", (i % 10 == 5) ? "0.30" : "0.10"));
			}
		}
		ReconcileCommand command = statement(lines.toArray(String[]::new));
		ReconcileResult.Finished whole = finished(command);
		assertThat(counts(whole))
			.isEqualTo(Map.of("MATCHED", 42L, "DIFFERENT_RESULT", 6L, "DIFFERENT_PRICE", 6L, "IN_JOURNAL_ONLY", 6L));
		assertThat(stoppedAgainAndAgain(command)).isGreaterThan(20);
		long second = count("select max(id) from reconciliation");
		assertThat(new Comparison(reports().resolve("reconciliation-" + second)).timeless())
			.isEqualTo(report(whole).timeless());
	}

	private String line(String reference, String result, String price) {
		return this.now + "," + reference + "," + result + "," + price + ",EUR,,";
	}

	private ReconcileCommand statement(String... lines) throws Exception {
		return GivenComparison.statement(WordProvider.NAME, GivenComparison.lines(this.folder, lines), this.today,
				this.today, reports());
	}

}
