package dev.tickmark.web.api;

import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import dev.tickmark.ledger.people.Act;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.ledger.people.Scope;
import dev.tickmark.ledger.people.Through;
import dev.tickmark.people.NewKey;
import dev.tickmark.web.Page;
import dev.tickmark.web.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

class ReportsApiTests extends RowsCase {

	@Autowired
	private Acts acts;

	@Test
	void reportsAreListedAndSavedAndThatIsWrittenDown() throws IOException {
		NewKey.Made key = key(person(Role.AUDITOR), Scope.READ);
		Visitor program = withKey(key.text());
		JsonNode list = json(program.get(path("/reports")));
		assertThat(list.get("held").isNull()).isTrue();
		assertThat(list.get("reports").findValuesAsString("name")).contains("results.csv", "summary.json",
				"actions.csv");
		assertThat(list.get("reports").get(0).get("size").asLong())
			.isEqualTo(Files.size(this.run.reports().resolve("results.csv")));
		Page file = program.get(path("/reports/results.csv"));
		assertThat(file.body()).isEqualTo(Files.readString(this.run.reports().resolve("results.csv")));
		assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
		assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment; filename")
			.contains("payees.csv-" + this.run.id() + "-results.csv");
		assertThat(this.acts.ofRun(this.run.id(), Acts.LATEST, 10)).singleElement().satisfies((act) -> {
			assertThat(act.deed().kind()).isEqualTo(ActKind.DOWNLOAD);
			assertThat(act.deed().subject()).isEqualTo("results.csv");
			assertThat(act.actor().who()).isEqualTo("auditor");
			assertThat(act.actor().through()).isEqualTo(Through.API);
			assertThat(act.actor().keyPrefix()).isEqualTo(key.key().prefix());
		});
	}

	@Test
	void linksNeedBothScopesOfOneWhoMaySeeThem() {
		for (Visitor other : new Visitor[] { program(Role.UPLOADER, Scope.READ), program(Role.UPLOADER, Scope.SUBMIT),
				program(Role.AUDITOR, Scope.READ) }) {
			assertThat(other.get(path("/reports/actions.csv")).status()).isEqualTo(403);
		}
		assertThat(submitter().get(path("/reports/actions.csv")).body()).contains("https://act.example/?row=");
		assertThat(this.acts.ofRun(this.run.id(), Acts.LATEST, 10)).extracting(Act::deed)
			.extracting("kind")
			.containsExactlyInAnyOrder(ActKind.DOWNLOAD, ActKind.ACTION_LINKS_SHOWN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "..%2F..%2Fpom.xml", "%2e%2e", "secret.txt", "results.csv%00", "RESULTS.CSV",
			"actions.csv%2f", "payable.xml", "%61ctions.csv;x=y" })
	void noOtherNameLeadsToAFile(String name) throws IOException {
		Visitor program = program(Role.VIEWER, Scope.READ);
		program.get(path("/reports"));
		Files.writeString(this.run.reports().resolve("secret.txt"), "secret");
		Page page = program.get(path("/reports/" + name));
		assertThat(page.status()).isIn(400, 403, 404);
		assertThat(page.body()).doesNotContain("secret\n", "act.example");
	}

	@Test
	void whatIsNotThereIsSaidInASentence() {
		Visitor program = program(Role.VIEWER, Scope.READ);
		assertThat(program.get("/api/v1/runs/999999999/reports").status()).isEqualTo(404);
		assertThat(program.get("/api/v1/runs/999999999/reports/results.csv").status()).isEqualTo(404);
		assertThat(json(program.get(path("/reports/payable.xml"))).get("detail").asString())
			.isEqualTo("There is no file of this name in the report of run " + this.run.id() + ".");
	}

	@Test
	void ofALostFolderThatCannotBeWrittenNothingIsLostButTheFiles() throws IOException {
		Visitor program = program(Role.VIEWER, Scope.READ);
		Files.writeString(this.run.reports(), "a file where the folder belongs");
		for (String path : new String[] { "/reports", "/reports/results.csv" }) {
			Page page = program.get(path(path));
			assertThat(page.status()).as(page.body()).isEqualTo(503);
			assertThat(json(page).get("detail").asString()).contains("The verdicts are kept.");
		}
	}

}
