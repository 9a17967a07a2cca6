package dev.tickmark.verification;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.verification.definition.Definitions;

import static org.assertj.core.api.Assertions.assertThat;

/** The application that a dry run starts: it makes no database and needs none. */
class DryRunAloneTests {

	@TempDir
	private Path folder;

	@Test
	void whereThereIsNoDatabaseItForecastsTheLeastAndMakesNone() throws Exception {
		PayeeFile file = file();
		application().run((context) -> {
			Plan plan = context.getBean(DryRun.class).plan(command(file));
			assertThat(plan.lanes()).singleElement().satisfies((lane) -> {
				assertThat(lane.history()).isZero();
				assertThat(lane.calls()).isEqualTo(2);
				assertThat(lane.price()).isNull();
			});
			assertThat(plan.noHistory()).isNull();
		});
		assertThat(this.folder.resolve("home")).doesNotExist();
	}

	@Test
	void aDatabaseThatCannotBeReachedIsSaidAndDoesNotKeepItFromForecasting() throws Exception {
		PayeeFile file = file();
		application()
			.withPropertyValues("spring.datasource.url=jdbc:postgresql://localhost:1/none",
					"spring.datasource.hikari.connection-timeout=250")
			.run((context) -> {
				Plan plan = context.getBean(DryRun.class).plan(command(file));
				assertThat(plan.calls()).isEqualTo(2);
				assertThat(plan.noHistory()).startsWith("The database cannot be used: ");
			});
	}

	@Test
	void settingsThatAreWrongAreFoundAllTheSame() {
		application().withPropertyValues("tickmark.recheck.factor=0")
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseMessage("factor: must be between 1 and 10, was 0.0"));
		application().withPropertyValues("tickmark.verification.deadline=25:00")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining(BindException.class.getName())
				.rootCause()
				.hasMessageStartingWith("deadline: \"25:00\" is no deadline: "));
	}

	private ApplicationContextRunner application() {
		return new ApplicationContextRunner().withUserConfiguration(DryRunAlone.class, ScriptedProvider.class)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.withPropertyValues("tickmark.home=" + this.folder.resolve("home"),
					"tickmark.providers.scripted.base-url=http://localhost:9");
	}

	private VerifyCommand command(PayeeFile file) {
		return new VerifyCommand(file, Definitions.own(), this.folder, null, false, false);
	}

	private PayeeFile file() throws Exception {
		return PayeeFile.open(Files.writeString(this.folder.resolve("p.csv"),
				"name,iban,provider\nA,,scripted\nB,,scripted\nA,,scripted\n"));
	}

}
