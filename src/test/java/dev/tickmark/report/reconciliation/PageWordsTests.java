package dev.tickmark.report.reconciliation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PageWordsTests {

	@TempDir
	Path folder;

	@Test
	void theAnswerStandsAtTheTopAndTheEvidenceAtTheEnd() throws IOException {
		assertThat(page(new Given().items(9_990, "MATCHED").items(10, "CHARGED_TWICE"))).containsSubsequence(
				"<h1>Reconciliation 12: With a statement</h1>", "Banfico&#39;s statement of March 2026",
				"<strong>10 differences in 10,000.</strong>", "9,990 agree.", "items compared", "10,000",
				"What came of the items", "Control totals", "By day", ">Differences<", "Prices are in EUR.", "Evidence",
				"march.csv", "abc123", "1 April 2026, 08:00 UTC");
	}

	@Test
	void eachResultComesWithWhatItMeansAndWhatToDo() throws IOException {
		assertThat(page(new Given().items(2, "MATCHED").items(1, "CHARGED_TWICE"))).containsSubsequence("Charged twice",
				"CHARGED_TWICE", "The provider charges the same call more than once.",
				"Claim the second charge back; the reference and both lines are in differences.csv.");
	}

	@Test
	void whatWasLookedForAndNotFoundIsShownButNeedsNothing() throws IOException {
		assertThat(page(new Given().items(2, "MATCHED").looking("CHARGED_TWICE")))
			.contains("The provider charges the same call more than once.")
			.doesNotContain("Claim the second charge back");
	}

	@Test
	void aDifferenceInTheControlTotalsStandsOutAndNumbersAreEasyToRead() throws IOException {
		assertThat(page(new Given().items(2, "MATCHED"))).contains("<td class=\"number\">1,234.50</td>",
				"<td class=\"number\">0.00</td>", "<td class=\"number off\">10.00</td>", "<tr class=\"total\">");
	}

	@Test
	void theDifferencesAreNumberedAndBearTheLabelOfTheirResult() throws IOException {
		assertThat(page(new Given().items(2, "MATCHED").item("DIFFERENT_PRICE", "R-7", "1250.5", "0.10", "")))
			.containsSubsequence(">Differences<", "<th scope=\"row\" class=\"number\">1</th>",
					"<td>Different price</td>", ">R-7<", "<td class=\"number\">1,250.5</td>")
			.doesNotContain(">R-1<");
	}

	@Test
	void aColumnInWhichNoDifferenceHasAnythingIsLeftOut() throws IOException {
		assertThat(page(new Given().item("CHARGED_TWICE", "R-7", "0.10", "0.10", ""))).doesNotContain(">note<");
		assertThat(page(new Given().item("CHARGED_TWICE", "R-7", "0.10", "0.10", "line 3"))).contains(">note<");
	}

	@Test
	void aCellThatNobodyReadsToItsEndIsShortened() throws IOException {
		assertThat(page(new Given().item("CHARGED_TWICE", "R-7", "0.10", "0.10", "x".repeat(301))))
			.contains(">" + "x".repeat(300) + "\u2026<");
	}

	@Test
	void aTimeCanBeBrokenBetweenDayAndHour() throws IOException {
		assertThat(page(new Given().item("CHARGED_TWICE", "R-7", "0.10", "0.10", "2026-03-01T09:15:00.412Z")))
			.contains(">2026-03-01 09:15:00.412Z<");
	}

	@Test
	void noMoreIsSaidToBeElsewhereWhenAllAreShown() throws IOException {
		assertThat(page(new Given().items(500, "CHARGED_TWICE"))).contains(">R-499<").doesNotContain("The first 500");
		assertThat(page(new Given().items(501, "CHARGED_TWICE"))).contains("The first 500 of 501.")
			.doesNotContain(">R-500<");
	}

	@Test
	void withoutADifferenceItSaysSo() throws IOException {
		assertThat(page(new Given().items(2, "MATCHED"))).contains("All 2 agree.", "There are none.");
	}

	@Test
	void aRehearsalSaysSo() throws IOException {
		assertThat(page(new Given().items(2, "MATCHED").rehearsed())).contains("This was a rehearsal");
		assertThat(page(new Given().items(2, "MATCHED"))).doesNotContain("This was a rehearsal");
	}

	@Test
	void whatTheItemsHaveIsTextAndNeverMarkup() throws IOException {
		assertThat(page(new Given().item("CHARGED_TWICE", "<b>R</b>", "0.10", "<i>1</i>", "<script>alert(1)</script>")))
			.contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;i&gt;1")
			.doesNotContain("<script", "<b>R", "<i>1");
	}

	@Test
	void thePageNeedsNothingFromAnywhereAndRunsNothing() throws IOException {
		assertThat(page(new Given().items(2, "CHARGED_TWICE")))
			.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"")
			.doesNotContain("src=", "url(", "@import", "<script", " th:")
			.doesNotContainPattern("href=\"(?!#)");
	}

	@Test
	void itHasTheLookOfTheOtherReportAndEveryColourItNames() throws IOException {
		String page = page(new Given().items(2, "CHARGED_TWICE"));
		assertThat(page).contains("prefers-color-scheme: dark", "@media print", "content: \"Reconciliation 12\"");
		List<String> unknown = new ArrayList<>();
		Matcher named = Pattern.compile("var\\((--[a-z]+)\\)").matcher(page);
		while (named.find()) {
			if (!page.contains(named.group(1) + ":")) {
				unknown.add(named.group(1));
			}
		}
		assertThat(unknown).isEmpty();
	}

	@Test
	void manyColumnsArePrintedAcross() throws IOException {
		List<Table.Column> wide = List.of(Table.Column.text("a"), Table.Column.text("b"), Table.Column.text("c"),
				Table.Column.text("d"), Table.Column.text("e"), Table.Column.text("f"), Table.Column.text("g"));
		Items one = (item) -> item.accept(List.of("1", "2", "3", "4", "5", "6", "7"));
		ReconciliationWriter.write(this.folder.resolve("report"), Given.counting(Count.of("NOT_CLEAR", 1)),
				new Listing(wide, one, one));
		assertThat(this.folder.resolve("report/reconciliation.html")).content().contains("class=\"across\"");
		assertThat(page(new Given().items(2, "CHARGED_TWICE"))).doesNotContain("class=\"across\"");
	}

	private String page(Given given) throws IOException {
		given.write(this.folder.resolve("report"));
		return Files.readString(this.folder.resolve("report/reconciliation.html"));
	}

}
