package dev.tickmark.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import dev.tickmark.report.workbook.ResultsWorkbook;

/** {@code results.xlsx}. */
final class WorkbookFile implements ReportPart {

	private final Unfinished files;

	private final ResultsWorkbook workbook;

	WorkbookFile(Unfinished files, ReportPlan plan) throws IOException {
		this.files = files;
		this.workbook = ResultsWorkbook.open(files.temporary(), plan.header());
	}

	@Override
	public void write(ResultLine line) throws IOException {
		this.workbook.write(line);
	}

	@Override
	public List<String> finish(RunSummary summary) throws IOException {
		try (OutputStream out = new BufferedOutputStream(this.files.create(ResultsWorkbook.NAME), 1 << 16)) {
			this.workbook.finish(summary, out);
		}
		return List.of(ResultsWorkbook.NAME);
	}

	@Override
	public void close() throws IOException {
		this.workbook.close();
	}

}
