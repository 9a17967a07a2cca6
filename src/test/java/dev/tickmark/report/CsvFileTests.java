package dev.tickmark.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CsvFileTests {

	private static final List<String> CELLS = List.of("=1+1", "@SUM(A1)", "-12.50", "+44 20 7946 0000", "Erika", "+x",
			"");

	@Test
	void whatBeginsLikeAFormulaIsMadeTextAndNumbersAreLeftAlone() throws IOException {
		assertThat(written(true)).isEqualTo("'=1+1,'@SUM(A1),-12.50,+44 20 7946 0000,Erika,'+x,\n");
	}

	@Test
	void programsThatReadItMayHaveItAsItIs() throws IOException {
		assertThat(written(false)).isEqualTo("=1+1,@SUM(A1),-12.50,+44 20 7946 0000,Erika,+x,\n");
	}

	private static String written(boolean harmless) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (CsvFile file = new CsvFile(bytes, harmless)) {
			file.print(CELLS);
		}
		return bytes.toString(StandardCharsets.UTF_8);
	}

}
