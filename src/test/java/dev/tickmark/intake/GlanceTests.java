package dev.tickmark.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tickmark.payee.Column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GlanceTests {

	@TempDir
	private Path folder;

	@Test
	void aFileWithoutOurColumnsIsShownWithWhatItLacksAndWhatIsLikely() throws Exception {
		Glance glance = glance("""
				Empf\u00e4nger;Bankverbindung;E-Mail;Betrag;Sonstiges
				Erika Muster;DE89370400440532013000;e@example.org;12,50;x
				"Zwei
				Zeilen";DE89370400440532013000;;1;
				""");
		assertThat(glance.layout().format()).isInstanceOfSatisfying(Format.Csv.class,
				(csv) -> assertThat(csv.delimiter()).isEqualTo(';'));
		assertThat(glance.layout().header()).hasSize(5);
		assertThat(glance.lacks()).hasSize(2);
		assertThat(glance.likely())
			.isEqualTo(Map.of(0, Column.NAME, 1, Column.IBAN, 2, Column.EMAIL, 3, Column.AMOUNT));
		assertThat(glance.first()).extracting(Glance.Row::line).containsExactly(2L, 3L);
		assertThat(glance.first().getFirst().cells()).containsExactly("Erika Muster", "DE89370400440532013000",
				"e@example.org", "12,50", "x");
	}

	@Test
	void aFileWithOurColumnsLacksNothing() throws Exception {
		StringBuilder text = new StringBuilder("name,iban,swift\n");
		for (int i = 0; i < 30; i++) {
			text.append("A").append(i).append(",DE89370400440532013000,\n");
		}
		Glance glance = glance(text.toString());
		assertThat(glance.lacks()).isEmpty();
		assertThat(glance.likely()).isEqualTo(Map.of(2, Column.BIC));
		assertThat(glance.layout().positions()).isEqualTo(Map.of(Column.NAME, 0, Column.IBAN, 1));
		assertThat(glance.first()).hasSize(10);
	}

	@Test
	void aFileWithoutAHeaderIsToldSo() throws Exception {
		assertThat(glance("Erika Muster,DE89370400440532013000\nB,C\n").lacks()).last()
			.asString()
			.startsWith("the first line looks like a payee");
	}

	@Test
	void whatIsNoTableIsRefusedWithTheReadersOwnSentence() throws Exception {
		Path zip = Files.write(this.folder.resolve("payees.csv"), new byte[] { 'P', 'K', 3, 4, 0, 0, 0 });
		assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> Glance.at(zip, Input.ANY));
		Path exe = Files.write(this.folder.resolve("exe.csv"), new byte[] { 'M', 'Z', 0, 1, 2, 0, 0, 3, 10 });
		assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> Glance.at(exe, Input.ANY));
	}

	private Glance glance(String text) throws Exception {
		return Glance.at(Files.writeString(this.folder.resolve("list.csv"), text), Input.ANY);
	}

}
