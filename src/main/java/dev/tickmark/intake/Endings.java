package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Whether the name of a file ends as files of its format do. */
final class Endings {

	private static final List<String> WORKBOOKS = List.of(".xlsx");

	private static final List<String> TEXTS = List.of(".csv", ".txt", ".tsv", ".tab", ".dat", ".prn");

	private static final List<String> PAYMENTS = List.of(".xml", ".pain", ".txt");

	private Endings() {
	}

	/**
	 * A remark on a name that says something else than the content does, in a sentence;
	 * none when it fits, or has no ending that says anything.
	 */
	static List<String> remarks(Path file, Format format) {
		String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
		String is = switch (format) {
			case Format.Workbook _ -> endsIn(WORKBOOKS, name) ? "" : "a workbook (XLSX)";
			case Format.PaymentInitiation payments ->
				says(PAYMENTS, name) ? "a payment file (" + payments.message() + ")" : "";
			case Format.Csv _ -> says(TEXTS, name) ? "a table of text (CSV)" : "";
			case Format.FixedWidth _ -> says(TEXTS, name) ? "a text" : "";
		};
		return is.isEmpty() ? List.of()
				: List.of("The file is " + is + " whatever its name says, and was read as one.");
	}

	/** Whether the name says that it is of another format. */
	private static boolean says(List<String> own, String name) {
		return !endsIn(own, name) && List.of(WORKBOOKS, TEXTS, PAYMENTS, List.of(".xls", ".xlsm", ".pdf", ".zip"))
			.stream()
			.anyMatch((endings) -> endsIn(endings, name));
	}

	private static boolean endsIn(List<String> endings, String name) {
		return endings.stream().anyMatch(name::endsWith);
	}

}
