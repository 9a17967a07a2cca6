package dev.tickmark.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tickmark.verification.definition.Inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

class InboxFolderTests {

	private final GivenInbox given;

	InboxFolderTests(@TempDir Path root) {
		this.given = new GivenInbox(root);
	}

	@Test
	void theJobsFilesAreSeenInTheOrderOfTheirNames() throws IOException, InboxTrouble {
		InboxFolder folder = this.given.open(null);
		for (String name : List.of("payees-2.csv", "payees-10.csv", ".payees-3.csv", "payees-4.tmp", "others.csv")) {
			this.given.file("in/" + name, "x");
		}
		Files.createDirectory(this.given.root().resolve("in/payees-5.csv"));
		Files.createSymbolicLink(this.given.root().resolve("in/payees-6.csv"), Path.of("others.csv"));
		assertThat(folder.look()).extracting((seen) -> seen.path().getFileName().toString())
			.containsExactly("payees-10.csv", "payees-2.csv");
	}

	@Test
	void aFileIsTakenAndPutAwayUnderItsNameOrOneWithANumberWhereThatIsInUse() throws InboxTrouble {
		InboxFolder folder = this.given.open(null);
		this.given.file("in/payees-1.csv", "new");
		this.given.file("taken/payees-1.csv", "old");
		Path taken = folder.take(folder.look().getFirst()).orElseThrow();
		assertThat(taken).hasContent("new").hasFileName("payees-1-2.csv");
		assertThat(folder.taken()).extracting(Seen::path)
			.containsExactly(taken, this.given.root().resolve("taken/payees-1.csv"));
		this.given.file("finished/payees-1-2.csv", "older");
		assertThat(folder.finish(taken)).hasContent("new").hasFileName("payees-1-2-2.csv");
		assertThat(folder.fail(this.given.root().resolve("taken/payees-1.csv"))).hasContent("old")
			.isEqualTo(this.given.root().resolve("failed/payees-1.csv"));
		assertThat(this.given.in("in")).isEmpty();
		assertThat(this.given.in("finished")).containsExactly("payees-1-2-2.csv", "payees-1-2.csv");
	}

	@Test
	void aFileThatChangedOrIsGoneIsNotTaken() throws IOException, InboxTrouble {
		InboxFolder folder = this.given.open(null);
		this.given.file("in/payees-1.csv", "x");
		this.given.file("in/payees-2.csv", "x");
		List<Seen> seen = folder.look();
		this.given.file("in/payees-1.csv", "x and more");
		Files.delete(this.given.root().resolve("in/payees-2.csv"));
		assertThat(folder.take(seen.get(0))).isEmpty();
		assertThat(folder.take(seen.get(1))).isEmpty();
		assertThat(this.given.in("in")).containsExactly("payees-1.csv");
	}

	@Test
	void aMarkerGoesWithItsFileSoThatItSaysNothingOfTheNext() throws InboxTrouble {
		InboxFolder folder = this.given.open(".done");
		this.given.file("in/payees-1.csv", "x");
		this.given.file("in/payees-1.csv.done", "");
		Seen seen = folder.look().getFirst();
		assertThat(folder.marked(seen)).isTrue();
		assertThat(folder.take(seen)).isPresent();
		assertThat(this.given.in("in")).isEmpty();
		assertThat(this.given.in("taken")).containsExactly("payees-1.csv");
	}

	@Test
	void aMarkerThatIsOlderThanTheFileSpeaksOfAnother() throws IOException, InboxTrouble {
		InboxFolder folder = this.given.open(".done");
		this.given.file("in/payees-1.csv", "x");
		Path marker = this.given.file("in/payees-1.csv.done", "");
		Seen seen = folder.look().getFirst();
		Files.setLastModifiedTime(marker, FileTime.from(seen.modified().toInstant().minusSeconds(1)));
		assertThat(folder.marked(seen)).isFalse();
		Files.setLastModifiedTime(marker, seen.modified());
		assertThat(folder.marked(seen)).isTrue();
	}

	@Test
	void whatCannotBeUsedIsToldInASentence() throws IOException {
		Files.delete(this.given.root().resolve("in"));
		assertThatExceptionOfType(InboxTrouble.class).isThrownBy(() -> this.given.open(null))
			.withMessage("The inbox " + this.given.root().resolve("in")
					+ " does not exist, or is no folder. Make it; it is tried again the next time.");
		Files.createDirectory(this.given.root().resolve("in"));
		this.given.file("finished", "a file where a folder should be");
		assertThatExceptionOfType(InboxTrouble.class).isThrownBy(() -> this.given.open(null))
			.withMessageContaining("The folder " + this.given.root().resolve("finished") + " cannot be made");
	}

	@Test
	void foldersOnAnotherFileSystemAreSaidBeforeAnythingIsTaken() throws Exception {
		Path memory = Path.of("/dev/shm");
		assumeThat(memory).isDirectory();
		Path finished = Files.createTempDirectory(memory, "tickmark");
		try {
			Inbox here = this.given.inbox(null);
			Inbox inbox = new Inbox(here.folder(), here.pattern(), here.completeAfter(), null, here.taken(), finished,
					here.failed());
			assertThatExceptionOfType(InboxTrouble.class).isThrownBy(new InboxFolder(inbox)::open)
				.withMessageContaining(finished + " are on different file systems");
		}
		finally {
			Files.delete(finished);
		}
	}

	@Test
	void manyFilesOfOneNameThatAreFinishedAtTheSameTimeAreAllKept() throws Exception {
		int files = 200;
		List<Callable<Path>> moves = new ArrayList<>();
		InboxFolder folder = this.given.open(null);
		for (int i = 0; i < files; i++) {
			Path taken = this.given.file("taken/" + i + "/payees-a.csv", "file " + i);
			moves.add(() -> folder.finish(taken));
		}
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			for (Future<Path> moved : threads.invokeAll(moves)) {
				assertThat(moved.get()).exists();
			}
		}
		assertThat(this.given.in("finished")).hasSize(files);
	}

}
