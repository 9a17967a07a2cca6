package dev.tickmark.verification;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.provider.Allowance;
import dev.tickmark.verification.StubServer.Says;

import static org.assertj.core.api.Assertions.assertThat;
import dev.tickmark.verification.definition.Deadline;
import dev.tickmark.verification.definition.Definitions;

/** A dry run beside a ledger that has seen runs. */
class DryRunTests extends VerificationJobCase {

	@Autowired
	private DryRun dryRun;

	@Autowired
	private Environment environment;

	@DynamicPropertySource
	static void price(DynamicPropertyRegistry registry) {
		registry.add("tickmark.providers.scripted.price", () -> "0.05");
		registry.add("tickmark.providers.scripted.limits[1].calls", () -> 100_000);
		registry.add("tickmark.providers.scripted.limits[1].per", () -> "1d");
	}

	@Test
	void itForecastsFromWhatWasNeededOfLateAndAsksNobody() throws Exception {
		STUB.answers((name, count) -> (count == 1 && name.startsWith("p1-")) ? new Says(503, Map.of()) : Says.ok());
		PayeeFile before = file(names(20));
		verify(before);
		long calls = asked(before);
		assertThat(calls).isGreaterThan(20);
		PayeeFile file = file(names(100));
		int asked = STUB.asked();
		LanePlan lane = plan(file, null).lanes().getFirst();
		assertThat(lane.history()).isGreaterThanOrEqualTo(20);
		assertThat(lane.callsEach()).isGreaterThan(1);
		assertThat(lane.calls()).isGreaterThan(100);
		assertThat(lane.allowances()).last()
			.extracting(Allowance::left)
			.as("what was sent today is remembered")
			.isEqualTo(100_000 - count("select count(*) from call"));
		assertThat(lane.price()).isEqualByComparingTo(new BigDecimal("5.00"));
		assertThat(STUB.asked()).isEqualTo(asked);
		assertThat(count("select count(*) from run where file_name = ?", file.path().getFileName().toString()))
			.isZero();
	}

	@Test
	void theApplicationThatOnlyForecastsReadsTheLedgerThatIsThere() throws Exception {
		verify(file(names(5)));
		PayeeFile file = file(names(3));
		new ApplicationContextRunner().withUserConfiguration(DryRunAlone.class, ScriptedProvider.class)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.withPropertyValues(Stream
				.of("spring.datasource.url", "spring.datasource.username", "spring.datasource.password",
						"tickmark.providers.scripted.base-url")
				.map((name) -> name + "=" + this.environment.getRequiredProperty(name))
				.toArray(String[]::new))
			.run((context) -> {
				VerifyCommand command = new VerifyCommand(file, Definitions.read("reuse", "reuse-within: 1d", Set.of()),
						this.folder, null, false, false);
				Plan plan = context.getBean(DryRun.class).plan(command);
				assertThat(plan.noHistory()).isNull();
				assertThat(plan.lanes().getFirst().history()).isGreaterThanOrEqualTo(5);
				assertThat(plan.lanes().getFirst().reused()).isZero();
			});
	}

	@Test
	void aContentThatHasARunSaysSoUnlessItWouldBeAskedAgain() throws Exception {
		PayeeFile file = file(names(5));
		assertThat(plan(file, null).known()).isNull();
		VerifyResult.Finished finished = (VerifyResult.Finished) verify(file);
		assertThat(Objects.requireNonNull(plan(file, null).known()).id()).isEqualTo(finished.run().id());
		assertThat(this.dryRun.plan(command(file, true)).known()).isNull();
	}

	@Test
	void aDeadlineThatIsTooEarlySaysHowManyRowsWouldBeLeft() throws Exception {
		PayeeFile file = file(names(1000));
		Plan plan = plan(file, Deadline.parse("1s"));
		assertThat(plan.spare()).isNotNull().isNegative();
		assertThat(plan.lanes().getFirst().rowsLeft()).isBetween(400L, 700L);
		Plan enough = plan(file, Deadline.parse("1h"));
		assertThat(enough.spare()).isNotNull().isGreaterThan(Duration.ofMinutes(50));
		assertThat(enough.lanes().getFirst().rowsLeft()).isZero();
	}

	@Test
	void rowsThatAskTheSameAreOneVerificationAndBadOnesAreTold() throws Exception {
		Path path = this.folder.resolve("mixed.csv");
		StringBuilder text = new StringBuilder("name,iban,provider\nA,,scripted\nA,,scripted\nB,,scripted\nC,,\n");
		for (int row = 0; row < 30; row++) {
			text.append("D,XX1,scripted\n");
		}
		Files.writeString(path, text);
		Plan plan = plan(PayeeFile.open(path), null);
		assertThat(plan.rows()).isEqualTo(34);
		assertThat(plan.rowsAsked()).isEqualTo(3);
		assertThat(plan.verifications()).isEqualTo(2);
		assertThat(plan.rejected()).isEqualTo(31);
		assertThat(plan.rejections()).hasSize(20).extracting(Rejection::line).startsWith(5L, 6L, 7L);
		assertThat(plan.rejections()).extracting((row) -> row.problem().column()).startsWith(null, "iban");
	}

	@Test
	void whatWasForecastIsStoredAndHeldAgainstWhatItCameTo() throws Exception {
		VerifyResult.Finished finished = (VerifyResult.Finished) verify(file(names(600)));
		Foretold foretold = Objects.requireNonNull(finished.figures().forecast());
		assertThat(foretold.calls()).isGreaterThanOrEqualTo(600);
		assertThat(foretold.time()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4));
		assertThat(foretold.took()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
		String summary = Files.readString(finished.run().reports().resolve("summary.json"));
		assertThat(summary).contains("\"forecast\" : {").contains("\"took_seconds\" : ").contains("\"error\" : ");
	}

	@Test
	void aFileOfWhichEveryRowIsRejectedNeedsNoLane() throws Exception {
		Path path = this.folder.resolve("rejected.csv");
		Files.writeString(path, "name,iban\nA,XX1\n");
		Plan plan = plan(PayeeFile.open(path), Deadline.parse("1h"));
		assertThat(plan.lanes()).isEmpty();
		assertThat(plan.time()).isZero();
		assertThat(plan.price()).isNull();
	}

	private Plan plan(PayeeFile file, @Nullable Deadline deadline) throws Exception {
		return this.dryRun.plan(new VerifyCommand(file, Definitions.own(), this.folder, deadline, false, false));
	}

}
