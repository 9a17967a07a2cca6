package dev.tickmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A clerk at 16:40, in a real browser, and the second person who releases. */
class BrowserIT {

	private static final String PASSWORD = "seventeen green bicycles";

	@AutoClose
	private final Workplace here;

	private final Path downloads;

	private final Map<String, Long> overflows = new LinkedHashMap<>();

	BrowserIT(@TempDir Path folder, @TempDir Path downloads) {
		this.here = new Workplace(folder);
		this.downloads = downloads;
	}

	@BeforeEach
	void aJobThatNeedsASecondPerson() throws IOException {
		Path jobs = Files.createDirectories(this.here.folder().resolve("jobs"));
		Files.writeString(jobs.resolve("payables.yaml"),
				"description: Suppliers, released by a second person\nrelease: four-eyes\n");
	}

	@Test
	void aClerkUploadsMapsStartsAndReadsAndASecondPersonReleases() throws IOException {
		this.here.start("user", "add", "root", "--role", "administrator").type(PASSWORD).end().with(0);
		RunningProgram server = this.here.start("serve", "--sandbox", "--server.port=0");
		try (Browser browser = new Browser(server.address().toString(), this.downloads)) {
			peopleAreAdded(browser);
			theClerkUploads(browser);
			String run = theRunIsWatched(browser);
			resultsAreRead(browser, run);
			theSecondPersonReleases(browser, run);
			assertThat(browser.complaints()).as("but for the page that is not there")
				.allMatch((complaint) -> complaint.contains("/nowhere"));
		}
		assertThat(this.overflows).as("pixels beyond 400")
			.allSatisfy((page, over) -> assertThat(over).as(page).isZero());
		server.terminate().end().with(0);
	}

	private void picture(Browser browser, String name) {
		this.overflows.put(name, browser.picture(name));
	}

	private void peopleAreAdded(Browser browser) {
		browser.open("/sign-in");
		picture(browser, "sign-in");
		browser.signIn("root", PASSWORD).open("/people");
		add(browser, "anna", "UPLOADER");
		add(browser, "bert", "RELEASER");
		add(browser, "carla", "AUDITOR");
		picture(browser, "people");
		browser.follow("bert").sees("Roles");
		picture(browser, "person");
		browser.open("/keys");
		picture(browser, "keys");
		browser.open("/me");
		picture(browser, "me");
		browser.open("/nowhere");
		picture(browser, "error");
		browser.signOut();
	}

	private static void add(Browser browser, String login, String role) {
		browser.type("login", login).tick(role).type("password", PASSWORD).press("Add").sees(login + " was added.");
	}

	private void theClerkUploads(Browser browser) throws IOException {
		Path file = this.here.folder().resolve(this.here.file("suppliers-november.csv", unusual()));
		browser.signIn("anna", PASSWORD).open("/uploads");
		picture(browser, "upload");
		browser.drop(file).take("job", "payables").press("Look at it").sees("suppliers-november.csv");
		browser.choose("Zahlungsempfänger", "name")
			.choose("Kontoverbindung", "iban")
			.press("Look again with these columns")
			.sees("Before a call is made")
			.sees("paysway");
		picture(browser, "file");
		WhenItFails.aForecastThatDoesNotComeSaysSo(browser);
		ByKeyboard.theDeadlineIsToldAtItsFieldAndEnterStarts(browser);
	}

	/** The sample as a German accounting program would have written it. */
	private static byte[] unusual() throws IOException {
		String sample = Files.readString(Path.of("sample-data/payees.csv"));
		int end = sample.indexOf('\n');
		String header = sample.substring(0, end)
			.replace(",name,", ",Zahlungsempfänger,")
			.replace(",iban,", ",Kontoverbindung,");
		return (header + sample.substring(end)).getBytes(StandardCharsets.UTF_8);
	}

	private String theRunIsWatched(Browser browser) {
		await().until(() -> browser.path().matches("/runs/[0-9]+"));
		String run = browser.path();
		browser.sees("paysway");
		picture(browser, "run-at-work");
		browser.open(run).sees("Results");
		await().pollInterval(Duration.ofSeconds(3)).until(() -> browser.open(run).text().contains("complete"));
		picture(browser, "run");
		ByKeyboard.whatIsReadIsNotReplaced(browser, run);
		browser.open("/runs").sees("suppliers-november.csv");
		picture(browser, "runs");
		return run;
	}

	private void resultsAreRead(Browser browser, String run) {
		browser.open(run).press("Results").sees("What came of the rows");
		picture(browser, "rows");
		browser.open(run + "/rows?verdict=NO_MATCH").sees("NO_MATCH");
		assertThat(browser.count("table.rows tbody tr")).isPositive();
		browser.click(By.cssSelector("table.rows tbody tr a")).sees("Line ");
		picture(browser, "row");
		ByKeyboard.rowsAreSortedAndTurned(browser, run);
		WhenItFails.rowsThatDoNotComeAreNotThoseThatWereAskedFor(browser, run);
		browser.open(run + "/reports").sees("results.csv").follow("results.csv");
		await().until(() -> downloaded("-results.csv"));
		picture(browser, "reports");
		browser.open(run + "/actions");
		picture(browser, "actions");
		browser.signOut();
	}

	private void theSecondPersonReleases(Browser browser, String run) throws IOException {
		assertThat(payable()).as("nothing payable lies there before the release").isEmpty();
		browser.signIn("bert", PASSWORD).open("/releases").sees("suppliers-november.csv");
		picture(browser, "releases");
		browser.open(run + "/release").sees("What would be released");
		picture(browser, "release");
		browser.type("comment", "Looked at with the purchase ledger.")
			.click(By.cssSelector("form[action$='/release'] button.main"));
		browser.sees("What was released");
		assertThat(payable()).hasSize(1);
		browser.open(run + "/rows?verdict=CLOSE_MATCH").click(By.cssSelector("table.rows tbody tr a"));
		browser.type("comment", "Known under its former name.")
			.press("Accept for later runs")
			.sees("is accepted for later runs");
		browser.open("/matches").sees("bert");
		picture(browser, "matches");
		browser.signOut().signIn("carla", PASSWORD).open("/audit").sees("release").sees("upload");
		picture(browser, "audit");
		browser.open("/docs/api");
		picture(browser, "api");
	}

	private boolean downloaded(String ending) throws IOException {
		try (Stream<Path> files = Files.list(this.downloads)) {
			return files.anyMatch((file) -> file.getFileName().toString().endsWith(ending));
		}
	}

	private List<Path> payable() throws IOException {
		try (Stream<Path> files = Files.walk(this.here.folder().resolve(".tickmark/reports"))) {
			return files.filter((file) -> file.getFileName().toString().matches("payable.*\\.csv")).toList();
		}
	}

}
