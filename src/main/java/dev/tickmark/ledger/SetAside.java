package dev.tickmark.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import dev.tickmark.payee.Call;

/**
 * Answers that the database did not take, each in a file of its own until it does. They
 * are written through to the disk before the next try: whatever dies then, an answer that
 * was received is here.
 */
@Component
class SetAside {

	private static final String ENDING = ".json";

	private final Path folder;

	SetAside(@Value("${tickmark.home:./.tickmark}/unrecorded") Path folder) {
		this.folder = folder;
	}

	/**
	 * Sets an answer aside; for its owner alone, as it names the payee.
	 * @throws IOException when the disk does not take it either
	 */
	void put(UUID run, long verification, Call call) throws IOException {
		Path files = Files.createDirectories(folder(run));
		// a temporary file is its owner's alone from its first moment
		Path unfinished = Files.createTempFile(files, "unfinished-", "");
		try {
			write(unfinished, Json.of(new CallOnFile(verification, call)));
			Files.move(unfinished, file(run, verification, call.number()), StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(unfinished);
		}
	}

	private static void write(Path file, String text) throws IOException {
		ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
			channel.force(true);
		}
	}

	/** Forgets an answer: it is in the journal. */
	void drop(UUID run, long verification, int number) {
		try {
			Files.deleteIfExists(file(run, verification, number));
		}
		catch (IOException ex) {
			// it is in the journal, and will be found there when this is looked at again
			throw new UncheckedIOException("An answer that is in the ledger cannot be deleted from " + this.folder, ex);
		}
	}

	/** The files of the answers of a run that are set aside. */
	List<Path> of(UUID run) {
		try (Stream<Path> files = Files.list(folder(run))) {
			return files.filter((file) -> file.toString().endsWith(ENDING)).sorted().toList();
		}
		catch (NoSuchFileException _) {
			return List.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The answers set aside in " + folder(run) + " cannot be read", ex);
		}
	}

	static CallOnFile read(Path file) throws IOException {
		return Json.call(Files.readString(file));
	}

	/** Keeps a file that cannot be used, under another name. */
	void refuse(Path file) {
		try {
			Files.move(file, file.resolveSibling(file.getFileName() + ".refused"), StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The file " + file + " cannot be used, nor put away: move it elsewhere", ex);
		}
	}

	private Path folder(UUID run) {
		return this.folder.resolve(run.toString());
	}

	private Path file(UUID run, long verification, int number) {
		return folder(run).resolve(verification + "-" + number + ENDING);
	}

}
