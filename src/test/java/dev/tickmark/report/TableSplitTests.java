package dev.tickmark.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class TableSplitTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE" })
	void everyLineIsInOneHalfByteForByteAndTheHeaderInBoth(String name) throws IOException {
		Charset charset = Charset.forName(name);
		String header = "\uFEFF".repeat(name.equals("windows-1252") ? 0 : 1) + "Name;IBAN\r\n";
		String first = "\"Jürgen; \r\n Groß\";=1\r\n";
		String second = "Erika ; x\n";
		String third = "Otto;ਊ\r".replace("ਊ", name.equals("windows-1252") ? "o" : "ਊ");
		String fourth = "Anna;last";
		split(charset, header + first + second + "\r\n" + third + fourth, match(2), no(4), match(6), no(7));
		assertThat(content("payable.csv", charset)).isEqualTo(header + first + third);
		assertThat(content("quarantine.csv", charset)).isEqualTo(header + second + "\r\n" + fourth);
	}

	@Test
	void aFileWithoutAHeaderHasNoneInItsHalves() throws IOException {
		split(StandardCharsets.UTF_8, "a,1\nb,2\n", no(1), match(2));
		assertThat(content("payable.csv", StandardCharsets.UTF_8)).isEqualTo("b,2\n");
		assertThat(content("quarantine.csv", StandardCharsets.UTF_8)).isEqualTo("a,1\n");
	}

	@Test
	void whatWasRejectedIsNeverPayable() throws IOException {
		split(StandardCharsets.UTF_8, "h\na\nb\n", match(2), Given.rejected(3, new Problem(null, "wrong"), "b"));
		assertThat(content("payable.csv", StandardCharsets.UTF_8)).isEqualTo("h\na\n");
	}

	@Test
	void aRowBehindTheEndOfTheFileThatWasKeptIsAFaultAndNoReport() {
		assertThatIllegalStateException().isThrownBy(() -> split(StandardCharsets.UTF_8, "h\na\n", match(2), match(9)))
			.withMessageContaining("no line 9");
	}

	private void split(Charset charset, String text, ResultLine... lines) throws IOException {
		Unfinished files = Unfinished.beside(this.folder.resolve("report"), "report");
		try (TableSplit split = TableSplit.of(files, ".csv", new ByteArrayInputStream(text.getBytes(charset)), charset,
				Given.payable(Set.of(Verdict.MATCH)))) {
			for (ResultLine line : lines) {
				split.write(line);
			}
			List<String> names = split.finish(Given.summary(lines));
			files.publish(names);
		}
	}

	private String content(String name, Charset charset) throws IOException {
		return new String(Files.readAllBytes(this.folder.resolve("report").resolve(name)), charset);
	}

	private static ResultLine match(long line) {
		return Given.matched(line, "x");
	}

	private static ResultLine no(long line) {
		return Given.found(line, Finding.of(Verdict.NO_MATCH, "No."), "x");
	}

}
