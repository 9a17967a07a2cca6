package dev.tickmark.report;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import dev.tickmark.payee.Verdict;

/**
 * {@code payable.csv} and {@code quarantine.csv} of a workbook: its columns and rows as
 * CSV, for there is no text of which lines could be kept. Cells are as they are: a name
 * that goes back to where payments are made must be the name.
 */
final class CellsSplit implements ReportPart {

	static final List<String> NAMES = List.of("payable.csv", "quarantine.csv");

	private final CsvFile payable;

	private final CsvFile quarantine;

	private final Set<Verdict> payableVerdicts;

	CellsSplit(Unfinished files, ReportPlan plan) throws IOException {
		this.payable = new CsvFile(files.create(NAMES.getFirst()), false);
		this.quarantine = new CsvFile(files.create(NAMES.getLast()), false);
		this.payableVerdicts = plan.payable();
		this.payable.print(plan.header());
		this.quarantine.print(plan.header());
	}

	@Override
	public void write(ResultLine line) throws IOException {
		(this.payableVerdicts.contains(line.verdict()) ? this.payable : this.quarantine).print(line.fields());
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
