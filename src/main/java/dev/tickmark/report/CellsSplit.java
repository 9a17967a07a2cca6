package dev.tickmark.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * {@code payable.csv} and {@code quarantine.csv} of a workbook: its columns and rows as
 * CSV, for there is no text of which lines could be kept. Cells are as they are: a name
 * that goes back to where payments are made must be the name.
 */
final class CellsSplit implements ReportPart {

	static final List<String> NAMES = List.of("payable.csv", "quarantine.csv");

	private final CsvFile payable;

	private final CsvFile quarantine;

	private final ReportPlan plan;

	CellsSplit(Unfinished files, ReportPlan plan) throws IOException {
		this.payable = new CsvFile(
				plan.clearance().isHeld() ? OutputStream.nullOutputStream() : files.create(NAMES.getFirst()), false);
		this.quarantine = new CsvFile(files.create(NAMES.getLast()), false);
		this.plan = plan;
		this.payable.print(plan.header());
		this.quarantine.print(plan.header());
	}

	@Override
	public void write(ResultLine line) throws IOException {
		(this.plan.isPayable(line) ? this.payable : this.quarantine).print(line.fields());
	}

	@Override
	public List<String> finish(RunSummary summary) throws IOException {
		this.payable.close();
		this.quarantine.close();
		return this.plan.clearance().isHeld() ? List.of(NAMES.getLast()) : NAMES;
	}

	@Override
	public void close() throws IOException {
		try (this.payable; this.quarantine) {
			// whatever happens with one of them
		}
	}

}
