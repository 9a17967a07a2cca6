package dev.tickmark.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The texts of a workbook that its cells share and name by their number. They are read as
 * far as they are asked for: a sheet mostly asks in their order. The first ones, which
 * are also the most frequent, stay in memory, the others go to a {@link TextStore}.
 */
final class SharedTexts implements AutoCloseable {

	/** So many texts are kept and looked up together. */
	static final int BLOCK = 64;

	/** So many characters stay in memory. */
	private static final long IN_MEMORY = 8_000_000;

	/** How many bytes the part may have, unpacked. */
	private static final long LONGEST_PART = 4L << 30;

	private final Path file;

	private final long inMemory;

	/** Null when the workbook has no such texts. */
	private final @Nullable XmlPart xml;

	private final List<List<String>> first = new ArrayList<>();

	/** The block that is being filled. */
	private List<String> latest = new ArrayList<>(BLOCK);

	private @Nullable TextStore store;

	private long characters;

	/** How many blocks are full. */
	private int full;

	private SharedTexts(Path file, @Nullable XmlPart xml, long inMemory) {
		this.file = file;
		this.xml = xml;
		this.inMemory = inMemory;
	}

	/**
	 * @param part the name of the part that has the texts; null when there is none
	 */
	static SharedTexts of(Path file, WorkbookArchive archive, @Nullable String part) throws UnreadableFile {
		return of(file, archive, part, IN_MEMORY);
	}

	static SharedTexts of(Path file, WorkbookArchive archive, @Nullable String part, long inMemory)
			throws UnreadableFile {
		return new SharedTexts(file, (part != null) ? XmlPart.open(file, archive, part, LONGEST_PART) : null, inMemory);
	}

	/** The text with a number, counted from 0; null when there is none. */
	@Nullable String get(int number) throws UnreadableFile {
		int block = number / BLOCK;
		while (number >= this.full * BLOCK + this.latest.size()) {
			if (this.xml == null || !readOne(this.xml)) {
				return null;
			}
		}
		if (block == this.full) {
			return this.latest.get(number % BLOCK);
		}
		List<String> texts = (block < this.first.size()) ? this.first.get(block) : stored(block);
		return texts.get(number % BLOCK);
	}

	private boolean readOne(XmlPart part) throws UnreadableFile {
		while (part.nextElement()) {
			if (part.element().equals("si")) {
				add(RichText.read(part));
				return true;
			}
		}
		return false;
	}

	private void add(String text) throws UnreadableFile {
		this.latest.add(text);
		this.characters += text.length();
		if (this.latest.size() == BLOCK) {
			if (this.characters <= this.inMemory && this.store == null) {
				this.first.add(this.latest);
			}
			else {
				put(this.latest);
			}
			this.full++;
			this.latest = new ArrayList<>(BLOCK);
		}
	}

	private void put(List<String> block) throws UnreadableFile {
		try {
			this.store = (this.store != null) ? this.store : TextStore.open();
			this.store.add(block);
		}
		catch (IOException ex) {
			throw temporary(ex);
		}
	}

	private List<String> stored(int block) throws UnreadableFile {
		try {
			return (this.store != null) ? this.store.get(block - this.first.size()) : List.of();
		}
		catch (IOException ex) {
			throw temporary(ex);
		}
	}

	private UnreadableFile temporary(IOException cause) {
		return new UnreadableFile(this.file, "could not be read, its texts did not go to a temporary file: "
				+ cause.getMessage() + ". Make room in the folder for temporary files.");
	}

	@Override
	public void close() throws UnreadableFile {
		try (TextStore _ = this.store) {
			if (this.xml != null) {
				this.xml.close();
			}
		}
		catch (IOException ex) {
			throw temporary(ex);
		}
	}

}
