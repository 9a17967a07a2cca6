package dev.tickmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Wrong or missing settings: the key is named, and nobody is called. */
@Tag("long")
class ConfigurationIT {

	private static Workplace here;

	@BeforeAll
	static void open(@TempDir Path folder) throws IOException {
		here = new Workplace(folder);
		here.file("payees.csv", Payees.of(1, 1));
		here.file("everybody.csv",
				Payees.everybody().banfico("0001").smartglocal("0001").bank131("0001").paysafe("0001"));
	}

	@AfterAll
	static void close() throws IOException {
		here.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--tickmark.providers.banfico.limits[0].calls=0 | tickmark.providers.banfico.limits[0].calls
			--tickmark.providers.banfico.timeout=abc | tickmark.providers.banfico.timeout
			--tickmark.providers.banfica.base-url=https://x.example | tickmark.providers.banfica
			""")
	void aSettingThatDoesNotFitIsNamed(String setting, String named, @TempDir Path providersFolder)
			throws IOException, InterruptedException {
		try (Providers providers = Providers.start(providersFolder, Duration.ZERO, 1000)) {
			RunningProgram.Ended ended = here.run(providers.settings(10, 10), "verify", "payees.csv", setting);
			refused(ended, named);
			assertThat(providers.counted("banfico", "tokens") + providers.counted("paysway", "tokens")).isZero();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			smartglocal.private-key=gone.pem | smartglocal.private-key: the file gone.pem does not exist.
			bank131.read-back=put            | bank131.read-back: must be get or post
			paysafe.return-url=              | paysafe.return-url: missing
			""")
	void whatALaneNeedsIsCheckedBeforeAnybodyIsCalled(String setting, String named, @TempDir Path providersFolder)
			throws IOException, InterruptedException {
		try (Providers providers = Providers.start(providersFolder, Map.of())) {
			List<String> settings = new ArrayList<>(providers.settings());
			String key = setting.substring(0, setting.indexOf('='));
			settings.removeIf((other) -> other.contains("." + key + "="));
			settings.add("--tickmark.providers." + setting);
			RunningProgram.Ended ended = here.run(settings, "verify", "everybody.csv").with(2).saying(named);
			assertThat(ended.output()).doesNotContain("Exception", "\n\tat ");
			for (String provider : List.of("banfico", "smartglocal", "bank131", "paysafe")) {
				assertThat(providers.counted(provider, "submissions") + providers.counted(provider, "polls")).isZero();
			}
		}
	}

	@Test
	void aLaneThatIsNeededAndNotConfiguredIsNamed() throws IOException {
		RunningProgram.Ended ended = here.run("verify", "payees.csv").with(2);
		assertThat(ended.output()).contains("tickmark.providers.banfico.base-url", "--sandbox", "Nobody was called.")
			.doesNotContain("Exception", "\n\tat ");
	}

	@ParameterizedTest
	@CsvSource({ "--fast, --fast", "--deadline=later, --deadline", "--job=monthly, monthly", "more.csv, more.csv" })
	void anArgumentThatIsNotKnownIsNamed(String argument, String named, @TempDir Path folder) throws IOException {
		try (Workplace fresh = new Workplace(folder)) {
			fresh.file("payees.csv", Payees.of(1, 1));
			RunningProgram.Ended ended = fresh.run("verify", "payees.csv", "--sandbox", argument).with(2);
			assertThat(ended.output().lines().findFirst().orElse("")).contains(named);
			assertThat(ended.output()).doesNotContain("Exception", "\n\tat ");
			assertThat(fresh.home()).as("nothing is started for it").doesNotExist();
		}
	}

	private static void refused(RunningProgram.Ended ended, String named) {
		ended.with(2).saying(named);
		assertThat(ended.output()).doesNotContain("Exception", "\n\tat ");
		assertThat(ended.output().lines()).hasSize(1);
	}

}
