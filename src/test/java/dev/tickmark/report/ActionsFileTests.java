package dev.tickmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Action;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class ActionsFileTests {

	private static final String SECRET = "c2Rm";

	private static final Action LINK = new Action("https://pay.example/initiate?secureCode=" + SECRET + "%3D",
			Instant.parse("2026-03-01T22:17:30.9Z"));

	private static final List<String> HEADER = List.of("reference", "Link", "name");

	@TempDir
	Path folder;

	@Test
	void hasTheLinkWithEverythingThatTellsWhoseItIs() throws IOException {
		Given.report(this.folder.resolve("report"), HEADER, Given.matched(2, "A-1", "x", "Erika"),
				action(3, LINK, "A-2", "y", "Otto"), action(4, null, "A-3", "z", "Max"));
		assertThat(Files.readAllLines(this.folder.resolve("report/actions.csv"))).containsExactly(
				"line,link,expires_at,reason,checked_by,provider_reference,reference,input_Link,name",
				"3,https://pay.example/initiate?secureCode=c2Rm%3D,2026-03-01T22:17:30Z,The customer must act.,"
						+ "paysafe (sandbox),s-1,A-2,y,Otto",
				"4,,,The customer must act.,paysafe (sandbox),s-1,A-3,z,Max");
	}

	@Test
	void noOtherFileHasTheLink() throws IOException {
		Path report = this.folder.resolve("report");
		Given.report(report, HEADER, action(2, LINK, "A-1", "x", "Erika"));
		for (String file : List.of("results.csv", "rejected.csv", "summary.json")) {
			assertThat(Files.readString(report.resolve(file))).doesNotContain(SECRET, "pay.example");
		}
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void isItsOwnersAlone() throws IOException {
		Path report = this.folder.resolve("report");
		Given.report(report, HEADER, action(2, LINK, "A-1", "x", "Erika"));
		assertThat(permissions(report.resolve("actions.csv"))).isEqualTo("rw-------");
		try (ActionsWriter writer = ActionsWriter.open(report, HEADER, true)) {
			writer.write(action(2, LINK, "A-1", "x", "Erika"));
			assertThat(permissions(this.folder.resolve(".report.actions.unfinished/actions.csv")))
				.as("from the first byte on")
				.isEqualTo("rw-------");
			writer.finish();
		}
		assertThat(permissions(report.resolve("actions.csv"))).isEqualTo("rw-------");
	}

	@Test
	void isThereBeforeTheReportIsAndLeavesAnOlderReportAlone() throws IOException {
		Path report = this.folder.resolve("report");
		hand(report, action(2, LINK, "A-1", "x", "Erika"));
		assertThat(Given.files(report)).containsExactly("actions.csv");
		Given.report(report, HEADER, action(2, LINK, "A-1", "x", "Erika"));
		String summary = Files.readString(report.resolve("summary.json"));
		hand(report, Given.matched(2, "A-1", "x", "Erika"));
		assertThat(Files.readAllLines(report.resolve("actions.csv"))).hasSize(1);
		assertThat(Files.readString(report.resolve("summary.json"))).isEqualTo(summary);
		assertThat(Given.files(this.folder)).hasSize(5);
	}

	private static void hand(Path report, ResultLine line) throws IOException {
		try (ActionsWriter writer = ActionsWriter.open(report, HEADER, true)) {
			writer.write(line);
			assertThat(writer.finish()).isEqualTo(report.resolve("actions.csv"));
		}
	}

	private static String permissions(Path file) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
	}

	private static ResultLine action(long line, @Nullable Action action, String... fields) {
		Finding finding = Finding.of(Verdict.ACTION_REQUIRED, "The customer must act.")
			.basis(Basis.OWNERSHIP)
			.reference("s-1");
		return new ResultLine(line, List.of(fields), null, finding, new ProviderName("paysafe"), true, 1,
				Given.CHECKED_AT, 0, action, null, null);
	}

}
