package dev.tickmark.browse;

import java.time.Instant;
import java.util.regex.Pattern;

import dev.tickmark.ledger.Run;

/**
 * A file of a run's report.
 *
 * @param bytes how long it is
 * @param links whether it holds links that let in whoever has them
 */
public record ReportFile(String name, long bytes, Instant writtenAt, boolean links) {

	private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N}._-]+");

	private static final int LONGEST_NAME = 60;

	/** What it is saved as: by it a person knows whose it is. */
	public String savedAs(Run run) {
		String file = UNSAFE.matcher(run.fileName()).replaceAll("_").replaceFirst("^[._]+", "");
		String begin = file.codePoints()
			.limit(LONGEST_NAME)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		return begin + "-" + run.id() + "-" + this.name;
	}

	/** A page is not called one: no browser is to show it itself. */
	public String mediaType() {
		String ending = this.name.substring(this.name.lastIndexOf('.') + 1);
		return switch (ending) {
			// the halves are written as the payee file is
			case "csv" -> isHalf() ? "text/csv" : "text/csv;charset=UTF-8";
			case "json" -> "application/json";
			case "xml" -> "application/xml";
			case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
			default -> "application/octet-stream";
		};
	}

	private boolean isHalf() {
		return this.name.startsWith("payable.") || this.name.startsWith("quarantine.");
	}

}
