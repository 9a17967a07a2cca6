package dev.tickmark.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes {@code actions.csv} alone, before the report is due: the links in it may expire
 * before a run ends. The other files of the folder stay as they are.
 */
public final class ActionsWriter implements AutoCloseable {

	private final Unfinished files;

	private final CsvFile out;

	private final ActionsFile actions;

	private ActionsWriter(Unfinished files, List<String> header, boolean harmless) throws IOException {
		this.files = files;
		this.out = new CsvFile(files.createPrivate(ActionsFile.NAME), harmless);
		this.actions = new ActionsFile(this.out, header);
	}

	/**
	 * Begins the file.
	 * @param folder where it will be; made at the end
	 * @param header the names of the payee file's columns, as written
	 * @param harmless whether cells that begin like a formula are made text
	 */
	public static ActionsWriter open(Path folder, List<String> header, boolean harmless) throws IOException {
		Unfinished files = Unfinished.beside(folder, "actions");
		try {
			return new ActionsWriter(files, header, harmless);
		}
		catch (IOException ex) {
			files.discard();
			throw ex;
		}
	}

	/** Adds a row; those for which nobody must act are left out. */
	public void write(ResultLine line) throws IOException {
		this.actions.write(line);
	}

	/** Puts the file in its place, and says where that is. */
	public Path finish() throws IOException {
		this.out.close();
		return this.files.publish(List.of(ActionsFile.NAME)).resolve(ActionsFile.NAME);
	}

	/** Discards what is unfinished. */
	@Override
	public void close() throws IOException {
		try (this.out) {
			// closed in any case, before the file goes
		}
		finally {
			this.files.discard();
		}
	}

}
