package dev.tickmark.report;

import java.io.IOException;
import java.util.List;

/**
 * {@code report.html}: what was checked and what a person has to look at, on one page
 * that needs nothing else, to read and to print.
 */
final class PageFile implements ReportPart {

	static final String NAME = "report.html";

	private final Unfinished files;

	private final ReportPlan plan;

	private final Cells cells;

	private final Mix mix;

	private final DuplicatesFile duplicates;

	private final AtRisk atRisk = new AtRisk();

	private long payable;

	PageFile(Unfinished files, ReportPlan plan, DuplicatesFile duplicates) {
		this.files = files;
		this.plan = plan;
		this.duplicates = duplicates;
		this.cells = new Cells(plan.positions(), plan.decimal());
		this.mix = new Mix(this.cells);
	}

	@Override
	public void write(ResultLine line) {
		boolean payable = this.plan.isPayable(line);
		this.mix.add(line, payable);
		if (payable) {
			this.payable++;
		}
		else {
			this.atRisk.add(new AtRisk.Row(line.line(), line, this.cells.amount(line)));
		}
	}

	@Override
	public List<String> finish(RunSummary summary) throws IOException {
		PageTemplate.write("report", new PageModel(summary, this.plan, this.cells, this.mix, this.payable, this.atRisk,
				this.duplicates.counts())
			.variables(), this.files.create(NAME));
		return List.of(NAME);
	}

	@Override
	public void close() {
		// nothing is open between rows
	}

}
