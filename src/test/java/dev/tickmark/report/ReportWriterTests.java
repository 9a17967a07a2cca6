package dev.tickmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ReportWriterTests {

	private static final List<String> HEADER = List.of("name");

	@TempDir
	Path folder;

	@Test
	void aFinishedReportHasFourFilesAndNothingIsLeftBeside() throws IOException {
		Given.report(this.folder.resolve("deep/report"), HEADER, Given.matched(2, "Erika"));
		assertThat(Given.files(this.folder)).containsExactly("deep", "deep/report", "deep/report/actions.csv",
				"deep/report/rejected.csv", "deep/report/results.csv", "deep/report/summary.json");
	}

	@Test
	void aReportThatWasNotFinishedLeavesNothing() throws IOException {
		try (ReportWriter report = ReportWriter.open(this.folder.resolve("report"), Given.results(HEADER))) {
			report.write(Given.matched(2, "Erika"));
		}
		assertThat(Given.files(this.folder)).isEmpty();
	}

	@Test
	void aReportThatWasNotFinishedLeavesAnOlderOneAlone() throws IOException {
		Path target = this.folder.resolve("report");
		Given.report(target, HEADER, Given.matched(2, "Erika"));
		List<String> before = contents(target);
		try (ReportWriter report = ReportWriter.open(target, Given.results(HEADER))) {
			report.write(Given.matched(2, "Otto"));
			assertThat(contents(target)).isEqualTo(before);
		}
		assertThat(contents(target)).isEqualTo(before);
		assertThat(Given.files(this.folder)).hasSize(5);
	}

	@Test
	void aReportReplacesAnOlderOne() throws IOException {
		Path target = this.folder.resolve("report");
		Given.report(target, HEADER, Given.matched(2, "Erika"));
		Given.report(target, HEADER, Given.matched(2, "Otto"), Given.matched(3, "Max"));
		assertThat(contents(target).get(1)).contains("Otto").doesNotContain("Erika");
		assertThat(contents(target).get(2)).contains("\"in\" : 2");
	}

	@Test
	void theSameRunGivesTheSameBytes() throws IOException {
		ResultLine[] lines = { Given.matched(2, "Erika"), Given.matched(3, "Müller, \"M\"") };
		Given.report(this.folder.resolve("one"), HEADER, lines);
		Given.report(this.folder.resolve("two"), HEADER, lines);
		assertThat(contents(this.folder.resolve("one"))).isEqualTo(contents(this.folder.resolve("two")));
	}

	@Test
	void whatAKilledProcessLeftIsReplaced() throws IOException {
		Path left = Files.createDirectory(this.folder.resolve(".report.report.unfinished"));
		Files.writeString(left.resolve("results.csv"), "half");
		Given.report(this.folder.resolve("report"), HEADER, Given.matched(2, "Erika"));
		assertThat(left).doesNotExist();
		assertThat(contents(this.folder.resolve("report")).get(1)).doesNotContain("half");
	}

	@Test
	void aSummaryThatCountsOtherRowsThanWereWrittenMakesNoReport() throws IOException {
		try (ReportWriter report = ReportWriter.open(this.folder.resolve("report"), Given.results(HEADER))) {
			report.write(Given.matched(2, "Erika"));
			RunSummary wrong = Given.summary(Given.matched(2, "Erika"), Given.matched(3, "Otto"));
			assertThatIllegalStateException().isThrownBy(() -> report.finish(wrong))
				.withMessage("the summary counts 2 rows with MATCH, written were 1");
		}
		assertThat(Given.files(this.folder)).isEmpty();
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void nobodyButTheOwnerAndTheGroupMayReadIt() throws IOException {
		Path target = this.folder.resolve("report");
		Given.report(target, HEADER, Given.matched(2, "Erika"));
		for (String name : List.of("results.csv", "rejected.csv", "summary.json")) {
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve(name))))
				.isIn("rw-r-----", "rw-------");
		}
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target))).endsWith("---");
	}

	/** Rejected, results, summary. */
	private static List<String> contents(Path report) throws IOException {
		return List.of(Files.readString(report.resolve("rejected.csv")),
				Files.readString(report.resolve("results.csv")), Files.readString(report.resolve("summary.json")));
	}

}
