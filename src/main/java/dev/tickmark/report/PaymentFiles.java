package dev.tickmark.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.Verdict;
import dev.tickmark.report.payment.Half;
import dev.tickmark.report.payment.Original;
import dev.tickmark.report.payment.PayableRows;
import dev.tickmark.report.payment.PaymentSplit;
import dev.tickmark.report.payment.PaymentStatuses;
import dev.tickmark.report.payment.StatusReport;

/**
 * What comes of a payment file: {@code payable.xml} and {@code quarantine.xml}, of which
 * one is missing when it would have no payment, and {@code pain.002.xml}. How many there
 * are of each has to be known first, so the rows pass twice.
 */
final class PaymentFiles implements ReportPart, SecondPass {

	static final String STATUS_NAME = "pain.002.xml";

	private final Unfinished files;

	private final Original original;

	private final ReportPlan plan;

	private final PayableRows payable = new PayableRows();

	private final PaymentStatuses statuses = new PaymentStatuses();

	private @Nullable StatusReport status;

	PaymentFiles(Unfinished files, ReportPlan plan, ReportPlan.Opener opener) {
		this.files = files;
		this.original = opener::open;
		this.plan = plan;
	}

	/** What the half of a payment file is called. */
	static String name(Half half) {
		return half.name().toLowerCase(Locale.ROOT) + ".xml";
	}

	@Override
	public void write(ResultLine line) {
		this.payable.add(this.plan.isPayable(line));
		this.statuses.add(finding(line));
	}

	@Override
	public boolean wanted() {
		return this.plan.kinds().contains(ReportKind.STATUS);
	}

	@Override
	public void beginAgain(RunSummary summary) throws IOException {
		this.status = StatusReport.open(this.original, this.statuses, summary.finishedAt(),
				this.files.create(STATUS_NAME), summary.sandbox());
	}

	@Override
	public void writeAgain(ResultLine line) throws IOException {
		if (this.status != null) {
			this.status.write(finding(line));
		}
	}

	private static Finding finding(ResultLine line) {
		Finding finding = line.finding();
		Problem problem = line.problem();
		return (finding != null) ? finding
				: Finding.of(Verdict.REJECTED_INPUT, (problem != null) ? problem.text() : "The row is not right.");
	}

	@Override
	public List<String> finish(RunSummary summary) throws IOException {
		List<String> names = new ArrayList<>();
		if (this.plan.kinds().contains(ReportKind.SPLIT)) {
			PaymentSplit split = PaymentSplit.write(this.original, this.payable,
					(half) -> isHeld(half) ? OutputStream.nullOutputStream() : this.files.create(name(half)),
					summary.sandbox());
			for (Half half : Half.values()) {
				if (split.has(half) && !isHeld(half)) {
					names.add(name(half));
				}
			}
		}
		if (this.status != null) {
			this.status.finish();
			names.add(STATUS_NAME);
		}
		return names;
	}

	private boolean isHeld(Half half) {
		return half == Half.PAYABLE && this.plan.clearance().isHeld();
	}

	@Override
	public void close() throws IOException {
		if (this.status != null) {
			this.status.close();
		}
	}

}
