package dev.tickmark.report;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.apache.commons.csv.CSVPrinter;

import dev.tickmark.payee.Verdict;

/**
 * {@code payable.csv} and {@code quarantine.csv} of a workbook: its columns and rows as
 * CSV, for there is no text of which lines could be kept.
 */
final class CellsSplit implements ReportPart {

	static final List<String> NAMES = List.of("payable.csv", "quarantine.csv");

	private final CSVPrinter payable;

	private final CSVPrinter quarantine;

	private final Set<Verdict> payableVerdicts;

	CellsSplit(Unfinished files, List<String> header, Set<Verdict> payableVerdicts) throws IOException {
		this.payable = Csv.printer(files.create(NAMES.getFirst()));
		this.quarantine = Csv.printer(files.create(NAMES.getLast()));
		this.payableVerdicts = payableVerdicts;
		this.payable.printRecord(header);
		this.quarantine.printRecord(header);
	}

	@Override
	public void write(ResultLine line) throws IOException {
		(this.payableVerdicts.contains(line.verdict()) ? this.payable : this.quarantine).printRecord(line.fields());
	}

	@Override
	public List<String> finish(RunSummary summary) throws IOException {
		this.payable.close();
		this.quarantine.close();
		return NAMES;
	}

	@Override
	public void close() throws IOException {
		try (this.payable; this.quarantine) {
			// whatever happens with one of them
		}
	}

}
