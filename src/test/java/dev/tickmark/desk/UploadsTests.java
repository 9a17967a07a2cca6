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

import dev.tickmark.TestDatabase;
import dev.tickmark.ledger.Hashes;
import dev.tickmark.ledger.desk.Upload;
import dev.tickmark.ledger.desk.UploadState;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.verification.definition.Definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class UploadsTests extends DeskCase {

	private static final Path FOLDER = TestDatabase.FOLDER.resolve("desk-tests/uploads").toAbsolutePath();

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

	@Test
	void whatWasRefusedThoughItHasARunIsRemovedAsWell() throws Exception {
		Upload upload = bring(1);
		start(upload);
		awaitState(upload, UploadState.ENDED);
		this.jdbc.sql("update upload set state = 'REFUSED' where id = ?").param(upload.id()).update();
		age(upload, Duration.ofDays(8));
		this.uploads.tidy();
		assertThat(this.uploads.find(upload.id())).isEmpty();
		assertThat(upload.path()).doesNotExist();
	}

	@Test
	void theFileOfARunIsRemovedAfterAWhileWhenItsRowsAreInTheLedger() throws Exception {
		Upload old = ended();
		Upload young = ended();
		Upload unread = ended();
		age(old, Duration.ofDays(8));
		age(young, Duration.ofDays(6));
		age(unread, Duration.ofDays(8));
		this.jdbc.sql("update run set row_count = null where id = ?").param(run(unread)).update();
		this.uploads.tidy();
		this.uploads.tidy();
		assertThat(old.path().getParent()).doesNotExist();
		assertThat(now(old).state()).as("who has brought it is still known").isEqualTo(UploadState.ENDED);
		assertThat(young.path()).exists();
		assertThat(unread.path()).as("only its file continues it").exists();
		// as a run is that has open rows: it goes on from the ledger
		this.jdbc.sql("update run set state = 'OPEN' where id = ?").param(run(old)).update();
		assertThat(this.desk.goOn(ANNA, run(old))).isEqualTo(new DeskReply.Told(run(old)));
		await().until(() -> "COMPLETE".equals(state(run(old))));
	}

	private Upload ended() throws UploadRefused {
		Upload upload = bring(1);
		start(upload);
		return awaitState(upload, UploadState.ENDED);
	}

	@Test
	void onePersonDoesNotTakeThePlaceOfAllOthers() throws Exception {
		Actor berta = Actor.web("Berta", "192.0.2.7");
		this.jdbc
			.sql("""
					insert into upload (name, path, size, sha256, brought_by, brought_at, state, changed_at)
					select 'a.csv', '/nowhere/a.csv', 1, 'x', 'berta', now(), 'BROUGHT', now() from generate_series(1, ?)""")
			.param(Uploads.MOST_OF_ONE)
			.update();
		try {
			assertThatExceptionOfType(UploadRefused.class)
				.isThrownBy(() -> this.uploads.take(berta, "b.csv", InputStream.nullInputStream()))
				.withMessageStartingWith("100 files that you have brought lie here");
			assertThat(take("b.csv", "name,iban\n").state()).isEqualTo(UploadState.BROUGHT);
		}
		finally {
			this.jdbc.sql("delete from upload where brought_by = 'berta'").update();
		}
	}

	@Test
	void aPersonRemovesWhatWasNotStartedAndNothingElse() throws Exception {
		Upload upload = bring(1);
		assertThat(this.uploads.remove(ANNA, upload)).isTrue();
		assertThat(this.uploads.find(upload.id())).isEmpty();
		assertThat(upload.path().getParent()).doesNotExist();
		assertThat(this.acts.by("anna", Long.MAX_VALUE, 1)).singleElement()
			.satisfies((act) -> assertThat(act.deed())
				.isEqualTo(new Deed(ActKind.REMOVE_UPLOAD, null, "payees.csv", "upload " + upload.id())));
		assertThat(this.uploads.remove(ANNA, upload)).as("again").isFalse();
		Upload started = bring(1);
		start(started);
		assertThat(this.uploads.remove(ANNA, started)).isFalse();
		awaitState(started, UploadState.ENDED);
		assertThat(this.uploads.remove(ANNA, started)).isFalse();
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
