package dev.tickmark.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tickmark.verification.definition.Inbox;

/** An inbox in a folder of a test. */
record GivenInbox(Path root) {

	GivenInbox {
		try {
			Files.createDirectories(root.resolve("in"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Inbox inbox(@Nullable String marker) {
		return new Inbox(this.root.resolve("in"), "payees-*.csv", (marker != null) ? null : Duration.ofSeconds(30),
				marker, this.root.resolve("taken"), this.root.resolve("finished"), this.root.resolve("failed"));
	}

	InboxFolder open(@Nullable String marker) throws InboxTrouble {
		InboxFolder folder = new InboxFolder(inbox(marker));
		folder.open();
		return folder;
	}

	Path file(String name, String text) {
		try {
			Path path = this.root.resolve(name);
			Files.createDirectories(path.getParent());
			return Files.writeString(path, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void move(String from, String to) {
		try {
			Files.move(this.root.resolve(from), this.root.resolve(to));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The names of what is in one of the folders. */
	List<String> in(String folder) {
		try (Stream<Path> files = Files.list(this.root.resolve(folder))) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
