package dev.tickmark.ledger.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs as they are packed in our jar.
 *
 * @param content a {@code .tar.xz}, about 15 MB, 60 MB once unpacked
 */
record Archive(byte[] content) {

	private static final int OWNER_MAY_EXECUTE = 0100;

	/**
	 * A short name that tells one version from another. A checksum will do, nobody
	 * attacks it, and a digest of 15 MB would take a fifth of a second at every start.
	 */
	String fingerprint() {
		CRC32 checksum = new CRC32();
		checksum.update(this.content);
		return "%08x-%d".formatted(checksum.getValue(), this.content.length);
	}

	void unpack(Path folder) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(
				new XZInputStream(new ByteArrayInputStream(this.content)))) {
			TarArchiveEntry entry = tar.getNextEntry();
			while (entry != null) {
				Path file = folder.resolve(entry.getName()).normalize();
				if (!file.startsWith(folder)) {
					throw new IOException("the archive has an entry outside itself: " + entry.getName());
				}
				unpack(tar, entry, file);
				entry = tar.getNextEntry();
			}
		}
	}

	private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
		if (entry.isDirectory()) {
			Files.createDirectories(file);
			return;
		}
		Files.createDirectories(file.getParent());
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(tar, file);
		if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
			file.toFile().setExecutable(true, true);
		}
		// On the disk before the folder gets its final name: that name means "complete"
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			channel.force(true);
		}
	}

}
