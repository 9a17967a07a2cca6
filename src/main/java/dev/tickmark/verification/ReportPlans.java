package dev.tickmark.verification;

import java.nio.charset.Charset;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.tickmark.ledger.Originals;
import dev.tickmark.ledger.Run;
import dev.tickmark.report.ReportKind;
import dev.tickmark.report.ReportPlan;
import dev.tickmark.verification.definition.JobDefinition;

/** Says what the report of a run consists of. */
@Component
class ReportPlans {

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
		return new ReportPlan(run.header(), job.input().positions(run.header()), job.input().notation().decimal(),
				original(run), job.reports().kinds(), job.payable(), job.reports().formulasHarmless());
	}

	private ReportPlan.Original original(Run run) {
		String format = run.format();
		if (format == null || !this.originals.has(run.id())) {
			return new ReportPlan.Original.Fields();
		}
		ReportPlan.Opener opener = () -> this.originals.open(run.id());
		if (!format.contains(":")) {
			return new ReportPlan.Original.Payments(opener);
		}
		String ending = format.startsWith("csv:") ? ".csv" : ".txt";
		return new ReportPlan.Original.Text(opener, Charset.forName(format.substring(format.indexOf(':') + 1)), ending);
	}

}
