package dev.tickmark.report;

/** What a run may write besides its results. */
public enum ReportKind {

	/** {@code results.xlsx}: the results for a spreadsheet program. */
	WORKBOOK,
	/** {@code payable} and {@code quarantine}: the input in two halves. */
	SPLIT,
	/** {@code pain.002.xml}: the status of every payment of a payment file. */
	STATUS,
	/** {@code report.html}: a page to read and to print. */
	PAGE

}
