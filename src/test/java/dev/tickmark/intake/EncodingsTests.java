package dev.tickmark.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.Column;

import static org.assertj.core.api.Assertions.assertThat;

class EncodingsTests {

	private static final String TEXT = "name,iban\nJürgen Groß,DE89370400440532013000\nÅsa Öberg – “Ab”,DE89370400440532013000\n";

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE" })
	void theEncodingIsFoundOutAndEveryLetterIsKept(String name) throws UnreadableFile {
		Charset charset = Charset.forName(name);
		Path file = Given.file(this.folder, TEXT, charset);
		assertThat(PayeeFile.open(file).layout().format()).isEqualTo(new Format.Csv(',', charset, null));
		assertThat(Given.rows(file)).extracting((row) -> row.fields().getFirst())
			.containsExactly("Jürgen Groß", "Åsa Öberg – “Ab”");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16LE", "UTF-16BE" })
	void aByteOrderMarkTellsItAndIsNoPartOfTheHeader(String name) throws UnreadableFile {
		Path file = Given.file(this.folder, "\uFEFF" + TEXT, Charset.forName(name));
		assertThat(PayeeFile.open(file).layout().written(Column.NAME)).isEqualTo("name");
	}

	@Test
	void itIsSaidWhenTheFileIsNotUtf8() throws UnreadableFile {
		assertThat(PayeeFile.open(Given.file(this.folder, TEXT, Encodings.WINDOWS_1252)).remarks())
			.containsExactly("The file is not UTF-8; it was read as windows-1252.");
		assertThat(PayeeFile.open(Given.file(this.folder, TEXT)).remarks()).isEmpty();
	}

	@Test
	void utf8WithAFaultIsNotReadAsSomethingElse() {
		byte[] text = "name,iban\nJ\u00FCrgen,DE89370400440532013000\nJ?rgen,DE89370400440532013000\n"
			.getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < text.length; i++) {
			text[i] = (text[i] == '?') ? (byte) 0xFC : text[i];
		}
		assertThat(Given.refusal(Given.file(this.folder, text))).contains("line 3", "byte 0xFC", "is not UTF-8");
	}

	@Test
	void whatIsNoLetterOfWindows1252IsRefused() {
		assertThat(Given.refusal(Given.file(this.folder, "name,iban\nJ\u0081rgen,x\n", StandardCharsets.ISO_8859_1)))
			.contains("line 2", "byte 0x81");
	}

}
