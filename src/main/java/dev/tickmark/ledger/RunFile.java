package dev.tickmark.ledger;

import java.nio.file.Path;
import java.util.List;

/**
 * The payee file of a run.
 *
 * @param path where it is
 * @param size in bytes
 * @param format its format, in words that mean something to who reads them again
 * @param header the names of its columns, as written
 */
public record RunFile(Path path, long size, String format, List<String> header) {

	public RunFile {
		header = List.copyOf(header);
	}

}
