package dev.tickmark.night;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.test.context.ContextConfiguration;

import dev.tickmark.payee.Clearance;
import dev.tickmark.Serving;
import dev.tickmark.TestDatabase;
import dev.tickmark.intake.PayeeFile;
import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.ledger.Figures;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunFile;
import dev.tickmark.ledger.RunKey;
import dev.tickmark.ledger.Runs;
import dev.tickmark.payee.Clearance;
import dev.tickmark.report.Duplicates;
import dev.tickmark.verification.RunFigures;
import dev.tickmark.verification.VerifyResult;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.Nightly;
import dev.tickmark.verification.definition.Schedule;
import dev.tickmark.verification.definition.Tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What is told, and how often; no mail server is there. */
@SpringBootTest(classes = Serving.class, properties = "tickmark.home=target/${tickmark.test.fork:fork}/telling-tests")
@ContextConfiguration(initializers = TestDatabase.class)
class TellingTests {

	private static final Schedule SCHEDULE = new Schedule(CronExpression.parse("@daily"), ZoneOffset.UTC, true);

	private final GivenInbox given;

	private Instant due = Instant.parse("2026-11-22T01:30:00Z");

	private final Ending ending = new Ending();

	private final Duty duty;

	private final Path file;

	@Autowired
	private Telling telling;

	@Autowired
	private Runs runs;

	@Autowired
	private Roster roster;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MeterRegistry meters;

	TellingTests(@TempDir Path root) {
		this.given = new GivenInbox(root);
		this.duty = new Duty(root, false, new NightWatcher() {
		}, this.ending);
		this.file = this.given.file("taken/payees-a.csv", "x");
	}

	@BeforeEach
	void nothingTold() {
		this.jdbc.sql("delete from notice").update();
	}

	@Test
	void theEndOfAPassIsToldOnceAlsoByWhoeverFindsItDone() throws Exception {
		Run run = run();
		file(new VerifyResult.Finished(run, figures(0), List.of(), Duplicates.NONE));
		// killed before the file was put away
		file(new VerifyResult.AlreadyComplete(run, figures(0), new Clearance.NotNeeded()));
		assertThat(told()).containsExactly("COMPLETE Tickmark: suppliers, payees-a.csv: complete");
		this.telling.earlier(shift(), run.id(), new VerifyResult.Finished(this.runs.beginPass(run.id()), figures(2),
				List.of("A lane was stopped."), Duplicates.NONE), null);
		assertThat(told()).hasSize(2).last().isEqualTo("OPEN Tickmark: suppliers, payees-a.csv: 2 of 12 rows open");
	}

	@Test
	void whatFailedIsToldOnceANight() throws Exception {
		Run run = run();
		file(new VerifyResult.Failed(run, "The report cannot be written."));
		file(new VerifyResult.Failed(run, "The report cannot be written."));
		file(new VerifyResult.Failed(this.runs.continuePass(run.id()), "The report cannot be written."));
		assertThat(told()).hasSize(1);
		this.due = this.due.plus(Duration.ofDays(1));
		file(new VerifyResult.Failed(run, "The report cannot be written."));
		assertThat(told()).containsExactly("FAILED Tickmark: suppliers, payees-a.csv: failed, is continued",
				"FAILED Tickmark: suppliers, payees-a.csv: failed, is continued");
	}

	@Test
	void aFileThatIsRefusedIsToldOnceAndAnotherOfItsNameAgain() throws Exception {
		Files.writeString(this.file, "Helga Blau,Helga Blau,DE\n");
		VerifyResult refused = VerifyResult.Refused
			.of(catchThrowableOfType(UnreadableFile.class, () -> PayeeFile.open(this.file)));
		file(refused);
		file(refused);
		Files.setLastModifiedTime(this.file, FileTime.from(Instant.parse("2026-11-20T00:00:00Z")));
		file(refused);
		assertThat(told()).containsExactly("REFUSED Tickmark: suppliers, payees-a.csv: cannot be verified",
				"REFUSED Tickmark: suppliers, payees-a.csv: cannot be verified");
		assertThat(this.jdbc.sql("select plain || html || json from notice")
			.query((results, _) -> results.getString(1))
			.list()).allMatch((text) -> text.contains("column number 2")).noneMatch((text) -> text.contains("Helga"));
	}

	@Test
	void aSettingThatIsMissingIsToldOnceADay() throws Exception {
		file(held());
		file(held());
		assertThat(told()).containsExactly("HELD Tickmark: suppliers, payees-a.csv: waits for settings");
	}

	private static VerifyResult held() {
		String why = "tickmark.providers.paysway.base-url is missing.";
		return new VerifyResult.Refused(why, why, true);
	}

	@Test
	void whatNoRunTellsOfIsCountedAlsoWhereNobodyIsTold() throws Exception {
		double before = troubles("held");
		file(held());
		file(held());
		assertThat(troubles("held") - before).isEqualTo(2);
		before = troubles("night_failed");
		NightJob quiet = new NightJob(job().job(),
				new Nightly(job().nightly().schedule(), job().nightly().inbox(), Duration.ofDays(7), null));
		this.telling.trouble(new Shift(quiet, this.due, this.due, this.due, new Hours(null, false), this.duty), null,
				"The folder is away.");
		assertThat(troubles("night_failed") - before).isOne();
	}

	private double troubles(String kind) {
		return this.meters.get("tickmark.night.trouble").tag("kind", kind).counter().count();
	}

	@Test
	void whoeverEndsThisProcessIsNotToldThatItEnded() throws Exception {
		this.ending.request();
		file(new VerifyResult.Stopped(run(), "SIGTERM"));
		file(new VerifyResult.Busy("another"));
		assertThat(told()).isEmpty();
	}

	@Test
	void nightsThatWereMissedOrCouldNotBeDoneAreToldOnceEach() throws Exception {
		for (int i = 0; i < 2; i++) {
			this.telling.missed(job(), this.due, true, this.duty);
			this.telling.trouble(shift(), null, "The inbox is not there.");
		}
		assertThat(told()).containsExactlyInAnyOrder("MISSED Tickmark: suppliers, the night: nobody was there",
				"NIGHT_FAILED Tickmark: suppliers, the night: could not be done");
	}

	@Test
	void whoCannotBeToldIsSaidWhenTheJobsAreRead(@TempDir Path jobs) throws Exception {
		Files.writeString(jobs.resolve("suppliers.yaml"), """
				schedule: {cron: "@daily"}
				inbox: {folder: in, pattern: a}
				tell: {mail: a@example.com, webhook: "https://example.com/x"}
				""");
		List<String> said = new ArrayList<>();
		assertThat(this.roster.read(Definitions.in(jobs), said::add)).hasSize(1);
		assertThat(said).containsExactlyInAnyOrder(
				"suppliers tells by mail, but no mail server is set. Set spring.mail.host, and tickmark.notices.from."
						+ " Until then its notices wait in the ledger.",
				"suppliers tells by webhook, but there is no secret to sign webhooks with. Set"
						+ " tickmark.notices.webhook-secret, and give it to the receiver. Until then its notices wait in"
						+ " the ledger.");
	}

	private void file(VerifyResult result) throws Exception {
		this.telling.file(shift(), this.file, result, null);
	}

	private List<String> told() {
		return this.jdbc.sql("select kind || ' ' || subject from notice order by created_at, occasion")
			.query((results, _) -> results.getString(1))
			.list();
	}

	private Shift shift() throws Exception {
		return new Shift(job(), this.due, this.due, this.due, new Hours(null, false), this.duty);
	}

	private NightJob job() throws Exception {
		Tell tell = new Tell(List.of("finance@example.com"), null, Tell.When.ALWAYS);
		return new NightJob(Definitions.read("suppliers", "reports: {files: none}", Set.of()),
				new Nightly(SCHEDULE, this.given.inbox(null), Duration.ofDays(7), tell));
	}

	private Run run() {
		return this.runs.create(new RunKey(UUID.randomUUID().toString().replace("-", "").repeat(2), "suppliers", false),
				new RunFile(this.file, 1, "csv", List.of("name")), "", this.given.root(), null);
	}

	private static RunFigures figures(long open) {
		return new RunFigures(
				List.of(new Figures.VerdictCount("paysway", "MATCH", 10),
						new Figures.VerdictCount("paysafe", "PENDING", open)),
				List.of(), List.of(), List.of(), Duration.ZERO);
	}

}
