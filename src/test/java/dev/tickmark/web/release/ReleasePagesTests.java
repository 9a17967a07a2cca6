package dev.tickmark.web.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.ledger.release.RememberedMatches;
import dev.tickmark.verification.OneLine;
import dev.tickmark.verification.RunWatcher;
import dev.tickmark.verification.ScriptedProvider;
import dev.tickmark.verification.StopSignal;
import dev.tickmark.verification.StubServer;
import dev.tickmark.verification.VerificationJob;
import dev.tickmark.verification.VerifyCommand;
import dev.tickmark.verification.VerifyResult;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.web.Page;
import dev.tickmark.web.Visitor;
import dev.tickmark.web.WebCase;

import static org.assertj.core.api.Assertions.assertThat;

@Import(ReleasePagesTests.SomeRow.class)
class ReleasePagesTests extends WebCase {

	private static final AtomicInteger FILES = new AtomicInteger();

	@TempDir
	private Path folder;

	@Autowired
	private VerificationJob job;

	@Autowired
	private Acts acts;

	@Autowired
	private RememberedMatches remembered;

	private String mark = "";

	@BeforeEach
	void anotherName() {
		this.mark = "-pages" + FILES.incrementAndGet();
		STUB.answers((name, _) -> name.startsWith("close-") ? new StubServer.Says(ScriptedProvider.CLOSE, Map.of())
				: StubServer.Says.ok());
	}

	@Test
	void aSecondPersonReleasesWhatAnotherHasBrought() throws Exception {
		Run run = held("a", "b", "close");
		bring(run, person("both", Role.UPLOADER, Role.RELEASER));
		Visitor own = as("both");
		assertThat(own.get("/releases").text()).contains("Run " + run.id(), "2 21.00 EUR", "held");
		Page mine = own.get("/runs/" + run.id() + "/release");
		assertThat(mine.text()).contains("2 of 3", "21.00 EUR", "both (start)", "a second person has to decide");
		assertThat(mine.body()).doesNotContain("<textarea");
		own.post("/runs/" + run.id() + "/release", Map.of("comment", ""));
		assertThat(own.get("/runs/" + run.id() + "/release").text()).contains("a second person has to decide");
		assertThat(run.reports().resolve("payable.csv")).doesNotExist();
		Visitor boss = as(Role.RELEASER);
		assertThat(boss.get("/runs/" + run.id() + "/release").body()).contains("<textarea", "Release 2 rows");
		Page after = boss.post("/runs/" + run.id() + "/release", Map.of("comment", "seen <b>", "seen", digest(run)));
		assertThat(after.location()).isEqualTo("/runs/" + run.id() + "/release");
		Page told = boss.get(after.location());
		assertThat(told.text()).contains("It is released", "was released by releaser", "seen <b>");
		assertThat(told.body()).contains("seen &lt;b&gt;").doesNotContain("seen <b>");
		assertThat(run.reports().resolve("payable.csv")).exists();
		Files.delete(run.reports().resolve("payable.csv"));
		boss.post("/runs/" + run.id() + "/release/files", Map.of());
		assertThat(run.reports().resolve("payable.csv")).exists();
		assertThat(boss.get("/releases").text()).contains("by releaser");
	}

	@Test
	void whatHasChangedMeanwhileIsLookedAtAgainAndARefusalKeepsItsComment() throws Exception {
		Run run = held("a");
		Visitor boss = as(Role.RELEASER);
		String path = "/runs/" + run.id() + "/release";
		boss.get(path);
		boss.post(path, Map.of("comment", "kept words", "seen", "0".repeat(64)));
		Page stale = boss.get(path);
		assertThat(stale.text()).contains("has gone on since you looked");
		assertThat(stale.body()).contains(">kept words</textarea>");
		boss.post(path + "/refuse", Map.of("comment", " ", "seen", digest(run)));
		assertThat(boss.get(path).text()).contains("a refusal needs a comment");
		boss.post(path + "/refuse", Map.of("comment", "who is that", "seen", digest(run)));
		assertThat(boss.get(path).text()).contains("refused by releaser", "who is that", "it was refused before");
		assertThat(boss.get("/releases").text()).contains("refused by releaser");
		assertThat(boss.get("/runs/999999999/release").status()).isEqualTo(404);
	}

	@Test
	void onlyReleasersDecide() throws Exception {
		Run run = held("a");
		String path = "/runs/" + run.id() + "/release";
		for (Role role : Role.values()) {
			Visitor visitor = as(role);
			int shown = visitor.get(path).status();
			assertThat(shown).as(role.name()).isEqualTo((role == Role.ADMINISTRATOR) ? 403 : 200);
			if (role != Role.RELEASER) {
				assertThat(visitor.post(path, Map.of()).status()).as(role.name()).isEqualTo(403);
				assertThat(visitor.post(path + "/refuse", Map.of("comment", "x")).status()).isEqualTo(403);
				assertThat(visitor.post("/runs/" + run.id() + "/rows/1/accept", Map.of("comment", "x")).status())
					.isEqualTo(403);
			}
		}
		assertThat(this.acts.ofRun(run.id(), Acts.LATEST, 10)).isEmpty();
	}

	@Test
	void aCloseMatchIsAcceptedListedAndForgotten() throws Exception {
		Run run = held("close");
		Visitor boss = as(Role.RELEASER);
		boss.get("/matches");
		Page after = boss.post("/runs/" + run.id() + "/rows/1/accept", Map.of("comment", "maiden <name>"));
		assertThat(after.location()).isEqualTo("/runs/" + run.id() + "/rows/1");
		Page list = boss.get("/matches");
		assertThat(list.text()).contains("run " + run.id() + ", line 2", "maiden <name>", "holds", "Forget");
		assertThat(as(Role.VIEWER).get("/matches").body()).contains("holds").doesNotContain("<details");
		Run next = held("close", "a");
		assertThat(boss.get("/runs/" + next.id() + "/release").text()).contains("2 of 2",
				"Close matches accepted by persons 1", "maiden <name>");
		long id = this.remembered.list(1).getFirst().id();
		boss.post("/matches/" + id + "/forget", Map.of("comment", ""));
		assertThat(boss.get("/matches").text()).contains("It is forgotten", "forgotten by releaser");
		boss.post("/matches/" + id + "/forget", Map.of());
		assertThat(boss.get("/matches").text()).contains("There is no accepted match");
	}

	@Test
	void aRowsPageOffersToAcceptItsCloseMatchToWhomeverMay() throws Exception {
		Run run = held("close", "a");
		String row = "/some-row?run=" + run.id() + "&row=";
		Visitor boss = as(Role.RELEASER);
		Page form = boss.get(row + 1);
		assertThat(form.body()).contains("action=\"/runs/" + run.id() + "/rows/1/accept\"", "<textarea");
		assertThat(form.text()).contains("Accept for later runs", "Holds until 20");
		assertThat(boss.get(row + 2).text()).doesNotContain("Accept for later runs");
		assertThat(boss.get(row + 77).status()).isEqualTo(200);
		Visitor viewer = as(Role.VIEWER);
		assertThat(viewer.get(row + 1).body()).contains("Somebody with the role releaser can accept it")
			.doesNotContain("<textarea");
		boss.get(row + 1);
		boss.post("/runs/" + run.id() + "/rows/1/accept", Map.of("comment", "their <shop>"));
		assertThat(viewer.get(row + 1).text()).contains("This answer is accepted for later runs", "by releaser",
				"their <shop>");
	}

	@Test
	void eachOfSeveralRowsOnOneLineHasItsOwnPage() throws Exception {
		STUB.answers((name, _) -> new StubServer.Says(name.startsWith("close-") ? ScriptedProvider.CLOSE
				: name.startsWith("no-") ? ScriptedProvider.NO_MATCH : 200, Map.of()));
		List<String> names = List.of("a" + this.mark, "close" + this.mark, "no" + this.mark);
		Path path = Files.writeString(this.folder.resolve("payments.xml"), OneLine.payments("M" + this.mark, names));
		Run run = held(path);
		Visitor boss = as(Role.RELEASER);
		String rows = "/runs/" + run.id() + "/rows";
		assertThat(boss.get(rows).body()).contains("href=\"" + rows + "/1\"", "href=\"" + rows + "/2\"",
				"href=\"" + rows + "/3\"", "The story of row 3, on line 1");
		List<String> verdicts = List.of("MATCH (final)", "CLOSE_MATCH (final)", "NO_MATCH (final)");
		for (int i = 0; i < 3; i++) {
			Page story = boss.get(rows + "/" + (i + 1));
			assertThat(story.text()).contains("Line 1 of payments.xml", "Row " + (i + 1) + " of the 3 that begin on",
					names.get(i), " " + verdicts.get(i));
			assertThat(story.body().contains("<textarea")).isEqualTo(i == 1);
		}
		assertThat(boss.post(rows + "/2/accept", Map.of("comment", "their shop")).location()).isEqualTo(rows + "/2");
		assertThat(boss.get(rows + "/2").text()).contains("This answer is accepted for later runs");
		Page list = boss.get("/matches");
		assertThat(list.text()).contains("run " + run.id() + ", line 1, row 2");
		assertThat(list.body()).contains("href=\"" + rows + "/2\"");
	}

	private Run held(String... names) throws Exception {
		Path path = this.folder.resolve(String.join("", names) + ".csv");
		StringBuilder text = new StringBuilder("name,iban,provider,amount,currency\n");
		for (String name : names) {
			text.append(name).append(this.mark).append(",,scripted,10.50,EUR\n");
		}
		return held(Files.writeString(path, text));
	}

	private Run held(Path path) throws Exception {
		VerifyResult result = this.job.verify(new VerifyCommand(PayeeFile.open(path),
				Definitions.read("pages",
						"routing: [{provider: scripted}]\nrelease: four-eyes\nreports: {files: [split]}", Set.of()),
				this.folder.resolve("reports"), null, false, false), new RunWatcher() {
				}, new StopSignal());
		return ((VerifyResult.Finished) result).run();
	}

	private void bring(Run run, String login) {
		this.acts.add(Actor.web(login, "10.0.0.7"), new Deed(ActKind.START, run.id(), run.fileName(), null),
				Instant.now());
	}

	private String digest(Run run) {
		return this.jdbc.sql("select sha256 from payable_half where run_id = ?")
			.param(run.id())
			.query(String.class)
			.single();
	}

	/** A page with the form that pages of rows have. */
	@Controller
	static class SomeRow {

		@GetMapping("/some-row")
		@PreAuthorize("hasAuthority('SEE_RESULTS')")
		String show(@RequestParam long run, @RequestParam long row, Model model) {
			model.addAttribute("run", run);
			model.addAttribute("row", row);
			return "release/some-row";
		}

	}

}
