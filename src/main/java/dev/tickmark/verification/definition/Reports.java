package dev.tickmark.verification.definition;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.report.ReportKind;

/**
 * Which reports a job writes, and how.
 *
 * @param folder where each run gets a folder of its own; null leaves it to the command
 * @param kinds what is written besides {@code results.csv}, {@code rejected.csv},
 * {@code actions.csv} and {@code summary.json}, which always are, and
 * {@code duplicates.csv}, which is when there are any
 * @param formulasHarmless whether cells that begin like a formula are made harmless
 */
public record Reports(@Nullable String folder, Set<ReportKind> kinds, boolean formulasHarmless) {

	/** All of them, safe for spreadsheet programs. */
	static final Reports ALL = new Reports(null, EnumSet.allOf(ReportKind.class), true);

	public Reports {
		kinds = Set.copyOf(kinds);
	}

	/** The folder that the definition says, or else the usual one. */
	public Path folderOr(Path usual) {
		return (this.folder != null) ? Path.of(this.folder) : usual;
	}

}
