package dev.tickmark.web.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.ledger.people.Scope;
import dev.tickmark.release.Decided;
import dev.tickmark.release.Release;
import dev.tickmark.verification.RunWatcher;
import dev.tickmark.verification.StopSignal;
import dev.tickmark.verification.VerificationJob;
import dev.tickmark.verification.VerifyCommand;
import dev.tickmark.verification.VerifyResult;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.web.Page;
import dev.tickmark.web.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

class ReleaseApiTests extends ApiCase {

	private static final Actor BOSS = Actor.web("releaser", "10.0.0.9");

	@TempDir
	private Path folder;

	@Autowired
	private VerificationJob job;

	@Autowired
	private Release release;

	@Test
	void whatCanBePaidIsHeldBackUntilASecondPersonHasReleasedIt() throws Exception {
		Run run = run("release: four-eyes\nreports: {files: [split]}");
		String path = "/api/v1/runs/" + run.id();
		Visitor program = program(Role.VIEWER, Scope.READ);
		JsonNode waiting = json(program.get(path + "/release"));
		assertThat(waiting.get("state").asString()).isEqualTo("WAITING");
		assertThat(waiting.get("rows").asLong()).isEqualTo(2);
		assertThat(waiting.get("sums").get(0).get("currency").asString()).isEqualTo("EUR");
		assertThat(waiting.get("sums").get(0).get("amount").asString()).isEqualTo("21.00");
		assertThat(waiting.get("decision").isNull()).isTrue();
		// of before, or of somebody else
		Files.writeString(run.reports().resolve("payable.csv"), "nobody has released this");
		held(program, path, "held for release by a second person");
		assertThat(this.release.refuse(BOSS, run.id(), "who is that")).isEqualTo(new Decided.Done(null));
		JsonNode refused = json(program.get(path + "/release"));
		assertThat(refused.get("state").asString()).isEqualTo("REFUSED");
		assertThat(refused.get("decision").get("comment").asString()).isEqualTo("who is that");
		held(program, path, "refused by releaser");
		assertThat(this.release.release(BOSS, run.id(), "seen")).isEqualTo(new Decided.Done(null));
		JsonNode released = json(program.get(path + "/release"));
		assertThat(released.get("state").asString()).isEqualTo("RELEASED");
		assertThat(released.get("decision").get("by").asString()).isEqualTo("releaser");
		assertThat(released.get("decision").get("rows").asLong()).isEqualTo(2);
		assertThat(program.get(path + "/reports/payable.csv").body()).contains("10.50,EUR");
		assertThat(json(program.get(path + "/reports")).get("held").isNull()).isTrue();
	}

	private static void held(Visitor program, String path, String why) {
		JsonNode list = json(program.get(path + "/reports"));
		assertThat(list.get("held").asString()).contains(why);
		assertThat(list.get("reports").findValuesAsString("name")).contains("quarantine.csv")
			.doesNotContain("payable.csv");
		Page page = program.get(path + "/reports/payable.csv");
		assertThat(page.status()).isEqualTo(409);
		assertThat(json(page).get("detail").asString()).contains(why);
	}

	@Test
	void aPersonIsToldTheSame() throws Exception {
		Run run = run("release: four-eyes\nreports: {files: [split]}");
		Visitor viewer = as(Role.VIEWER);
		assertThat(viewer.get("/runs/" + run.id() + "/reports").text()).contains("held for release", "quarantine.csv")
			.doesNotContain("payable.csv");
		Page page = viewer.get("/runs/" + run.id() + "/reports/payable.csv");
		assertThat(page.status()).isEqualTo(409);
		assertThat(page.text()).contains("held for release by a second person");
	}

	@Test
	void noProgramReleases() throws Exception {
		Run run = run("release: four-eyes\nreports: {files: [split]}");
		Visitor program = program(Role.RELEASER, Scope.values());
		assertThat(post(program, "/api/v1/runs/" + run.id() + "/release").status()).isEqualTo(405);
		assertThat(json(program.get("/api/v1/runs/" + run.id() + "/release")).get("state").asString())
			.isEqualTo("WAITING");
	}

	@Test
	void whereNobodyHasToReleaseThatIsSaidAndNoReportIsNoRelease() throws Exception {
		Visitor program = program(Role.VIEWER, Scope.READ);
		Run run = run("reports: {files: [split]}");
		assertThat(json(program.get("/api/v1/runs/" + run.id() + "/release")).get("state").asString())
			.isEqualTo("NOT_NEEDED");
		assertThat(program.get("/api/v1/runs/" + run.id() + "/reports/payable.csv").status()).isEqualTo(200);
		assertThat(program.get("/api/v1/runs/999999999/release").status()).isEqualTo(404);
		Run held = run("release: four-eyes\nreports: {files: [split]}");
		this.jdbc.sql("delete from payable_half where run_id = ?").param(held.id()).update();
		JsonNode none = json(program.get("/api/v1/runs/" + held.id() + "/release"));
		assertThat(none.get("state").asString()).isEqualTo("WAITING");
		assertThat(none.get("rows").isNull()).isTrue();
		assertThat(none.get("sentence").asString()).contains("no report yet");
	}

	private Run run(String definition) throws Exception {
		String unique = UUID.randomUUID().toString().substring(0, 8);
		Path path = this.folder.resolve(unique + ".csv");
		Files.writeString(path, """
				name,iban,provider,amount,currency
				a-%1$s,,scripted,10.50,EUR
				b-%1$s,,scripted,10.50,EUR
				c-%1$s,,nobody,10.50,EUR
				""".formatted(unique));
		VerifyResult result = this.job.verify(new VerifyCommand(PayeeFile.open(path),
				Definitions.read("api", definition, Set.of()), this.folder.resolve("reports"), null, false, false),
				new RunWatcher() {
				}, new StopSignal());
		return ((VerifyResult.Finished) result).run();
	}

}
