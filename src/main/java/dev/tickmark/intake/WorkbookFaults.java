package dev.tickmark.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Says in one sentence why a workbook cannot be taken in, and what to do. */
final class WorkbookFaults {

	static final String SAVE_AS = "Save it as an Excel workbook (.xlsx) and start again.";

	private static final int SHOWN_NAMES = 8;

	private WorkbookFaults() {
	}

	static UnreadableFile password(Path file) {
		return new UnreadableFile(file, "is protected with a password. Open it, remove the password, and "
				+ Character.toLowerCase(SAVE_AS.charAt(0)) + SAVE_AS.substring(1));
	}

	static UnreadableFile macros(Path file) {
		return new UnreadableFile(file, "is a workbook with macros, and programs are not taken in. " + SAVE_AS);
	}

	/** What a format is that is not ours. */
	static UnreadableFile other(Path file, String what) {
		return other(file, Wording.of(what));
	}

	static UnreadableFile other(Path file, Wording what) {
		return new UnreadableFile(file, Wording.of("is ").then(what).then(". " + SAVE_AS));
	}

	static UnreadableFile damaged(Path file, String how) {
		return damaged(file, Wording.of(how));
	}

	static UnreadableFile damaged(Path file, Wording how) {
		return new UnreadableFile(file,
				Wording.of("is a damaged workbook or archive: ")
					.then(how)
					.then(". Open it in a spreadsheet program and save it again."));
	}

	static UnreadableFile damaged(Path file, Exception cause) {
		return damaged(file, Wording.of("{}", reason(cause)));
	}

	/** A part of the archive could not be unpacked or understood. */
	static UnreadableFile part(Path file, String part, Exception cause) {
		for (Throwable nested = cause; nested != null; nested = nested.getCause()) {
			if (nested instanceof BoundedPart.TooMuch much) {
				return new UnreadableFile(file,
						Wording.of("is packed in a way that no spreadsheet program does: its part {} "
								+ much.getMessage() + ". Look where the file comes from.", Shown.text(part, 80)));
			}
		}
		return damaged(file, Wording.of("its part {} cannot be read, {}", Shown.text(part, 80), reason(cause)));
	}

	static UnreadableFile doctype(Path file, String part) {
		return new UnreadableFile(file,
				Wording
					.of("has a DOCTYPE in its part {}, which no spreadsheet program writes and which may pull in other"
							+ " files. Look where the file comes from.", Shown.text(part, 80)));
	}

	static UnreadableFile noSuchSheet(Path file, String wanted, List<Workbook.Sheet> sheets) {
		return new UnreadableFile(file,
				Wording.of("has no sheet \"" + Shown.text(wanted, 40) + "\".")
					.then(new Wording(" Its sheets are: " + names(sheets) + ".", ""))
					.then(" Correct the name of the sheet."));
	}

	/** The names of sheets, as many as a message has room for. */
	static String names(List<Workbook.Sheet> sheets) {
		String names = sheets.stream().limit(SHOWN_NAMES).map(Workbook.Sheet::shown).collect(Collectors.joining(", "));
		int more = sheets.size() - SHOWN_NAMES;
		return (more > 0) ? names + " and " + more + " more" : names;
	}

	private static String reason(Throwable cause) {
		@Nullable Throwable nested = cause;
		while (nested != null && !(nested instanceof IOException)) {
			nested = nested.getCause();
		}
		String said = (nested != null) ? nested.getMessage() : null;
		// what comes from other exceptions may quote the content
		return (said != null) ? Shown.text(said, 100) : "its content is not in order";
	}

}
