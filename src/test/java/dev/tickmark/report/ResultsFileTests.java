package dev.tickmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ResultsFileTests {

	private static final String ADDED = "verdict,account_state,name_match,basis,suggested_name,reason_code,reason,"
			+ "checked_by,provider_reference,attempts,checked_at\n";

	@TempDir
	Path folder;

	@Test
	void everyColumnIsKeptAndTheOutcomeAdded() throws IOException {
		ResultLine close = Given.found(3,
				Finding.of(Verdict.CLOSE_MATCH, "The name is similar.")
					.account(AccountState.ACTIVE)
					.name(NameMatch.PARTIAL)
					.suggesting("Müller, Jürgen"),
				" Jurgen \"J\" Muller ", "line\nbreak");
		assertThat(results(List.of("Name", "note"), Given.matched(2, "Erika", ""), close)).isEqualTo("Name,note,"
				+ ADDED
				+ "Erika,,MATCH,ACTIVE,FULL,NAME_AND_ACCOUNT,,MTCH,The name agrees.,banfico,ref-1,1,2026-03-01T22:15:30Z\n"
				+ "\" Jurgen \"\"J\"\" Muller \",\"line\nbreak\",CLOSE_MATCH,ACTIVE,PARTIAL,NAME_AND_ACCOUNT,"
				+ "\"Müller, Jürgen\",,The name is similar.,banfico,,1,2026-03-01T22:15:30Z\n");
	}

	@Test
	void aRejectedRowHasItsProblemAndNothingElse() throws IOException {
		ResultLine rejected = Given.rejected(2, new Problem("Sort Code", "The sort code has 5 digits."), "Erika",
				"60161");
		assertThat(results(List.of("name", "Sort Code"), rejected)).isEqualTo("name,Sort Code," + ADDED
				+ "Erika,60161,REJECTED_INPUT,,,,,,Sort Code: The sort code has 5 digits.,,,,\n");
	}

	@Test
	void aRowWithTooFewFieldsIsPaddedAndOneWithTooManyIsCut() throws IOException {
		Problem problem = new Problem(null, "The row is wrong.");
		assertThat(results(List.of("a", "b", "c"), Given.rejected(2, problem, "1"),
				Given.rejected(3, problem, "1", "2", "3", "4")))
			.isEqualTo("a,b,c," + ADDED + "1,,,REJECTED_INPUT,,,,,,The row is wrong.,,,,\n"
					+ "1,2,3,REJECTED_INPUT,,,,,,The row is wrong.,,,,\n");
	}

	@Test
	void aVerdictFromTheSandboxSaysSo() throws IOException {
		ResultLine line = new ResultLine(2, List.of("Erika"), null, Given.match(), Given.BANFICO, true, 2,
				Given.CHECKED_AT, 0, null, null, null);
		assertThat(results(List.of("name"), line)).contains(",banfico (sandbox),ref-1,2,");
	}

	@Test
	void aRowThatNobodyWasAskedAboutHasNoProviderAndNoTime() throws IOException {
		ResultLine line = new ResultLine(2, List.of("Erika"), null, Finding.of(Verdict.PENDING, "Not asked yet."), null,
				true, null, null, 0, null, null, null);
		assertThat(results(List.of("name"), line))
			.endsWith("Erika,PENDING,UNKNOWN,NOT_CHECKED,,,,Not asked yet.,,,,\n");
	}

	@Test
	void theBasisOfAVerdictIsWrittenAsItIs() throws IOException {
		Finding finding = Finding.of(Verdict.UNABLE_TO_CHECK, "Only the registration is known.")
			.basis(Basis.REGISTRATION_ONLY);
		assertThat(results(List.of("name"), Given.found(2, finding, "Erika"))).contains(",REGISTRATION_ONLY,");
	}

	@Test
	void aQuestionThatWasAskedAgainSaysSo() throws IOException {
		assertThat(results(List.of("name"), repeated(1), repeated(2)))
			.contains(
					"The name agrees. Asked again once after an interruption; the provider may have charged it again.,")
			.contains("The name agrees. Asked again 2 times after an interruption;");
	}

	@Test
	void aReusedAnswerSaysOfWhenAndOfWhichRunItIs() throws IOException {
		ResultLine line = new ResultLine(2, List.of("Erika"), null, Given.match(), Given.BANFICO, false, null,
				Given.CHECKED_AT, 0, null, null, null, 12L, null);
		assertThat(results(List.of("name"), line)).endsWith("Erika,MATCH,ACTIVE,FULL,NAME_AND_ACCOUNT,,MTCH,"
				+ "The name agrees. Reused: checked on 2026-03-01 in run 12.,banfico,ref-1,,2026-03-01T22:15:30Z\n");
	}

	@Test
	void aColumnWithOneOfOurNamesIsKeptUnderAnother() {
		assertThat(ResultCells.renamed(List.of("name", "Reason", "verdict"), ResultCells.ADDED)).containsExactly("name",
				"input_Reason", "input_verdict");
	}

	@Test
	void theOtherNameIsUniqueToo() {
		assertThat(ResultCells.renamed(List.of("reason", "INPUT_reason", "input_input_reason"), ResultCells.ADDED))
			.containsExactly("input_input_input_reason", "INPUT_reason", "input_input_reason");
	}

	@Test
	void aRowHasEitherAProblemOrAFinding() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ResultLine(2, List.of(), null, null, null, false, null, null, 0, null, null, null));
	}

	private static ResultLine repeated(int repeats) {
		return new ResultLine(2, List.of("Erika"), null, Given.match(), Given.BANFICO, false, 1, Given.CHECKED_AT,
				repeats, null, null, null);
	}

	private String results(List<String> header, ResultLine... lines) throws IOException {
		Path report = this.folder.resolve("report");
		Given.report(report, header, lines);
		return Files.readString(report.resolve("results.csv"));
	}

}
