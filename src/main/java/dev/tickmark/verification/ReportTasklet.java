package dev.tickmark.verification;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.Runs;

/** Writes the report. */
@Component
class ReportTasklet implements Tasklet {

	private final Sessions sessions;

	private final Runs runs;

	private final RunReport report;

	ReportTasklet(Sessions sessions, Runs runs, RunReport report) {
		this.sessions = sessions;
		this.runs = runs;
		this.report = report;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws ReportUnwritable {
		Session session = this.sessions.of(contribution.getStepExecution());
		try {
			// the session's own copy of the run is older than its rows
			session.reported(this.report.write(this.runs.find(session.run().id()).orElseThrow(), session::stopping));
		}
		catch (ReportUnwritable ex) {
			throw session.failed(ex);
		}
		return RepeatStatus.FINISHED;
	}

}
