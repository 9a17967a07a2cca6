package dev.tickmark.web.api;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunFile;
import dev.tickmark.ledger.RunKey;
import dev.tickmark.ledger.people.Act;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.ledger.people.Scope;
import dev.tickmark.payee.Verdict;
import dev.tickmark.web.Page;
import dev.tickmark.web.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

class RowsApiTests extends RowsCase {

	private static final List<String> OPEN = List.of("PENDING", "ACTION_REQUIRED", "PROVIDER_ERROR");

	@Autowired
	private Acts acts;

	@Test
	void pagesAndStreamsHaveExactlyTheRowsOfTheResultsFile() throws IOException {
		Visitor program = program(Role.AUDITOR, Scope.READ);
		List<CSVRecord> file = results(program);
		assertThat(file).hasSize(ROWS);
		same(program, "size=7", file, (_) -> true);
		same(program, "verdict=MATCH&size=3", file, (row) -> row.get("verdict").equals("MATCH"));
		same(program, "verdict=REJECTED_INPUT", file, (row) -> row.get("verdict").equals("REJECTED_INPUT"));
		same(program, "verdict=PENDING&size=4", file, (row) -> row.get("verdict").equals("PENDING"));
		same(program, "open=true&size=5", file, (row) -> OPEN.contains(row.get("verdict")));
		same(program, "open=false", file, (row) -> !OPEN.contains(row.get("verdict")));
		same(program, "provider=paysway", file, (row) -> row.get("checked_by").equals("paysway"));
		same(program, "provider=nobody", file, (_) -> false);
		same(program, "reasonCode=C-NO_MATCH&size=2", file, (row) -> row.get("reason_code").equals("C-NO_MATCH"));
		same(program, "nameMatch=FULL", file, (row) -> row.get("name_match").equals("FULL"));
		same(program, "q=payee+1", file, (row) -> row.get("name").startsWith("Payee 1"));
	}

	private void same(Visitor program, String query, List<CSVRecord> file, Predicate<CSVRecord> which) {
		List<List<String>> expected = file.stream().filter(which).map(RowsApiTests::cells).toList();
		List<JsonNode> paged = paged(program, query);
		assertThat(paged.stream().map(RowsApiTests::cells).toList()).as(query).isEqualTo(expected);
		assertThat(streamed(program, query.replaceAll("&?size=\\d+", ""))).as(query).isEqualTo(paged);
		assertThat(json(program.get(path("/rows?" + query))).get("found").asInt()).isEqualTo(expected.size());
	}

	private List<CSVRecord> results(Visitor program) throws IOException {
		try (CSVParser file = CSVParser.parse(program.get(path("/reports/results.csv")).body(),
				CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())) {
			return file.getRecords();
		}
	}

	private static List<String> cells(CSVRecord row) {
		List<String> what = Stream
			.of("verdict", "suggested_name", "reason_code", "provider_reference", "checked_by", "attempts",
					"checked_at")
			.map(row::get)
			.toList();
		// what was not asked is told differently when a run is over
		List<String> rest = Stream.of("account_state", "name_match", "basis", "reason")
			.map((name) -> isUnasked(row) ? "" : row.get(name))
			.toList();
		return Stream.concat(what.stream(), rest.stream()).toList();
	}

	private static boolean isUnasked(CSVRecord row) {
		return row.get("verdict").equals("PENDING") && row.get("attempts").isEmpty();
	}

	private static List<String> cells(JsonNode row) {
		String attempts = (row.get("attempts").asInt() == 0) ? "" : row.get("attempts").asString();
		String column = row.get("problemColumn").isNull() ? "" : row.get("problemColumn").asString() + ": ";
		return List.of(text(row, "verdict"), text(row, "suggestedName"), text(row, "reasonCode"),
				text(row, "providerReference"), text(row, "provider"), attempts, text(row, "checkedAt"),
				text(row, "accountState"), text(row, "nameMatch"), text(row, "basis"), column + text(row, "reason"));
	}

	private static String text(JsonNode row, String name) {
		return row.get(name).isNull() ? "" : row.get(name).asString();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "sort=VERDICT", "sort=NAME&dir=DESC", "sort=REFERENCE", "sort=CHECKED_AT&dir=DESC",
			"dir=DESC" })
	void everyRowComesOnceInWhateverOrder(String order) {
		List<JsonNode> all = paged(program(Role.VIEWER, Scope.READ), order + "&size=10");
		assertThat(all).hasSize(ROWS);
		assertThat(all.stream().map((row) -> row.get("row").asLong())).doesNotHaveDuplicates();
	}

	@Test
	void theLastPageHasNoNextAndNextRepeatsWhatWasAsked() {
		Visitor program = program(Role.VIEWER, Scope.READ);
		JsonNode whole = json(program.get(path("/rows?size=" + ROWS)));
		assertThat(whole.get("rows").size()).isEqualTo(ROWS);
		assertThat(whole.get("next").isNull()).isTrue();
		assertThat(json(program.get(path("/rows?size=9999"))).get("rows").size()).isEqualTo(ROWS);
		assertThat(json(program.get(path("/rows"))).get("rows").size()).isEqualTo(100);
		String next = json(program.get(path("/rows?q=Payee+1&sort=NAME&dir=DESC&size=2"))).get("next").asString();
		assertThat(next).startsWith(path("/rows?q=Payee%201&sort=NAME&dir=DESC&size=2&after="));
		JsonNode none = json(program.get(path("/rows?q=nobody+is+called+that")));
		assertThat(none.get("found").asInt()).isZero();
		assertThat(none.get("foundIsLowerBound").asBoolean()).isFalse();
	}

	@Test
	void namesComeAsTheyAreAndNoAccountIsEverWhole() {
		Visitor program = program(Role.VIEWER, Scope.READ);
		List<JsonNode> rows = paged(program, "size=50");
		assertThat(rows.stream().limit(NAMES.size()).map((row) -> row.get("name").asString()))
			.containsExactlyElementsOf(NAMES);
		assertThat(rows.get(0).get("account").asString()).isEqualTo("…3001");
		assertThat(rows.get(8).get("reference").asString()).isNotEqualTo("R-9");
		for (String body : List.of(program.get(path("/rows?size=500")).body(), stream(program, "").body(),
				program.get(path("/rows/9")).body())) {
			assertThat(body).contains("…").doesNotContain(IBAN, "act.example");
		}
	}

	@Test
	void noHeaderIsTakenForAFilter() {
		Visitor program = program(Role.VIEWER, Scope.READ);
		Page page = program
			.send(program.request(path("/rows?size=500")).header("Verdict", "MATCH").header("Q", "Payee").GET());
		assertThat(json(page).get("rows").size()).isEqualTo(ROWS);
	}

	@Test
	void whatIsPreferredIsSentAndAStreamIsWrittenDown() {
		Visitor program = program(Role.VIEWER, Scope.READ);
		Page page = program.send(program.request(path("/rows?size=2"))
			.header("Accept", "application/json, application/x-ndjson;q=0.1")
			.GET());
		assertThat(json(page).get("rows").size()).isEqualTo(2);
		assertThat(this.acts.ofRun(this.run.id(), Acts.LATEST, 10)).isEmpty();
		assertThat(program.send(program.request(path("/rows")).method("HEAD", BodyPublishers.noBody())).status())
			.isEqualTo(405);
		assertThat(stream(program, "").status()).isEqualTo(200);
		assertThat(this.acts.ofRun(this.run.id(), Acts.LATEST, 10)).extracting(Act::deed)
			.containsExactly(new Deed(ActKind.DOWNLOAD, this.run.id(), "rows", null));
	}

	@Test
	void aRowIsFoundByItsNumber() {
		Visitor program = program(Role.VIEWER, Scope.READ);
		List<JsonNode> all = streamed(program, "");
		for (long row : LongStream.of(1, 8, 11, ROWS).toArray()) {
			assertThat(json(program.get(path("/rows/" + row)))).isEqualTo(all.get((int) row - 1));
		}
		for (String row : List.of("0", "-1", String.valueOf(ROWS + 1), String.valueOf(Long.MAX_VALUE),
				String.valueOf(Long.MIN_VALUE))) {
			Page missing = program.get(path("/rows/" + row));
			assertThat(missing.status()).isEqualTo(404);
			assertThat(missing.body()).contains("There is no row " + row + " in run " + this.run.id());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "verdct=MATCH", "verdict=WRONG", "open=perhaps", "after=0", "after=138", "after=x",
			"sort=account", "size=many", "verdict=", "open=", "verdict=MATCH&verdict=NO_MATCH", "q=+",
			"q=%EF%B7%BA%EF%B7%BA%EF%B7%BA%EF%B7%BA%EF%B7%BA%EF%B7%BA%EF%B7%BA" })
	void whatCannotBeMeantIsRefusedInASentence(String query) {
		Visitor program = program(Role.VIEWER, Scope.READ);
		for (Page page : List.of(program.get(path("/rows?" + query)), stream(program, query))) {
			assertThat(page.status()).as(page.body()).isEqualTo(400);
			assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
			assertThat(json(page).get("detail").asString()).endsWith(".").doesNotContain("understood here");
		}
	}

	@Test
	void whatIsNotThereIsNotFoundAndWhatIsNotReadYetIsNotNow() {
		Visitor program = program(Role.VIEWER, Scope.READ);
		assertThat(program.get("/api/v1/runs/999999999/rows").status()).isEqualTo(404);
		String half = UUID.randomUUID().toString().replace("-", "");
		this.run = this.runs.create(new RunKey(half + half, "default", false),
				new RunFile(Path.of("/in/unread.csv"), 42, "csv:UTF-8", List.of("name")), "{}", this.folder, null);
		for (Page page : List.of(program.get(path("/rows")), program.get(path("/rows/1")), stream(program, ""))) {
			assertThat(page.status()).isEqualTo(503);
			assertThat(page.headers().firstValue("Retry-After")).hasValue("15");
			assertThat(json(page).get("detail").asString()).contains("has not read its file yet");
		}
		assertThat(this.acts.ofRun(this.run.id(), Acts.LATEST, 10)).as("nothing was handed out").isEmpty();
	}

	@Test
	void onlyAKeyThatReadsOfOneWhoMaySeesRows() {
		assertThat(program(Role.AUDITOR, Scope.READ).get(path("/rows")).status()).isEqualTo(200);
		Visitor[] others = { program(Role.UPLOADER, Scope.SUBMIT), program(Role.ADMINISTRATOR, Scope.READ) };
		for (Visitor other : others) {
			assertThat(other.get(path("/rows")).status()).isEqualTo(403);
			assertThat(stream(other, "").status()).isEqualTo(403);
			assertThat(json(other.get(path("/rows/1"))).get("detail").asString()).contains("You may not do this");
		}
		Page unknown = nobody().get(path("/rows"));
		assertThat(unknown.status()).isEqualTo(401);
		assertThat(unknown.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
	}

}
