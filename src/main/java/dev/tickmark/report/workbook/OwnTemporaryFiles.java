package dev.tickmark.report.workbook;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.util.TempFileCreationStrategy;

/**
 * Temporary files in a folder of ours: readable by their owner alone, which they get to
 * be by the way they are made, and gone at the end whatever happened.
 */
final class OwnTemporaryFiles implements TempFileCreationStrategy, AutoCloseable {

	private final Path folder;

	private final List<Path> made = new ArrayList<>();

	OwnTemporaryFiles(Path folder) {
		this.folder = folder;
	}

	@Override
	public File createTempFile(String prefix, String suffix) throws IOException {
		Path file = Files.createTempFile(this.folder, prefix, suffix);
		this.made.add(file);
		return file.toFile();
	}

	@Override
	public File createTempDirectory(String prefix) {
		throw new UnsupportedOperationException("only files are made");
	}

	@Override
	public void close() throws IOException {
		for (Path file : this.made) {
			Files.deleteIfExists(file);
		}
	}

}
