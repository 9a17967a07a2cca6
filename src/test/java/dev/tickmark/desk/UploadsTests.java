package dev.tickmark.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.tickmark.ledger.Hashes;
import dev.tickmark.ledger.desk.Upload;
import dev.tickmark.ledger.desk.UploadState;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.verification.definition.Definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UploadsTests extends DeskCase {

	private static final Path FOLDER = Path.of("target/desk-tests/uploads").toAbsolutePath();

	@Test
	void aFileIsKeptUnderAHarmlessNameAndTheActIsWrittenDown() throws Exception {
		Upload upload = take("C:\\lists\\..\\Kreditoren <b>\u0007 Q4.csv", "name,iban\n");
		assertThat(upload.name()).isEqualTo("Kreditoren <b>? Q4.csv");
		assertThat(upload.path()).hasFileName("Kreditoren_b_Q4.csv").startsWith(FOLDER);
		assertThat(Files.readString(upload.path())).isEqualTo("name,iban\n");
		assertThat(upload.sha256()).isEqualTo(Hashes.sha256("name,iban\n"));
		assertThat(upload.state()).isEqualTo(UploadState.BROUGHT);
		assertThat(now(upload)).isEqualTo(upload);
		assertThat(this.acts.by("anna", Long.MAX_VALUE, 1)).singleElement().satisfies((act) -> {
			assertThat(act.deed().kind()).isEqualTo(ActKind.UPLOAD);
			assertThat(act.deed().subject()).isEqualTo("Kreditoren <b>? Q4.csv");
		});
	}

	@Test
	void ofAFileThatIsTooLargeNothingIsLeft() throws Exception {
		List<Path> before = files();
		assertThatExceptionOfType(UploadRefused.class).isThrownBy(() -> this.uploads.take(ANNA, "a.csv", endless()))
			.satisfies((refused) -> assertThat(refused.isTooLarge()).isTrue())
			.withMessageStartingWith("The file is larger than 20480 bytes, the most that is taken here;");
		assertThat(files()).isEqualTo(before);
	}

	@Test
	void ofAFileThatBreaksOffOrIsEmptyNothingIsLeft() throws Exception {
		List<Path> before = files();
		InputStream breaksOff = new InputStream() {

			private int left = 100;

			@Override
			public int read() throws IOException {
				if (this.left-- == 0) {
					throw new IOException("connection reset");
				}
				return 'a';
			}

			@Override
			public int read(byte[] target, int offset, int length) throws IOException {
				target[offset] = (byte) read();
				return 1;
			}

		};
		assertThatExceptionOfType(UploadRefused.class).isThrownBy(() -> this.uploads.take(ANNA, "a.csv", breaksOff))
			.withMessage("The upload broke off after 100 bytes; nothing was kept of it. Bring the file again.");
		assertThatExceptionOfType(UploadRefused.class).isThrownBy(() -> take("a.csv", ""))
			.withMessageStartingWith("The file is empty");
		assertThat(files()).isEqualTo(before);
	}

	@Test
	void whatNobodyStartsIsRemovedAfterAWhile() throws Exception {
		Upload old = take("old.csv", "name,iban\nA,B\n");
		Upload young = take("young.csv", "name,iban\nA,B\n");
		age(old, Duration.ofDays(8));
		age(young, Duration.ofDays(6));
		this.uploads.tidy();
		assertThat(this.uploads.find(old.id())).isEmpty();
		assertThat(old.path().getParent()).doesNotExist();
		assertThat(young.path()).exists();
		assertThat(this.desk.start(ANNA, old.id(), Definitions.own(), null, false)).asString()
			.contains("There is no file " + old.id());
	}

	private void age(Upload upload, Duration age) {
		this.jdbc.sql("update upload set changed_at = ? where id = ?")
			.params(Instant.now().minus(age).atOffset(ZoneOffset.UTC), upload.id())
			.update();
	}

	private static InputStream endless() {
		return new InputStream() {

			@Override
			public int read() {
				return 'a';
			}

			@Override
			public int read(byte[] target, int offset, int length) {
				return length;
			}

		};
	}

	private static List<Path> files() throws IOException {
		try (Stream<Path> all = Files.exists(FOLDER) ? Files.list(FOLDER) : Stream.empty()) {
			return all.filter((path) -> path.getFileName().toString().startsWith(Leftovers.PART)).sorted().toList();
		}
	}

}
