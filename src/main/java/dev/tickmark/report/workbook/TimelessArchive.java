package dev.tickmark.report.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipExtraField;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Copies a ZIP archive without the times at which its parts were packed, so that the same
 * content makes the same bytes. What is packed stays packed.
 */
final class TimelessArchive {

	/** Near the earliest time that an archive can tell. It does so in local time. */
	private static final LocalDateTime BEGINNING = LocalDateTime.of(1980, 2, 1, 0, 0);

	private TimelessArchive() {
	}

	static void copy(Path packed, OutputStream target) throws IOException {
		long time = BEGINNING.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
		try (ZipFile from = ZipFile.builder().setPath(packed).get()) {
			// not closed: the target is the caller's
			ZipArchiveOutputStream to = new ZipArchiveOutputStream(target);
			to.setUseZip64(Zip64Mode.AsNeeded);
			for (var all = from.getEntriesInPhysicalOrder(); all.hasMoreElements();) {
				ZipArchiveEntry entry = all.nextElement();
				ZipArchiveEntry timeless = new ZipArchiveEntry(entry.getName());
				timeless.setTime(time);
				// where the library tells the time once more, and in universal time
				timeless.setExtraFields(new ZipExtraField[0]);
				timeless.setMethod(entry.getMethod());
				timeless.setSize(entry.getSize());
				timeless.setCompressedSize(entry.getCompressedSize());
				timeless.setCrc(entry.getCrc());
				try (InputStream content = from.getRawInputStream(entry)) {
					to.addRawArchiveEntry(timeless, content);
				}
			}
			to.finish();
			to.flush();
		}
	}

}
