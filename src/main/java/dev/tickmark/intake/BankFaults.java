package dev.tickmark.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import javax.xml.stream.Location;

/** Says in one sentence why a file is no bank's report on the verification of payees. */
final class BankFaults {

	private static final String EXPECTED = "expected is the bank's status report on the verification of payees, "
			+ "pain.002 in XML.";

	/** Enough for a byte order mark, a declaration and the first tag. */
	private static final int OPENING = 1024;

	private BankFaults() {
	}

	/** Looks at the first bytes: most mistakes are known by them. */
	static void refuseOtherThanXml(Path file) throws UnreadableFile {
		Presence.require(file, "status report",
				EXPECTED.substring(0, 1).toUpperCase(Locale.ROOT) + EXPECTED.substring(1));
		String found = switch (Opening.of(file)) {
			case ARCHIVE -> "is a ZIP archive or a workbook; unpack it and name the report in it; ";
			case OLD_WORKBOOK -> "is a workbook; ";
			case TEXT -> opening(file).startsWith("%pdf") ? "is a PDF; " : "is no XML, perhaps a table of text (CSV); ";
			case XML -> isPage(file) ? "is a page of the web (HTML); " : "";
		};
		if (!found.isEmpty()) {
			throw new UnreadableFile(file, found + EXPECTED);
		}
	}

	private static boolean isPage(Path file) throws UnreadableFile {
		String opening = opening(file);
		return opening.contains("<html") || opening.contains("<!doctype html");
	}

	private static String opening(Path file) throws UnreadableFile {
		try (InputStream in = Files.newInputStream(file)) {
			return new String(in.readNBytes(OPENING), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
		}
		catch (IOException ex) {
			throw Faults.notReadable(file, ex);
		}
	}

	/** Another message, or another document. */
	static UnreadableFile otherMessage(Path file, Location where, String found) {
		return PaymentFaults.at(file, where, Wording.of("this is {}; ", found).then(EXPECTED));
	}

	static UnreadableFile noMessage(Path file, String root) {
		return new UnreadableFile(file,
				Wording
					.of("is XML without a status report (CstmrPmtStsRpt), its root element is {}; ",
							Shown.text(root, 60))
					.then(EXPECTED));
	}

	static UnreadableFile ordinary(Path file) {
		return new UnreadableFile(file, "has no code of a verification of payees (RCVC, RVMC, RVNM, RVNA): it is the "
				+ "bank's ordinary status report, on whether it takes the payments. Fetch its report on the verification.");
	}

}
