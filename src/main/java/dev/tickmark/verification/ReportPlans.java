package dev.tickmark.verification;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.tickmark.intake.Input;
import dev.tickmark.ledger.Originals;
import dev.tickmark.ledger.Run;
import dev.tickmark.payee.Clearance;
import dev.tickmark.report.ReportKind;
import dev.tickmark.report.ReportPlan;
import dev.tickmark.verification.definition.JobDefinition;

/** Says what the report of a run consists of. */
@Component
class ReportPlans {

	private static final String PAYMENTS = Input.Kind.PAIN_001.written();

	private static final String WORKBOOK = Input.Kind.XLSX.written();

	private final Originals originals;

	ReportPlans(Originals originals) {
		this.originals = originals;
	}

	/** Whether a job's reports are made of the payee file itself. */
	static boolean needOriginal(JobDefinition job) {
		Set<ReportKind> kinds = job.reports().kinds();
		return kinds.contains(ReportKind.SPLIT) || kinds.contains(ReportKind.STATUS);
	}

	ReportPlan of(Run run, JobDefinition job, Clearance clearance) {
		boolean payments = PAYMENTS.equals(run.format());
		Input input = payments ? Input.ANY : job.input();
		// a payment file, and a number in a workbook, has a full stop
		Character decimal = payments ? Character.valueOf('.')
				: WORKBOOK.equals(run.format()) ? null : input.notation().decimal();
		return new ReportPlan(run.header(), input.positions(run.header()), decimal, original(run),
				job.reports().kinds(), job.payable(), job.reports().formulasHarmless(), clearance);
	}

	/** What cannot be written of a run as it was asked for, a sentence each. */
	List<String> remarks(Run run, Collection<ReportKind> kinds) {
		List<String> remarks = new ArrayList<>();
		boolean payments = PAYMENTS.equals(run.format());
		boolean kept = !(original(run) instanceof ReportPlan.Original.Fields);
		if (kinds.contains(ReportKind.STATUS) && !payments) {
			remarks.add("No pain.002 is written: run " + run.id() + " has read no payment file.");
		}
		if (kinds.contains(ReportKind.STATUS) && payments && !kept) {
			remarks.add("No pain.002 is written: run " + run.id()
					+ " has not kept its file, as its job makes no use of it.");
		}
		if (kinds.contains(ReportKind.SPLIT) && !kept && !WORKBOOK.equals(run.format())) {
			remarks.add("The halves are not in the file's own form: run " + run.id()
					+ " has not kept its file, as its job makes no use of it. They are CSV with commas, in UTF-8.");
		}
		return remarks;
	}

	private ReportPlan.Original original(Run run) {
		String format = run.format();
		if (format == null || !this.originals.has(run.id())) {
			return new ReportPlan.Original.Fields();
		}
		ReportPlan.Opener opener = () -> this.originals.open(run.id());
		if (format.equals(PAYMENTS)) {
			return new ReportPlan.Original.Payments(opener);
		}
		String ending = format.startsWith(Input.Kind.CSV.written()) ? ".csv" : ".txt";
		return new ReportPlan.Original.Text(opener, Charset.forName(format.substring(format.indexOf(':') + 1)), ending);
	}

}
