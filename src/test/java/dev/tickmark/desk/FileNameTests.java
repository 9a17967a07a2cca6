package dev.tickmark.desk;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FileNameTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			payees.csv, payees.csv, payees.csv
			../../etc/passwd, passwd, passwd
			C:\\a\\b.xlsx, b.xlsx, b.xlsx
			.., file, file
			'', file, file
			a/, file, file
			.profile, .profile, profile
			Zahlungen März (2).csv, Zahlungen März (2).csv, Zahlungen_März_2_.csv
			=cmd|' /C calc'!A0, C calc'!A0, C_calc_A0
			""", quoteCharacter = '"')
	void aNameIsMadeHarmless(String given, String shown, String stored) {
		FileName name = FileName.of(given.equals("''") ? "" : given);
		assertThat(name).isEqualTo(new FileName(shown, stored));
	}

	@Test
	void aLongNameKeepsItsEnding() {
		FileName name = FileName.of("\uD83D\uDE00".repeat(150) + "x".repeat(300) + ".csv");
		assertThat(name.shown().codePointCount(0, name.shown().length())).isEqualTo(200);
		assertThat(name.shown()).endsWith(".csv");
		assertThat(name.stored()).hasSize(60).endsWith("xxx.csv");
		assertThat(FileName.of(null)).isEqualTo(new FileName("file", "file"));
		assertThat(FileName.of("a\u202Efdp.csv\u0000").shown()).isEqualTo("a?fdp.csv?");
	}

}
