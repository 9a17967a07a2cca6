package dev.tickmark.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.InputRow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PayeeFileTests {

	private static final String ROW = "Erika," + Given.IBAN + "\n";

	@TempDir
	Path folder;

	@Test
	void aFileIsKnownByTheHashOfItsContent() throws Exception {
		byte[] content = ("\uFEFFname,iban\n" + ROW.repeat(3)).getBytes(StandardCharsets.UTF_8);
		PayeeFile file = PayeeFile.open(Given.file(this.folder, content));
		assertThat(file.sha256())
			.isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
		assertThat(file.size()).isEqualTo(content.length);
		assertThat(file.rows()).isEqualTo(3);
	}

	@Test
	void theTotalsCountAllRowsAndTheRejectedOnes() throws Exception {
		PayeeFile file = PayeeFile.open(Given.file(this.folder, "name,iban\n" + ROW + "\n" + "Erika\n" + ROW));
		assertThat(file.read((_) -> {
		})).isEqualTo(new Totals(3, 1));
	}

	@ParameterizedTest
	@ValueSource(chars = { ',', ';', '\t' })
	void theDelimiterIsFoundOut(char delimiter) throws Exception {
		String text = ("name;iban;note, more\nErika;" + Given.IBAN + ";x\n").replace(';', delimiter)
			.replace("note" + delimiter + " more", "note");
		PayeeFile file = PayeeFile.open(Given.file(this.folder, text));
		assertThat(file.layout()).isEqualTo(new Layout(new Format.Csv(delimiter, StandardCharsets.UTF_8, null),
				file.layout().header(), Map.of(Column.NAME, 0, Column.IBAN, 1), Map.of(), Notation.ISO));
		assertThat(Given.rows(file.path()).getFirst().problem()).isNull();
	}

	@Test
	void theDelimiterThatGivesKnownColumnsWinsOverTheOneThatGivesMore() throws Exception {
		String text = "name;iban;a,b,c,d,e,f\nErika;" + Given.IBAN + ";x\n";
		assertThat(PayeeFile.open(Given.file(this.folder, text)).layout().format())
			.isEqualTo(new Format.Csv(';', StandardCharsets.UTF_8, null));
	}

	@Test
	void quotedNamesInTheHeaderTellTheDelimiterToo() throws Exception {
		String text = "\"name\";\"iban\"\n\"Erika\";\"" + Given.IBAN + "\"\n";
		assertThat(PayeeFile.open(Given.file(this.folder, text)).layout().format())
			.isEqualTo(new Format.Csv(';', StandardCharsets.UTF_8, null));
	}

	@Test
	void columnsComeInAnyCaseAndOrder() throws Exception {
		PayeeFile file = PayeeFile.open(Given.file(this.folder, "IBAN,my note, Last-Name ,First name\nx,y,z,a\n"));
		assertThat(file.layout().positions())
			.isEqualTo(Map.of(Column.IBAN, 0, Column.LAST_NAME, 2, Column.FIRST_NAME, 3));
		assertThat(file.layout().written(Column.LAST_NAME)).isEqualTo(" Last-Name ");
		assertThat(file.layout().written(Column.PHONE)).isNull();
	}

	@Test
	void columnsWithoutANameMayRepeat() throws Exception {
		InputRow row = Given.rows(Given.file(this.folder, "name,iban,,\nErika," + Given.IBAN + ",,\n")).getFirst();
		assertThat(row.problem()).isNull();
	}

	@Test
	void everyFieldIsCarriedThroughUnchanged() throws Exception {
		String text = "note,name,iban\n \"\" x ,\"  Eri\"\"ka \n M.\"," + Given.IBAN.toLowerCase() + "\n";
		InputRow row = Given.rows(Given.file(this.folder, text)).getFirst();
		assertThat(row.fields()).containsExactly(" \"\" x ", "  Eri\"ka \n M.", Given.IBAN.toLowerCase());
		assertThat(Given.payee(row).values()).isEqualTo(Map.of(Column.NAME, "Eri\"ka M.", Column.IBAN, Given.IBAN));
	}

	@Test
	void aConsumersFailureReachesTheCaller() throws Exception {
		PayeeFile file = PayeeFile.open(Given.file(this.folder, "name,iban\n" + ROW));
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> file.read((_) -> {
			throw new InterruptedException("stop");
		})).withMessage("stop");
	}

	/** Files of random records, in which every record knows the line it begins on. */
	@RepeatedTest(50)
	void linesAreRightForAllLineEndingsAndQuotedBreaks(RepetitionInfo repetition) throws Exception {
		Random random = new Random(repetition.getCurrentRepetition());
		StringBuilder text = new StringBuilder("name,iban").append(lineBreak(random));
		List<Long> expected = new ArrayList<>();
		for (int i = 0; i < 400; i++) {
			if (random.nextInt(5) == 0) {
				text.append((random.nextBoolean()) ? "" : "  ").append(lineBreak(random));
				continue;
			}
			expected.add(linesOf(text));
			text.append("\"Erika").append((random.nextInt(3) == 0) ? lineBreak(random) + "x" + lineBreak(random) : "");
			text.append("\",").append(Given.IBAN, 0, random.nextInt(22)).append(lineBreak(random));
		}
		assertThat(Given.rows(Given.file(this.folder, text.toString()))).extracting(InputRow::line).isEqualTo(expected);
	}

	/** The line after all this text: CRLF, LF and CR alone end a line each. */
	private static long linesOf(StringBuilder text) {
		return text.toString().split("\\r\\n|\\n|\\r", -1).length;
	}

	private static String lineBreak(Random random) {
		return List.of("\r\n", "\n", "\r").get(random.nextInt(3));
	}

}
