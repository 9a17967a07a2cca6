package dev.tickmark.ledger;

import java.nio.file.Path;

/**
 * A file that the ledger is compared with.
 *
 * @param path where it was, absolute
 * @param sha256 the SHA-256 of its content, in hexadecimal
 * @param size in bytes
 */
public record ComparedFile(Path path, String sha256, long size) {

	/** Its name without its folder. */
	public String name() {
		return String.valueOf(this.path.getFileName());
	}

}
