package dev.tickmark.intake;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class StatementLineTests {

	@TempDir
	Path folder;

	@Test
	void everyMappedColumnIsRead() throws UnreadableFile {
		StatementLine line = line(
				"2026-11-01T10:00:00Z, V-1 ,key-1,CHECK,Close  Match,0.10,eur,DE89 3704,Erika  Mustermann");
		assertThat(line.problem()).isNull();
		assertThat(line.number()).isEqualTo(1);
		assertThat(line.line()).isEqualTo(2);
		assertThat(line.reference()).isEqualTo("V-1");
		assertThat(line.key()).isEqualTo("key-1");
		assertThat(line.at()).isEqualTo(Instant.parse("2026-11-01T10:00:00Z"));
		assertThat(line.wholeDay()).isFalse();
		assertThat(line.kind()).isEqualTo(CallKind.SUBMIT);
		assertThat(line.kindWritten()).isEqualTo("CHECK");
		assertThat(line.result()).isEqualTo("Close  Match");
		assertThat(line.meaning()).containsExactly(Verdict.CLOSE_MATCH);
		assertThat(line.price()).isEqualTo(new BigDecimal("0.10"));
		assertThat(line.currency()).isEqualTo("EUR");
		assertThat(line.account()).isEqualTo("DE893704");
		assertThat(line.name()).isEqualTo("Erika Mustermann");
	}

	@Test
	void aColumnThatIsEmptySaysNothing() throws UnreadableFile {
		StatementLine line = line(",V-1,,,,,,,");
		assertThat(line).isEqualTo(new StatementLine(1, 2, "V-1", null, null, false, null, "", null, Set.of(), null,
				null, null, null, null));
	}

	@Test
	void aWordThatIsNotKnownIsKeptAndMeansNothing() throws UnreadableFile {
		StatementLine line = line(",V-1,,monitoring,perhaps,,,,");
		assertThat(line.problem()).isNull();
		assertThat(line.kind()).isNull();
		assertThat(line.kindWritten()).isEqualTo("monitoring");
		assertThat(line.result()).isEqualTo("perhaps");
		assertThat(line.meaning()).isEmpty();
	}

	@Test
	void aWordMayStandForSeveralVerdicts() throws UnreadableFile {
		assertThat(line(",V-1,,status,OPEN,,,,").meaning()).containsExactlyInAnyOrder(Verdict.PENDING,
				Verdict.ACTION_REQUIRED);
	}

	@Test
	void withoutAColumnForItEveryLineIsASubmission() throws UnreadableFile {
		StatementMapping mapping = GivenStatement.mapping(Input.ANY,
				Map.of(StatementColumn.REFERENCE, GivenStatement.named("id")));
		StatementLine line = GivenStatement.line(this.folder, ",V-1,,whatever,,,,,", mapping);
		assertThat(line.kind()).isEqualTo(CallKind.SUBMIT);
		assertThat(line.kindWritten()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-01T10:00:00.123Z, 2026-11-01T10:00:00.123Z, false",
			"2026-11-01T10:00:00+02:00, 2026-11-01T08:00:00Z, false",
			"2026-11-01 10:00:00 +0200, 2026-11-01T08:00:00Z, false", "2026-11-01 10:00, 2026-11-01T09:00:00Z, false",
			"2026-11-01 10:00:00 UTC, 2026-11-01T10:00:00Z, false", "2026-11-01, 2026-10-31T23:00:00Z, true",
			"01.11.2026 10:00, 2026-11-01T09:00:00Z, false", "01.11.2026, 2026-10-31T23:00:00Z, true",
			"Nov 1 2026 9:05 PM, 2026-11-01T20:05:00Z, false" })
	void aTimeIsReadInItsZone(String written, String at, boolean wholeDay) throws UnreadableFile {
		StatementMapping mapping = GivenStatement.mapping(null, "dd.MM.yyyy HH:mm", "dd.MM.yyyy", "MMM d yyyy h:mm a");
		StatementLine line = GivenStatement.line(this.folder, written + ",V-1,,,,,,,", mapping);
		assertThat(line.problem()).isNull();
		assertThat(line.at()).isEqualTo(Instant.parse(at));
		assertThat(line.wholeDay()).isEqualTo(wholeDay);
	}

	@ParameterizedTest
	@CsvSource({ "yesterday", "2026-02-30", "01.11.2026 25:00", "2026-11-01T24:00:00Z", "0206-11-01" })
	void aTimeThatIsNoneIsAProblemOfTheLineAndTheRestIsThere(String written) throws UnreadableFile {
		StatementMapping mapping = GivenStatement.mapping(null, "dd.MM.yyyy HH:mm");
		StatementLine line = GivenStatement.line(this.folder, written + ",V-1,,,,0.10,EUR,,", mapping);
		assertThat(line.problem()).isEqualTo("Column at: \"" + written
				+ "\" is no time; expected is dd.MM.yyyy HH:mm or 2026-01-31T13:45:00, with or without +01:00.");
		assertThat(line.at()).isNull();
		assertThat(line.reference()).isEqualTo("V-1");
		assertThat(line.price()).isEqualByComparingTo("0.10");
	}

	@Test
	void anAccountWhereATimeIsExpectedIsNotRepeated() throws UnreadableFile {
		for (String account : new String[] { Given.IBAN, "3704 0044 0532 0130 00", "12-34-56 12345678" }) {
			assertThat(line(account + ",V-1,,,,,,,").problem()).contains("is no time")
				.doesNotContain("2013", "0532", "12345");
		}
		assertThat(line("2026-11-0110:00,V-1,,,,,,,").at()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "abc,EUR,Column amount: \"abc\" is no amount.",
			"0.10,Euros,Column currency: \"Euros\" is no code of ISO",
			"0.10 USD,EUR,Column amount: The amount is in USD", "€ 1,USD,Column amount: The amount is in EUR" })
	void anAmountThatIsNoneIsAProblemOfTheLine(String amount, String currency, String problem) throws UnreadableFile {
		assertThat(line(",V-1,,,," + amount + "," + currency + ",,").problem()).startsWith(problem);
	}

	@Test
	void aCurrencyBesideTheAmountIsUnderstood() throws UnreadableFile {
		StatementLine line = line(",V-1,,,,\"0,10 EUR\",,,");
		assertThat(line.price()).isEqualByComparingTo("0.10");
		assertThat(line.currency()).isEqualTo("EUR");
		assertThat(line(",V-1,,,,$0.10,CAD,,").currency()).isEqualTo("CAD");
	}

	@Test
	void aLineOfTotalsIsAProblemAndKeepsItsAmount() throws UnreadableFile {
		StatementLine line = line("Total,,,,,123.40,EUR,,");
		assertThat(line.problem()).startsWith("Column at: \"Total\" is no time");
		assertThat(line.price()).isEqualByComparingTo("123.40");
		assertThat(line(",,,,,123.40,EUR,,").problem()).isEqualTo(
				"Columns id and request and account: The values are missing, so nobody can tell which verification the"
						+ " line is for.");
	}

	@Test
	void aLineWithTooFewFieldsIsAProblem() throws UnreadableFile {
		assertThat(line("Total;;123.40").problem()).isEqualTo("The row has 1 field, the header has 9.");
	}

	@Test
	void aValueThatIsTooLongIsAProblem() throws UnreadableFile {
		StatementLine line = line(",V-1,,," + "x".repeat(201) + ",,,,");
		assertThat(line.problem()).isEqualTo("Column outcome: The value has 201 characters, at most 200 are allowed.");
		assertThat(line.reference()).isEqualTo("V-1");
	}

	@ParameterizedTest
	@CsvSource({ "de89 3704-0044, DE8937040044", "****3000, ****3000", "•••• 3000, ****3000", "xxxx3000, ****3000",
			"DE89...3000, DE89…3000", "…3000, …3000", "12-34-56 12345678, 12345612345678", "MAXX1, MAXX1" })
	void anAccountHasOneFormHoweverItIsWritten(String written, String account) throws UnreadableFile {
		assertThat(line(",,,,,,," + written + ",").account()).isEqualTo(account);
	}

	@Test
	void anAccountIsNeverPartOfWhatIsLogged() throws UnreadableFile {
		assertThat(line(",V-1,,,,,," + Given.IBAN + ",Erika").toString()).contains("V-1")
			.doesNotContain("DE89", "3000", "Erika");
	}

	@Test
	void blankLinesAndThoseOfDelimitersAreSkipped() throws UnreadableFile {
		Path file = GivenStatement.file(this.folder,
				GivenStatement.HEADER + "\n,V-1,,,,,,,\n,,,,,,,,\n\n,V-2,,,,,,,\n");
		List<StatementLine> lines = GivenStatement.lines(file, GivenStatement.mapping());
		assertThat(lines).extracting(StatementLine::number).containsExactly(1L, 2L);
		assertThat(lines).extracting(StatementLine::line).containsExactly(3L, 6L);
	}

	private StatementLine line(String line) throws UnreadableFile {
		return GivenStatement.line(this.folder, line);
	}

}
