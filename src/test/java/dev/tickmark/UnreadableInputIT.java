package dev.tickmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What bad input gets: one clear sentence, and nothing is started. */
@Tag("long")
class UnreadableInputIT {

	private static final String HEADER = "reference,name,iban";

	private static final String ROW = "R1,Bäcker GmbH,DE75512108001245126199";

	private static final String TEXT = HEADER + "\n" + ROW + "\n";

	@AutoClose
	private final Workplace here;

	UnreadableInputIT(@TempDir Path folder) {
		this.here = new Workplace(folder);
	}

	static Stream<BadFile> badFiles() {
		byte[] binary = new byte[5000];
		new Random(1).nextBytes(binary);
		String wide = IntStream.range(0, 1000).mapToObj((i) -> "column" + i).collect(Collectors.joining(","));
		return Stream.of(BadFile.of("no such file", null, "does not exist"),
				BadFile.of("a folder", null, "is a folder"), BadFile.of("an empty file", new byte[0], "is empty"),
				BadFile.of("a header alone", utf8(HEADER + "\n"), "has a header and no rows"),
				BadFile.of("a binary file", binary, "line 1", "UTF-8"),
				BadFile.of("UTF-8 with a letter in Windows-1252", damaged(), "line 3", "at position 5 of the line",
						"Windows-1252"),
				BadFile.of("an old workbook",
						new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A,
								(byte) 0xE1 },
						"payees.csv"),
				BadFile.of("another XML", utf8("<?xml version=\"1.0\"?><a xmlns=\"urn:b\"/>"), "pain.001"),
				BadFile.of("XML with a DOCTYPE", utf8("<!DOCTYPE a [<!ENTITY b \"c\">]><a/>"), "DOCTYPE"),
				BadFile.of("a missing column", utf8("reference,iban\nR1,DE75512108001245126199\n"), "line 1",
						"no column says who the payee is"),
				BadFile.of("a column twice", utf8("name,iban,Name\nA,DE75512108001245126199,B\n"), "line 1",
						"column Name", "the same column twice"),
				BadFile.of("an unclosed quote", utf8(TEXT + "R2,\"Open Ltd,DE75512108001245126199\n"), "line 3",
						"column name", "quote"),
				BadFile.of("1,000 columns", utf8(HEADER + "," + wide + "\n" + ROW + "\n"), "line 1", "columns"));
	}

	@ParameterizedTest
	@MethodSource("badFiles")
	void oneSentenceSaysWhatIsWrongAndWhere(BadFile bad) throws IOException {
		if (bad.content() != null) {
			this.here.file("payees.csv", bad.content());
		}
		else if (bad.what().equals("a folder")) {
			Files.createDirectory(this.here.folder().resolve("payees.csv"));
		}
		RunningProgram.Ended ended = this.here.run("verify", "payees.csv", "--sandbox").with(2).saying("payees.csv");
		assertThat(ended.output()).contains(bad.says()).doesNotContain("DE75512108001245126199", "Exception");
		String sentence = ended.output().strip();
		if (bad.what().equals("a missing column")) {
			// a mapping to paste follows it
			assertThat(sentence).endsWith("\ninput:\n  columns:\n    name: \"…\"");
			sentence = sentence.substring(0, sentence.indexOf('\n')).replaceFirst(":$", ".");
		}
		assertThat(sentence.lines()).hasSize(1);
		assertThat(sentence).hasSizeLessThan(500).endsWith(".");
		assertThat(this.here.home()).doesNotExist();
	}

	/** A letter that is one byte, behind one that is two. */
	private static byte[] damaged() {
		byte[] text = utf8(TEXT + "R2,B?cker GmbH,DE75512108001245126199\n");
		for (int i = 0; i < text.length; i++) {
			text[i] = (text[i] == '?') ? (byte) 0xE4 : text[i];
		}
		return text;
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * A file that cannot be read.
	 *
	 * @param what what is wrong with it
	 * @param content its bytes; null for none
	 * @param says what is to be said about it
	 */
	record BadFile(String what, byte[] content, String[] says) {

		static BadFile of(String what, byte[] content, String... says) {
			return new BadFile(what, content, says);
		}

		@Override
		public String toString() {
			return this.what;
		}

	}

}
