package dev.tickmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A small file from the command line to its report. */
class VerdictsIT {

	@AutoClose
	private final Workplace here;

	VerdictsIT(@TempDir Path folder) {
		this.here = new Workplace(folder);
	}

	@Tag("long")
	@Test
	void everyRowGetsItsVerdictInTheOrderOfTheFile() throws IOException {
		Payees payees = new Payees().banfico("0001")
			.paysway("0001")
			.banfico("7101")
			.line("R4,personal,Jo Nobody,DE,EUR,DE00370400440532010001,,")
			.paysway("7103")
			.banfico("7108")
			.banfico("7114")
			.paysway("7102")
			.line("R9,personal,too,few")
			.banfico("7120")
			.paysway("0001")
			.banfico("9503")
			.line("R13,personal,too,many,fields,,,,in,here")
			.line("R14,business," + "x".repeat(5_000_000) + ",GB,GBP,,40-47-84,20000003")
			.paysway("0002");
		this.here.file("payees.csv", payees);
		this.here.run("verify", "payees.csv", "--sandbox")
			.with(0)
			.saying("Run 1: payees.csv, 15 rows, answered by the sandbox", "15 rows in", "all final", "(sandbox)",
					"payees.csv-1");

		Report report = this.here.report("payees.csv", 1);
		assertThat(report.column("reference")).containsExactly("R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9",
				"R10", "R11", "R12", "R13", "R14", "R15");
		assertThat(report.column("verdict")).containsExactly("MATCH", "MATCH", "ACCOUNT_NOT_FOUND", "REJECTED_INPUT",
				"CLOSE_MATCH", "NO_MATCH", "ACCOUNT_UNUSABLE", "UNABLE_TO_CHECK", "REJECTED_INPUT", "MATCH", "MATCH",
				"MATCH", "REJECTED_INPUT", "REJECTED_INPUT", "MATCH");
		assertThat(report.rejected()).extracting((row) -> row.get(0)).containsExactly("5", "10", "14", "15");
		assertThat(report.rejected()).extracting((row) -> row.get(2))
			.satisfiesExactly((iban) -> assertThat(iban).contains("check digits"),
					(few) -> assertThat(few).startsWith("The row has 4 fields, the header has 8."),
					(many) -> assertThat(many).startsWith("The row has 10 fields, the header has 8."),
					(big) -> assertThat(big).startsWith("The value has 5000000 characters, at most 10000 are allowed"));
		assertThat(report.summary().at("/control_totals/agree").booleanValue()).isTrue();
		assertThat(report.lane("paysway").path("verifications").intValue()).as("R2 and R11 ask the same").isEqualTo(4);
		assertThat(this.here.server()).as("the database stops with the program").isEmpty();
	}

	@Tag("long")
	@Test
	void whatStaysOpenIsPolledByTheSameCommandAndNeverSubmittedAgain(@TempDir Path providersFolder)
			throws IOException, InterruptedException {
		this.here.file("payees.csv", new Payees().banfico("7122").paysway("7122").banfico("0001"));
		try (Providers providers = Providers.start(providersFolder, Duration.ZERO, 1000)) {
			String[] command = { "verify", "payees.csv", "--deadline", "3s" };
			this.here.run(providers.settings(20, 20), command)
				.with(3)
				.saying("2 still open", "The same command goes on with the open rows.");
			assertThat(this.here.report("payees.csv", 1).column("verdict")).containsExactly("PENDING", "PENDING",
					"MATCH");
			long banficoPolls = providers.counted("banfico", "polls");
			long payswayPolls = providers.counted("paysway", "polls");

			this.here.run(providers.settings(20, 20), command).with(3).saying("Continuing run 1");
			assertThat(providers.counted("banfico", "submissions")).isEqualTo(2);
			assertThat(providers.counted("paysway", "submissions")).isEqualTo(1);
			assertThat(providers.counted("paysway", "replays")).isZero();
			assertThat(providers.counted("banfico", "polls")).isGreaterThan(banficoPolls);
			assertThat(providers.counted("paysway", "polls")).isGreaterThan(payswayPolls);
		}
	}

}
