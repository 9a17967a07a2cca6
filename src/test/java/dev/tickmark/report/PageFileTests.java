package dev.tickmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class PageFileTests {

	private static final List<String> HEADER = List.of("reference", "name", "iban", "amount", "currency");

	@TempDir
	Path folder;

	@Test
	void theRowsThatNeedAPersonComeWithTheGreatestAmountFirstAndEachWithItsSentence() throws IOException {
		String page = page(row(2, Verdict.NO_MATCH, "R-1", "Erika", "10.00"),
				Given.matched(3, "R-2", "Otto", "DE89370400440532013000", "99.00", "EUR"),
				row(4, Verdict.CLOSE_MATCH, "R-3", "Anna", "2,000.00"), row(5, Verdict.NO_MATCH, "R-4", "Max", "?"));
		assertThat(page).containsSubsequence("R-3", "Compare it with the suggested name", "R-1", "Do not pay", "R-4");
		assertThat(page).doesNotContain("R-2");
		assertThat(page).contains("99.00", "2,010.00", "1 of them cannot be read");
	}

	@Test
	void noAccountNumberIsShownWhole() throws IOException {
		assertThat(page(row(2, Verdict.NO_MATCH, "R-1", "Erika", "10.00"))).contains("…3000")
			.doesNotContain("370400440532013000");
	}

	@Test
	void whatTheFileHasIsTextAndNeverMarkup() throws IOException {
		assertThat(page(row(2, Verdict.NO_MATCH, "<b>R</b>", "<script>alert(1)</script>", "10.00")))
			.contains("&lt;script&gt;alert(1)&lt;/script&gt;")
			.doesNotContain("<script>", "<b>R");
	}

	@Test
	void thePageNeedsNothingFromAnywhere() throws IOException {
		assertThat(page(row(2, Verdict.NO_MATCH, "R-1", "Erika", "10.00"))).doesNotContain("src=", "url(", "@import")
			.doesNotContainPattern("href=\"(?!#)");
	}

	@Test
	void whichFileItWasAndWithinWhatLimitsIsAmongTheEvidence() throws IOException {
		assertThat(page(row(2, Verdict.NO_MATCH, "R-1", "Erika", "10.00"))).contains("payees.csv, 1,234 bytes",
				"abc123", "banfico: 50 calls per 1s");
	}

	@Test
	void thatAnswersAreReusedIsAmongTheEvidence() throws IOException {
		assertThat(page(row(2, Verdict.NO_MATCH, "R-1", "Erika", "10.00")))
			.contains("2 of the rows with MATCH, from checks of earlier runs since 1 February 2026, 10:00 UTC;");
	}

	@Test
	void aRehearsalSaysSo() throws IOException {
		assertThat(page(row(2, Verdict.NO_MATCH, "R-1", "Erika", "10.00"))).contains("This was a rehearsal");
	}

	@Test
	void soManyRowsAreShownAsAPersonReadsAndTheOthersAreCounted() throws IOException {
		List<ResultLine> rows = new ArrayList<>();
		for (int i = 0; i < AtRisk.KEPT + 7; i++) {
			rows.add(row(i + 2, Verdict.NO_MATCH, "R-" + i, "Erika", Integer.toString(i)));
		}
		String page = page(rows.toArray(ResultLine[]::new));
		assertThat(page).contains("And 7 more", ">R-7<", ">R-306<").doesNotContain(">R-6<");
	}

	@Test
	void duplicatesAreCountedWhereThereAreAny() throws IOException {
		assertThat(page(Given.sharing(2, 1, 2, null, "R-1", "Erika", "", "", ""),
				Given.sharing(3, 1, 2, 2L, "R-2", "Erika", "", "", ""), Given.alone(4, "R-2", "Otto", "", "", "")))
			.contains("2 rows have a payee of another line", "2 rows have a reference that stands for another payee",
					"duplicates.csv");
		assertThat(page(Given.sharing(2, 1, 2, null, "R-1", "Erika", "", "", ""),
				Given.sharing(3, 1, 2, 2L, "R-2", "Erika", "", "", "")))
			.contains("duplicates.csv")
			.doesNotContain("have a reference");
		assertThat(page(Given.alone(2, "R-1", "Erika", "", "", ""))).doesNotContain("uplicates");
	}

	@Test
	void theSameRunGivesTheSamePage() throws IOException {
		ResultLine row = row(2, Verdict.NO_MATCH, "R-1", "Erika", "10.00");
		String first = page(row);
		Files.delete(this.folder.resolve("report/report.html"));
		assertThat(page(row)).isEqualTo(first);
	}

	private String page(ResultLine... lines) throws IOException {
		ReportPlan plan = new ReportPlan(HEADER,
				Map.of(Column.REFERENCE, 0, Column.NAME, 1, Column.IBAN, 2, Column.AMOUNT, 3, Column.CURRENCY, 4), null,
				new ReportPlan.Original.Fields(), Set.of(ReportKind.PAGE), Set.of(Verdict.MATCH), true);
		Path target = this.folder.resolve("report");
		Given.report(target, plan, lines);
		return Files.readString(target.resolve("report.html"));
	}

	private static ResultLine row(long line, Verdict verdict, String reference, String name, String amount) {
		return Given.found(line, Finding.of(verdict, "The reason."), reference, name, "DE89370400440532013000", amount,
				"EUR");
	}

}
