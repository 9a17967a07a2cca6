package dev.tickmark.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.ledger.people.Scope;
import dev.tickmark.people.KeyRing;
import dev.tickmark.people.NewKey;
import dev.tickmark.verification.RunWatcher;
import dev.tickmark.verification.StopSignal;
import dev.tickmark.verification.StubServer;
import dev.tickmark.verification.VerificationJob;
import dev.tickmark.verification.VerifyCommand;
import dev.tickmark.verification.VerifyResult;
import dev.tickmark.verification.definition.Deadline;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.web.Visitor;
import dev.tickmark.web.WebCase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class WatchingTests extends WebCase {

	@TempDir
	private Path folder;

	@Autowired
	private VerificationJob job;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private KeyRing ring;

	@Test
	void whatHappensIsCountedAndThePageListsAllOfIt() throws Exception {
		double before = verified();
		STUB.answers((name, count) -> (name.contains("WatchedC") && count == 1) ? new StubServer.Says(429, Map.of())
				: StubServer.Says.ok());
		assertThat(verify()).isInstanceOf(VerifyResult.Finished.class);
		assertThat(verified() - before).isEqualTo(6);
		assertThat(this.meters.get("tickmark.calls").tag("provider", "scripted").tag("answer", "2xx").timer().count())
			.isGreaterThanOrEqualTo(6);
		assertThat(this.meters.get("tickmark.lane.pauses").tag("provider", "scripted").counter().count())
			.isGreaterThanOrEqualTo(1);
		assertThat(this.meters.get("tickmark.run.duration").tag("result", "complete").timer().count()).isPositive();

		Set<String> ours = this.meters.getMeters()
			.stream()
			.map((meter) -> meter.getId().getName())
			.filter((name) -> name.startsWith("tickmark."))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(ours).isEqualTo(listed());
		String scraped = program().get("/actuator/prometheus").body();
		assertThat(scraped)
			.contains("tickmark_verifications_total{", "tickmark_backlog{", "tickmark_permit_wait_seconds")
			.doesNotContain("Watched");
	}

	@Test
	void whatHasNotFailedYetStandsAtZero() {
		for (String result : new String[] { "complete", "open", "stopped", "failed", "refused" }) {
			assertThat(this.meters.get("tickmark.run.duration").tag("job", "default").tag("result", result).timer())
				.isNotNull();
		}
		assertThat(this.meters.find("tickmark.run.duration").tag("job", "statement").timers())
			.as("no run goes by the definition of a statement")
			.isEmpty();
		for (String kind : new String[] { "refused", "held", "missed", "night_failed" }) {
			assertThat(this.meters.get("tickmark.night.trouble").tag("kind", kind).counter()).isNotNull();
		}
	}

	@Test
	void noticesThatNobodyTakesAreCountedAndShown() {
		this.jdbc
			.sql("""
					with n as (insert into notice (id, occasion, job, sandbox, kind, created_at, subject, plain, html, json)
						values (gen_random_uuid(), 'watched', 'suppliers', false, 'MISSED', now() - interval '3 hours', '', '', '',
							'{}') returning id)
					insert into notice_delivery (notice_id, way, target, attempts, next_attempt_at, last_error)
					select id, 'MAIL', 'finance@example.com', 1, now() + interval '1 hour', 'Mail server: it is away.' from n""")
			.update();
		try {
			await().untilAsserted(() -> assertThat(notices("tickmark.notices.waiting")).isEqualTo(1));
			assertThat(notices("tickmark.notices.waiting.age")).isBetween(10_700.0, 11_000.0);
			assertThat(notices("tickmark.notices.given.up")).isZero();
			assertThat(as(Role.VIEWER).get("/runs").text()).contains("Notices by mail: 1 wait to be taken",
					"Mail server: it is away.");
		}
		finally {
			this.jdbc.sql("delete from notice where occasion = 'watched'").update();
		}
	}

	private double notices(String name) {
		return this.meters.get(name).tag("way", "mail").gauge().value();
	}

	private double verified() {
		return this.meters.find("tickmark.verifications")
			.tag("verdict", "MATCH")
			.counters()
			.stream()
			.mapToDouble((counter) -> counter.count())
			.sum();
	}

	private static Set<String> listed() throws IOException {
		return Pattern.compile("(?m)^\\| `(tickmark\\.[a-z.]+)` \\|")
			.matcher(Files.readString(Path.of("src/docs/watching.md")))
			.results()
			.map((MatchResult result) -> result.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void anybodyMayAskWhetherItIsWellAndAProgramWithAKeyHow() {
		assertThat(nobody().get("/actuator/health").status()).isEqualTo(200);
		assertThat(nobody().get("/actuator/health/readiness").body()).contains("UP").doesNotContain("db", "lanes");
		assertThat(nobody().get("/actuator/health/liveness").status()).isEqualTo(200);
		assertThat(nobody().get("/actuator/health").body()).doesNotContain("lanes");
		assertThat(program().get("/actuator/health").body()).contains("lanes", "\"db\"");
		assertThat(nobody().get("/actuator/env").status()).isEqualTo(401);
		assertThat(program().get("/actuator/env").status()).isEqualTo(404);
	}

	private VerifyResult verify() throws Exception {
		Path file = this.folder.resolve("payees.csv");
		StringBuilder rows = new StringBuilder("name,iban,provider\n");
		for (char each = 'A'; each < 'G'; each++) {
			rows.append("Watched").append(each).append(",,scripted\n");
		}
		Files.write(file, rows.toString().getBytes(StandardCharsets.UTF_8));
		return this.job.verify(new VerifyCommand(PayeeFile.open(file), Definitions.own(),
				this.folder.resolve("reports"), new Deadline(Duration.ofMinutes(5), null, null), false, false),
				new RunWatcher() {
				}, new StopSignal());
	}

	private Visitor program() {
		person(Role.VIEWER);
		return switch (this.ring.make(Actor.console("tests"), "viewer", "prometheus", Set.of(Scope.READ),
				Duration.ofDays(1))) {
			case NewKey.Made made -> withKey(made.text());
			case NewKey.Refused refused -> throw new IllegalStateException(refused.why());
		};
	}

}
