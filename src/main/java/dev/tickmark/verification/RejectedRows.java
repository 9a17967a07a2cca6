package dev.tickmark.verification;

import java.io.IOException;
import java.io.OutputStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.payee.InputRow;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;
import dev.tickmark.provider.Routing;
import dev.tickmark.report.CsvFile;
import dev.tickmark.report.RejectedFile;
import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.JobDefinition;

/**
 * Tells all the rows of a payee file that a run would reject without a call, as the
 * report of that run will. It keeps none of them, stores nothing and calls nobody.
 */
@Service
public class RejectedRows {

	/** What the file is called. */
	public static final String NAME = RejectedFile.NAME;

	private final Routing routing;

	private final RunDefinition definitions;

	RejectedRows(Routing routing, RunDefinition definitions) {
		this.routing = routing;
		this.definitions = definitions;
	}

	/**
	 * Looks whether a job definition can be used.
	 * @throws BadDefinition when it cannot
	 */
	public void check(JobDefinition job) throws BadDefinition {
		this.definitions.check(job);
	}

	/**
	 * Writes them while it reads the file, and closes what it writes to when it has read
	 * it to its end, and only then: a part must not look like all.
	 * @throws UnreadableFile when the file is another one by now
	 */
	public void write(PayeeFile file, JobDefinition job, OutputStream out) throws UnreadableFile, IOException {
		CsvFile csv = new CsvFile(out, job.reports().formulasHarmless());
		RejectedFile rejected = new RejectedFile(csv);
		file.<IOException>read((row) -> {
			Problem problem = problem(row, job);
			if (problem != null) {
				rejected.write(row.line(), problem, row.fields());
			}
		});
		csv.close();
	}

	private @Nullable Problem problem(InputRow row, JobDefinition job) {
		Payee payee = row.payee();
		if (payee == null) {
			return row.problem();
		}
		return switch (this.routing.route(payee, job.routing())) {
			case Routing.Route.To _ -> null;
			case Routing.Route.Nowhere nowhere -> nowhere.problem();
		};
	}

}
