package dev.tickmark.intake;

import java.io.IOException;
import java.nio.file.Path;

import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Tells what a compound document (OLE2) is: none of them is read, each for its reason.
 */
final class OldWorkbook {

	private OldWorkbook() {
	}

	static UnreadableFile refusal(Path file) {
		try (POIFSFileSystem documents = new POIFSFileSystem(file.toFile(), true)) {
			DirectoryEntry root = documents.getRoot();
			// How a workbook is wrapped once it has a password
			if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
				return WorkbookFaults.password(file);
			}
			if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
				return WorkbookFaults.other(file,
						"a workbook in the format of Excel 97 to 2003 (.xls), " + "which is not read");
			}
			return WorkbookFaults.other(file, "a document in an old format of Microsoft Office, not a workbook");
		}
		// The library has its own exceptions for some kinds of damage
		catch (IOException | RuntimeException _) {
			return WorkbookFaults.damaged(file, "it begins like one of Excel 97 to 2003 and cannot be read");
		}
	}

}
