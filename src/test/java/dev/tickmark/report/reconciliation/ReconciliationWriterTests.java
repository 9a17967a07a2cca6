package dev.tickmark.report.reconciliation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ReconciliationWriterTests {

	@TempDir
	Path folder;

	private Path target;

	@BeforeEach
	void target() {
		this.target = this.folder.resolve("report");
	}

	@Test
	void aReportHasFourFilesAndNothingIsLeftBeside() throws IOException {
		new Given().items(3, "MATCHED").write(this.folder.resolve("deep/report"));
		assertThat(Given.files(this.folder)).containsExactly("deep", "deep/report", "deep/report/differences.csv",
				"deep/report/reconciliation.csv", "deep/report/reconciliation.html", "deep/report/summary.json");
	}

	@Test
	void everyItemIsInOneTableAndTheDifferencesAloneInTheOther() throws IOException {
		new Given().items(1, "MATCHED").item("CHARGED_TWICE", "R-7", "0.10", "0.10", "lines 3, 9").write(this.target);
		assertThat(this.target.resolve("reconciliation.csv")).hasContent("""
				result,reference,statement price,journal price,note
				MATCHED,R-0,0.10,0.10,
				CHARGED_TWICE,R-7,0.10,0.10,"lines 3, 9"
				""");
		assertThat(this.target.resolve("differences.csv")).hasContent("""
				result,reference,statement price,journal price,note
				CHARGED_TWICE,R-7,0.10,0.10,"lines 3, 9"
				""");
	}

	@Test
	void whatBeginsLikeAFormulaIsHarmlessUnlessItIsWantedAsItIs() throws IOException {
		Given given = new Given().item("CHARGED_TWICE", "=1+1", "-0.10", "0.10", "");
		given.write(this.target);
		assertThat(this.target.resolve("differences.csv")).content().contains("CHARGED_TWICE,'=1+1,-0.10");
		given.asIs().write(this.target);
		assertThat(this.target.resolve("differences.csv")).content().contains("CHARGED_TWICE,=1+1,-0.10");
	}

	@Test
	void theSameReconciliationGivesTheSameBytes() throws IOException {
		Given given = new Given().items(3, "MATCHED").item("NOT_CLEAR", "R-9", "", "", "Müller");
		given.write(this.folder.resolve("one"));
		given.write(this.folder.resolve("two"));
		assertThat(Given.contents(this.folder.resolve("one"))).isEqualTo(Given.contents(this.folder.resolve("two")));
	}

	@Test
	void itemsThatFailInTheMiddleLeaveAnOlderReportAlone() throws IOException {
		new Given().items(3, "MATCHED").write(this.target);
		Map<String, String> before = Given.contents(this.target);
		Given given = new Given().items(4, "MATCHED");
		Listing failing = new Listing(Given.COLUMNS, (items) -> {
			given.listing().all().each(items);
			throw new IllegalStateException("the ledger is gone");
		}, given.listing().differences());
		assertThatIllegalStateException()
			.isThrownBy(() -> ReconciliationWriter.write(this.target, given.reconciliation(), failing))
			.withMessage("the ledger is gone");
		assertThat(Given.contents(this.target)).isEqualTo(before);
		assertThat(Given.files(this.folder)).hasSize(5);
	}

	@Test
	void itemsThatCannotBeReadAreTheReasonWhyThereIsNoReport() throws IOException {
		Listing failing = new Listing(Given.COLUMNS, (_) -> {
		}, (_) -> {
			throw new UncheckedIOException(new IOException("the disk is gone"));
		});
		assertThatIOException().isThrownBy(() -> ReconciliationWriter.write(this.target, Given.counting(), failing))
			.withMessage("the disk is gone");
		assertThat(Given.files(this.folder)).isEmpty();
	}

	@Test
	void whatAKilledProcessLeftIsReplaced() throws IOException {
		Path left = Files.createDirectory(this.folder.resolve(".report.reconciliation.unfinished"));
		Files.writeString(left.resolve("differences.csv"), "half");
		new Given().items(3, "MATCHED").write(this.target);
		assertThat(left).doesNotExist();
		assertThat(Given.contents(this.target)).hasSize(4).doesNotContainValue("half");
	}

	@Test
	void aFolderThatCannotBeMadeIsSaidAsOfOtherReports() throws IOException {
		Path file = Files.writeString(this.folder.resolve("file"), "in the way");
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> new Given().write(file.resolve("report")))
			.withMessageContaining("file");
		assertThat(Given.files(this.folder)).containsExactly("file");
	}

	@Test
	void countsThatMakeOtherItemsThanWereWrittenMakeNoReport() throws IOException {
		Listing listing = new Given().items(3, "MATCHED").listing();
		assertThatIllegalStateException()
			.isThrownBy(() -> ReconciliationWriter.write(this.target, Given.counting(Count.of("MATCHED", 4)), listing))
			.withMessage("the counts make 4 items, written were 3");
		assertThatIllegalStateException().isThrownBy(
				() -> ReconciliationWriter.write(this.target, Given.counting(Count.of("CHARGED_TWICE", 3)), listing))
			.withMessage("the counts make 3 differences, written were 0");
		assertThat(Given.files(this.folder)).isEmpty();
	}

	@Test
	void anItemWithoutACellForEachColumnMakesNoReport() throws IOException {
		Items items = (item) -> item.accept(List.of("MATCHED", "R-1"));
		assertThatIllegalArgumentException().isThrownBy(() -> ReconciliationWriter.write(this.target,
				Given.counting(Count.of("MATCHED", 1)), new Listing(Given.COLUMNS, items, (_) -> {
				})))
			.withMessage("a row has 2 cells for 5 columns");
		assertThat(Given.files(this.folder)).isEmpty();
	}

	@Test
	void twoHundredThousandDifferencesAreAllInTheTableAndAsManyOnThePageAsAPersonReads() throws IOException {
		int many = 200_000;
		Items items = (item) -> IntStream.range(0, many)
			.forEach((i) -> item.accept(List.of("ON_STATEMENT_ONLY", "R-" + i, "0.10", "", "n")));
		ReconciliationWriter.write(this.target, Given.counting(Count.of("ON_STATEMENT_ONLY", many)),
				new Listing(Given.COLUMNS, items, items));
		for (String name : List.of("differences.csv", "reconciliation.csv")) {
			try (var lines = Files.lines(this.target.resolve(name))) {
				assertThat(lines).hasSize(many + 1).last().isEqualTo("ON_STATEMENT_ONLY,R-199999,0.10,,n");
			}
		}
		assertThat(this.target.resolve("reconciliation.html")).content()
			.contains("The first 500 of 200,000.", ">R-499<")
			.doesNotContain(">R-500<");
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void nobodyButTheOwnerAndTheGroupMayReadIt() throws IOException {
		new Given().items(3, "MATCHED").write(this.target);
		for (String name : ReconciliationWriter.NAMES) {
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.target.resolve(name))))
				.isEqualTo("rw-r-----");
		}
	}

}
