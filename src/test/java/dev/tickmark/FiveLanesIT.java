package dev.tickmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.provider.PartnerKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A file that needs all five providers. */
@EnabledOnOs(OS.LINUX)
class FiveLanesIT {

	@AutoClose
	private final Workplace here;

	FiveLanesIT(@TempDir Path folder) {
		this.here = new Workplace(folder);
	}

	@Test
	@Tag("long")
	void whatTakesTheNightIsPickedUpByTheSameCommandWithPollsOnly(@TempDir Path providersFolder) throws Exception {
		this.here.file("payees.csv",
				Payees.everybody()
					.bank131("0001")
					.banfico("0001")
					.bank131("7108")
					.paysway("0001")
					.smartglocal("0001")
					.paysafe("0001"));
		Map<String, Map<String, String>> keys = Map.of("bank131", Map.of("pending-for", "12s"));
		try (Providers providers = Providers.start(providersFolder, keys)) {
			this.here.run(providers.settings(), "verify", "payees.csv").with(3).saying("6 rows in", "2 still open");
			Report report = this.here.report("payees.csv", 1);
			assertThat(report.column("verdict")).containsExactly("PENDING", "MATCH", "PENDING", "MATCH", "MATCH",
					"MATCH");
			assertThat(report.column("basis")).containsSubsequence("NAME_AND_ACCOUNT", "REGISTRATION_ONLY",
					"OWNERSHIP");
			assertThat(report.results().get(4).get("name_match")).isEqualTo("NOT_CHECKED");
			assertThat(providers.counted("bank131", "submissions")).isEqualTo(2);
			long polls = providers.counted("bank131", "polls");

			await().until(() -> this.here.run(providers.settings(), "verify", "payees.csv").code() == 0);
			assertThat(report.column("verdict")).containsExactly("MATCH", "MATCH", "NO_MATCH", "MATCH", "MATCH",
					"MATCH");
			assertThat(report.results().getFirst().get("basis")).isEqualTo("IDENTITY_DOCUMENT");
			assertThat(providers.counted("bank131", "submissions")).as("polls only").isEqualTo(2);
			assertThat(providers.counted("bank131", "polls")).isGreaterThan(polls);
			for (String other : List.of("banfico", "paysway", "smartglocal", "paysafe")) {
				assertThat(providers.counted(other, "submissions")).as(other).isEqualTo(1);
			}
		}
	}

	@Test
	void theAnswerToOtherDataOfTheSamePersonIsNobodyElses(@TempDir Path providersFolder) throws Exception {
		this.here.file("payees.csv", Payees.everybody().bank131("0001", "AG-1").bank131("0002", "AG-1"));
		try (Providers providers = Providers.start(providersFolder, Map.of())) {
			this.here.run(providers.settings(), "verify", "payees.csv").with(0);
			// which of the two comes first is not said
			assertThat(this.here.report("payees.csv", 1).column("verdict")).containsExactlyInAnyOrder("MATCH",
					"UNABLE_TO_CHECK");
			this.here.run(providers.settings(), "verify", "payees.csv", "--again").with(0);
			assertThat(this.here.report("payees.csv", 2).column("verdict"))
				.isEqualTo(this.here.report("payees.csv", 1).column("verdict"));
			assertThat(providers.counted("bank131", "submissions")).isEqualTo(1);
		}
	}

	@Tag("long")
	@ParameterizedTest
	@ValueSource(strings = { "smartglocal", "bank131" })
	void aWrongKeyStopsItsLaneWithOneMessageAndTheOthersFinish(String wrong, @TempDir Path providersFolder)
			throws Exception {
		Payees payees = Payees.everybody();
		for (String ending : List.of("0001", "0002", "0003")) {
			payees.banfico(ending).paysway(ending).smartglocal(ending).bank131(ending).paysafe(ending);
		}
		this.here.file("payees.csv", payees);
		try (Providers providers = Providers.start(providersFolder, Map.of())) {
			List<String> settings = new ArrayList<>(providers.settings());
			settings.removeIf((setting) -> setting.contains(wrong + ".private-key"));
			settings.add("--tickmark.providers." + wrong + ".private-key=" + PartnerKey.make().file());
			RunningProgram.Ended ended = this.here.run(settings, "verify", "payees.csv").with(3);
			assertThat(ended.output().lines().filter((line) -> line.contains("private-key"))).hasSize(1);
			Report report = this.here.report("payees.csv", 1);
			assertThat(report.results()).allSatisfy((row) -> assertThat(row.get("verdict"))
				.isEqualTo(row.get("checked_by").startsWith(wrong) ? "PROVIDER_ERROR" : "MATCH"));
			assertThat(report.results()).extracting((row) -> row.get("verdict"))
				.filteredOn("PROVIDER_ERROR"::equals)
				.hasSize(3);

			this.here.run(providers.settings(), "verify", "payees.csv").with(0).saying("15 rows in", "all final");
			assertThat(report.column("verdict")).hasSize(15).containsOnly("MATCH");
		}
	}

}
