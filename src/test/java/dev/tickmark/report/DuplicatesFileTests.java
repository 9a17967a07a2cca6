package dev.tickmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DuplicatesFileTests {

	private static final Problem PROBLEM = new Problem("iban", "The check digits are wrong.");

	private static final String RIGHT = "Find out which is right before you pay.";

	@TempDir
	Path folder;

	@Test
	void everyRowOfAPayeeIsThereWithTheLineOfTheFirst() throws IOException {
		assertThat(duplicates(Given.sharing(2, 1, 3, null, "R-1", "Erika", "1"), Given.alone(3, "R-2", "Otto", "2"),
				Given.sharing(4, 1, 3, 2L, "R-3", "erika", "3"), Given.sharing(6, 1, 3, 2L, "R-4", "Erika", "4"),
				Given.sharing(7, 5, 2, null, "R-5", "Anna", "5"), Given.sharing(9, 5, 2, 7L, "R-6", "Anna", "6")))
			.containsExactly("line,first_line,duplicate,reason,reference,name,amount",
					"2,2,SAME_PAYEE,The same payee is also in 2 other lines; it is checked once for all of them.,R-1,Erika,1",
					"4,2,SAME_PAYEE,The same payee as in line 2; it is checked once for all of them.,R-3,erika,3",
					"6,2,SAME_PAYEE,The same payee as in line 2; it is checked once for all of them.,R-4,Erika,4",
					"7,7,SAME_PAYEE,The same payee is also in 1 other line; it is checked once for all of them.,R-5,Anna,5",
					"9,7,SAME_PAYEE,The same payee as in line 7; it is checked once for all of them.,R-6,Anna,6");
	}

	@Test
	void aReferenceThatStandsForSeveralPayeesIsThereWithTheFirstRow() throws IOException {
		assertThat(duplicates(Given.alone(2, "R-1", "Erika", "1"), Given.alone(3, "R-2", "Otto", "2"),
				Given.alone(4, " R-1 ", "Anna", "1"), Given.alone(5, "R-1", "Max", "1")))
			.containsExactly("line,first_line,duplicate,reason,reference,name,amount",
					"2,2,SAME_REFERENCE,\"The same reference is also in 2 other lines, with other details of the payee. "
							+ RIGHT + "\",R-1,Erika,1",
					"4,2,SAME_REFERENCE,\"The same reference as in line 2, with other details of the payee. " + RIGHT
							+ "\",\" R-1 \",Anna,1",
					"5,2,SAME_REFERENCE,\"The same reference as in line 2, with other details of the payee. " + RIGHT
							+ "\",R-1,Max,1");
	}

	@Test
	void theSameReferenceOfTheSamePayeeIsNothingButTheSamePayee() throws IOException {
		assertThat(words(Given.sharing(2, 1, 2, null, "R-1", "Erika", "1"),
				Given.sharing(3, 1, 2, 2L, "R-1", "Erika", "1")))
			.containsExactly("2 SAME_PAYEE", "3 SAME_PAYEE");
	}

	@Test
	void aRowMayHaveBoth() throws IOException {
		Duplicates counts = Given.report(report(), plan(), Given.sharing(2, 1, 2, null, "R-1", "Erika", "1"),
				Given.alone(3, "R-1", "Otto", "1"), Given.sharing(4, 1, 2, 2L, "R-1", "Erika", "1"),
				Given.alone(5, "R-2", "Anna", "1"));
		assertThat(words()).containsExactly("2 SAME_PAYEE", "2 SAME_REFERENCE", "3 SAME_REFERENCE", "4 SAME_PAYEE");
		assertThat(counts).isEqualTo(new Duplicates(2, 2));
		assertThat(Files.readString(report().resolve("summary.json"))).contains("\"same_payee_rows\" : 2",
				"\"same_reference_rows\" : 2");
	}

	@Test
	void rowsWithoutAReferenceHaveNoneInCommon() throws IOException {
		assertThat(words(Given.alone(2, "", "Erika", "1"), Given.alone(3, " ", "Otto", "1"),
				Given.alone(4, "NOTPROVIDED", "Anna", "1"), Given.alone(5, "NOTPROVIDED", "Max", "1"), Given.alone(6)))
			.isEmpty();
	}

	@Test
	void rowsThatWereRejectedAreComparedByWhatTheySayOfThePayee() throws IOException {
		assertThat(
				words(Given.rejected(2, PROBLEM, "R-1", "Erika", "1"), Given.rejected(3, PROBLEM, "R-1", "Erika", "2"),
						Given.rejected(4, PROBLEM, "R-2", "Otto", "1"), Given.rejected(5, PROBLEM, "R-2", "Anna", "1"),
						Given.rejected(6, PROBLEM, "R-3", "Max", "1"), Given.alone(7, "R-3", "Max", "1")))
			.containsExactly("4 SAME_REFERENCE", "5 SAME_REFERENCE", "6 SAME_REFERENCE", "7 SAME_REFERENCE");
	}

	@Test
	void whereThereAreNoneThereIsNoFileAndAnOlderOneGoes() throws IOException {
		assertThat(words(Given.alone(2, "R-1", "Erika", "1"), Given.alone(3, "R-1", "Otto", "1"))).hasSize(2);
		ResultLine[] lines = { Given.alone(2, "R-1", "Erika", "1"), Given.alone(3, "R-2", "Otto", "1") };
		assertThat(Given.report(report(), plan(), lines)).isEqualTo(Duplicates.NONE);
		assertThat(report().resolve("duplicates.csv")).doesNotExist();
	}

	@Test
	void rowsPassASecondTimeOnlyForAReferenceOfSeveralPayees() throws IOException {
		assertThat(passesTwice(Given.alone(2, "R-1", "Erika", "1"), Given.alone(3, "R-2", "Otto", "1"))).isFalse();
		assertThat(passesTwice(Given.sharing(2, 1, 2, null, "R-1", "Erika", "1"),
				Given.sharing(3, 1, 2, 2L, "R-1", "Erika", "1")))
			.isFalse();
		assertThat(passesTwice(Given.alone(2, "R-1", "Erika", "1"), Given.alone(3, "R-1", "Otto", "1"))).isTrue();
	}

	@Test
	void aReportWithoutThatSecondTimeIsNone() throws IOException {
		ResultLine[] lines = { Given.alone(2, "R-1", "Erika", "1"), Given.alone(3, "R-1", "Otto", "1") };
		try (ReportWriter writer = ReportWriter.open(report(), plan())) {
			for (ResultLine line : lines) {
				writer.write(line);
			}
			assertThatIllegalStateException().isThrownBy(() -> writer.finish(Given.summary(lines)))
				.withMessageContaining("have to pass twice");
		}
		assertThat(Given.files(this.folder)).isEmpty();
	}

	@Test
	void theFilesOwnColumnsAreHarmlessAndUnderTheirOwnNames() throws IOException {
		ReportPlan plan = new ReportPlan(List.of("line", "Reason", "reference"), Map.of(Column.REFERENCE, 2), null,
				new ReportPlan.Original.Fields(), Set.of(), Set.of(Verdict.MATCH), true);
		Given.report(report(), plan, Given.sharing(2, 1, 2, null, "=1", "-", "R-1"), Given.sharing(3, 1, 2, 2L));
		assertThat(read()).containsExactly("line,first_line,duplicate,reason,input_line,input_Reason,reference",
				"2,2,SAME_PAYEE,The same payee is also in 1 other line; it is checked once for all of them.,'=1,'-,R-1",
				"3,2,SAME_PAYEE,The same payee as in line 2; it is checked once for all of them.,,,");
	}

	@Test
	void theSameRunGivesTheSameBytes() throws IOException {
		ResultLine[] lines = { Given.sharing(2, 1, 2, null, "R-1", "Erika", "1"),
				Given.sharing(3, 1, 2, 2L, "R-2", "Erika", "1"), Given.alone(4, "R-2", "Otto", "1") };
		List<String> first = duplicates(lines);
		Files.delete(report().resolve("duplicates.csv"));
		assertThat(duplicates(lines)).isEqualTo(first).hasSize(5);
	}

	@Test
	void referencesAreComparedOverALongFile() throws IOException {
		ResultLine[] lines = new ResultLine[5000];
		for (int i = 0; i < lines.length; i++) {
			// the last is another payee's with the first one's reference
			lines[i] = Given.alone(i + 2, "R-" + i % 4999, "Erika", "1");
		}
		assertThat(words(lines)).containsExactly("2 SAME_REFERENCE", "5001 SAME_REFERENCE");
	}

	private boolean passesTwice(ResultLine... lines) throws IOException {
		try (ReportWriter writer = ReportWriter.open(report(), plan())) {
			for (ResultLine line : lines) {
				writer.write(line);
			}
			return writer.needsRowsAgain();
		}
	}

	/** The lines and words of a file of these rows; none when there is none. */
	private List<String> words(ResultLine... lines) throws IOException {
		Given.report(report(), plan(), lines);
		return words();
	}

	private List<String> words() throws IOException {
		return Files.exists(report().resolve("duplicates.csv"))
				? read().stream().skip(1).map((line) -> line.split(",")[0] + " " + line.split(",")[2]).toList()
				: List.of();
	}

	private List<String> duplicates(ResultLine... lines) throws IOException {
		Given.report(report(), plan(), lines);
		return read();
	}

	private List<String> read() throws IOException {
		return Files.readAllLines(report().resolve("duplicates.csv"));
	}

	private Path report() {
		return this.folder.resolve("report");
	}

	private static ReportPlan plan() {
		return new ReportPlan(List.of("reference", "name", "amount"),
				Map.of(Column.REFERENCE, 0, Column.NAME, 1, Column.AMOUNT, 2), null, new ReportPlan.Original.Fields(),
				Set.of(), Set.of(Verdict.MATCH), true);
	}

}
