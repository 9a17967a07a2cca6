package dev.tickmark.web.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import dev.tickmark.ledger.Rows;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Runs;
import dev.tickmark.ledger.browse.ListedRun;
import dev.tickmark.ledger.people.Act;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.payee.Verdict;
import dev.tickmark.web.Page;
import dev.tickmark.web.Visitor;
import dev.tickmark.web.WebCase;

import static org.assertj.core.api.Assertions.assertThat;

class ResultsPagesTests extends WebCase {

	private static final String IBAN = "DE8937040044053201300";

	private static final String EVIL = "<script>alert(1)</script>=1+1";

	@Autowired
	private Runs runs;

	@Autowired
	private Rows rows;

	@Autowired
	private Acts acts;

	@TempDir
	private Path folder;

	private Run run;

	@BeforeEach
	void rows() {
		ListedRun given = new ListedRun(this.runs, this.rows, this.jdbc).row("R-1", EVIL, IBAN + "1", Verdict.NO_MATCH)
			.row("R-2", "Anna Berg", IBAN + "2", Verdict.MATCH)
			.row("R-3", "Carl Elm", "DE00", Verdict.REJECTED_INPUT)
			.row("R-4", "Dora Elm", IBAN + "4", Verdict.ACTION_REQUIRED);
		for (int i = 5; i < 120; i++) {
			given.row("R-" + i, "Payee " + i, IBAN + i, Verdict.MATCH);
		}
		this.run = given.store(this.folder);
	}

	@Test
	void theRowsAreThereWithWhatCameOfThemAndNoWholeAccount() {
		Page page = as(Role.VIEWER).get(rows(""));
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text()).contains("payees.csv", "Rows 1 to 50 of 119", "Anna Berg", "…3002", "NO_MATCH",
				"REJECTED_INPUT", "iban: The check digits are wrong.", EVIL);
		assertThat(page.body()).doesNotContain("<script>alert", IBAN, "style=\"", "onclick=", "act.example")
			.contains("MATCH 116", "role=\"img\"");
		assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
	}

	@Test
	void whatIsAskedForIsFoundAndSorted() {
		Visitor visitor = as(Role.AUDITOR);
		assertThat(visitor.get(rows("?q=anna")).text()).contains("Rows 1 to 1 of 1", "Anna Berg")
			.doesNotContain("Dora Elm");
		assertThat(visitor.get(rows("?verdict=REJECTED_INPUT")).text()).contains("Rows 1 to 1 of 1", "Carl Elm");
		assertThat(visitor.get(rows("?state=OPEN&provider=paysway&match=&code=")).text()).contains("Rows 1 to 1 of 1",
				"Dora Elm", "open");
		assertThat(visitor.get(rows("?sort=NAME&dir=DESC")).body()).contains("aria-sort=\"descending\"");
		assertThat(visitor.get(rows("?q=nobody+is+called+that")).text()).contains("No row is like that.");
	}

	@Test
	void pagesAreTurnedAndGoneTo() {
		Visitor visitor = as(Role.VIEWER);
		String next = link(visitor.get(rows("?q=payee&sort=NAME")).body(), "next");
		assertThat(next).contains("q=payee", "sort=NAME", "page=2", "after=");
		Page second = visitor.get(next);
		assertThat(second.text()).contains("Rows 51 to 100 of 115");
		Page third = visitor.get(link(second.body(), "next"));
		assertThat(third.text()).contains("Rows 101 to 115 of 115");
		assertThat(third.body()).doesNotContain("rel=\"next\"");
		assertThat(visitor.get(link(third.body(), "prev")).text()).contains("Rows 51 to 100 of 115");
		assertThat(visitor.get(rows("?page=3")).text()).contains("Rows 101 to 119 of 119");
		assertThat(visitor.get(rows("?page=99")).text()).contains("of 119").doesNotContain("Anna Berg");
	}

	@Test
	void thePartThatChangesIsAllThatIsSentAgain() {
		Visitor visitor = as(Role.VIEWER);
		Page part = visitor.send(visitor.request(rows("?q=anna")).header("HX-Request", "true").GET());
		assertThat(part.body()).startsWith("<div id=\"rows\"").contains("Anna Berg").doesNotContain("<html", "svg");
		assertThat(part.body().split("hx-swap-oob")).as("what is read out").hasSize(2);
		assertThat(part.body()).contains("id=\"sort-payee\"").doesNotContain("role=\"status\"");
		assertThat(visitor.get(rows("?q=anna")).body()).contains("id=\"rows-stand\" role=\"status\"")
			.doesNotContain("hx-swap-oob");
		Page refused = visitor.send(visitor.request(rows("?q=" + "x".repeat(101))).header("HX-Request", "true").GET());
		assertThat(refused.status()).as("else it would not be shown").isEqualTo(200);
		assertThat(refused.body()).startsWith("<div id=\"rows\"").contains("Look for at most 100 characters");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?verdict=WRONG", "?page=x", "?sort=drop+table", "?after=999999999999999999999" })
	void whatCannotBeMeantIsRefused(String query) {
		Page page = as(Role.VIEWER).get(rows(query));
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.text()).contains("This was asked in a way that is not understood here.");
	}

	@Test
	void tooLongATextIsRefusedInASentence() {
		Page page = as(Role.VIEWER).get(rows("?q=" + "x".repeat(101)));
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.text()).contains("Look for at most 100 characters");
		assertThat(as(Role.VIEWER).get(rows("?q=" + "%EF%B7%BA".repeat(90))).status()).isEqualTo(400);
		assertThat(as(Role.VIEWER).get(rows("?code=%00&provider=%00")).text()).contains("No row is like that.");
		assertThat(as(Role.VIEWER).get(rows("?q=%00%27%22%3Cb%3E%25_%5C")).text()).contains("No row is like that.");
	}

	@Test
	void whatIsNotThereIsSaidInASentence() {
		Visitor visitor = as(Role.VIEWER);
		for (String path : List.of("/runs/99999999/rows", "/runs/99999999/rows/2", "/runs/99999999/reports",
				"/runs/99999999/reports/results.csv")) {
			Page page = visitor.get(path);
			assertThat(page.status()).isEqualTo(404);
			assertThat(page.text()).contains("There is no run 99999999");
		}
		assertThat(visitor.get(rows("/77777")).status()).isEqualTo(404);
		assertThat(visitor.get(rows("/77777")).text()).contains("has no row 77777; its rows are 1 to 119.");
	}

	@Test
	void aRowHasItsStory() {
		Page page = as(Role.VIEWER).get(rows("/1"));
		assertThat(page.text()).contains("Line 2 of payees.csv", "NO_MATCH (final), by paysway", "There is no call.",
				EVIL, "…3001");
		assertThat(page.body()).doesNotContain("<script>alert", IBAN, "/in/payees.csv");
		assertThat(as(Role.VIEWER).get(rows("/3")).text())
			.contains("Why nobody was asked iban: The check digits are wrong.");
	}

	@Test
	void aReportIsWrittenAgainAndSaved() throws IOException {
		Visitor visitor = as(Role.VIEWER);
		assertThat(visitor.get(path("/reports")).text()).contains("results.csv", "report.html",
				"You may not see these links.");
		Page file = visitor.get(path("/reports/results.csv"));
		assertThat(file.status()).isEqualTo(200);
		assertThat(file.body()).isEqualTo(Files.readString(this.run.reports().resolve("results.csv")));
		assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment; filename")
			.contains("payees.csv-" + this.run.id() + "-results.csv");
		assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(visitor.get(path("/reports/report.html")).headers().firstValue("Content-Disposition").orElse(""))
			.startsWith("attachment");
		assertThat(this.acts.ofRun(this.run.id(), Acts.LATEST, 10)).extracting(Act::deed).anySatisfy((deed) -> {
			assertThat(deed.kind()).isEqualTo(ActKind.DOWNLOAD);
			assertThat(deed.subject()).isEqualTo("results.csv");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "..%2F..%2Fpom.xml", "%2e%2e", "secret.txt", "results.csv%00", ".", "RESULTS.CSV" })
	void noOtherNameLeadsToAFile(String name) throws IOException {
		as(Role.VIEWER).get(path("/reports"));
		Files.writeString(this.run.reports().resolve("secret.txt"), "secret");
		Page page = as(Role.VIEWER).get(path("/reports/" + name));
		assertThat(page.status()).isIn(400, 404);
		assertThat(page.body()).doesNotContain("secret\n");
	}

	@Test
	void noLinkIsFollowed() throws IOException {
		Visitor visitor = as(Role.VIEWER);
		visitor.get(path("/reports"));
		Path results = this.run.reports().resolve("results.csv");
		Files.delete(results);
		Files.createSymbolicLink(results, Path.of("pom.xml").toAbsolutePath());
		assertThat(visitor.get(path("/reports/results.csv")).status()).isEqualTo(404);
		assertThat(visitor.get(path("/reports")).text()).doesNotContain("results.csv every row");
	}

	@Test
	void linksAreShownToThoseWhoMayAndThatIsWrittenDown() {
		assertThat(as(Role.VIEWER).get(path("/actions")).status()).isEqualTo(403);
		assertThat(as(Role.AUDITOR).get(path("/reports/actions.csv")).status()).isEqualTo(403);
		Page page = as(Role.UPLOADER).get(path("/actions"));
		assertThat(page.text()).contains("Dora Elm", "R-4", "https://act.example/?row=3", "expired");
		assertThat(page.body()).contains("rel=\"noopener noreferrer\"").doesNotContain(IBAN);
		assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
		assertThat(as(Role.UPLOADER).get(path("/reports/actions.csv")).body()).contains("https://act.example/?row=3");
		assertThat(this.acts.ofRun(this.run.id(), Acts.LATEST, 10)).extracting((act) -> act.deed().kind())
			.containsExactly(ActKind.ACTION_LINKS_SHOWN, ActKind.DOWNLOAD, ActKind.ACTION_LINKS_SHOWN);
	}

	private String rows(String rest) {
		return path("/rows" + rest);
	}

	private String path(String rest) {
		return "/runs/" + this.run.id() + rest;
	}

	private static String link(String body, String rel) {
		String tag = body.replaceFirst("(?s).*?(<a [^>]*rel=\"" + rel + "\").*", "$1");
		return tag.replaceFirst("(?s).*href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
	}

}
