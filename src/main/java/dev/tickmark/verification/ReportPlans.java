package dev.tickmark.verification;

import java.nio.charset.Charset;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.tickmark.intake.Input;
import dev.tickmark.ledger.Originals;
import dev.tickmark.ledger.Run;
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

	ReportPlan of(Run run, JobDefinition job) {
		boolean payments = PAYMENTS.equals(run.format());
		Input input = payments ? Input.ANY : job.input();
		// a payment file, and a number in a workbook, has a full stop
		Character decimal = payments ? Character.valueOf('.')
				: WORKBOOK.equals(run.format()) ? null : input.notation().decimal();
		return new ReportPlan(run.header(), input.positions(run.header()), decimal, original(run),
				job.reports().kinds(), job.payable(), job.reports().formulasHarmless());
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
