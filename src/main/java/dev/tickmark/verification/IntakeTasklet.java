package dev.tickmark.verification;

import java.io.IOException;
import java.util.Objects;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

import dev.tickmark.intake.Totals;
import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.ledger.Originals;
import dev.tickmark.ledger.Question;
import dev.tickmark.ledger.Reuse;
import dev.tickmark.ledger.RowSink;
import dev.tickmark.ledger.Rows;
import dev.tickmark.payee.InputRow;
import dev.tickmark.payee.Payee;
import dev.tickmark.provider.Misconfigured;
import dev.tickmark.provider.Routing;

/**
 * Takes the file in, whole or not at all, looks for answers that other runs have already,
 * and opens the lanes that are needed even so. A run that has its rows already takes in
 * none.
 */
@Component
class IntakeTasklet implements Tasklet {

	private final Sessions sessions;

	private final Rows rows;

	private final Originals originals;

	private final Routing routing;

	private final Reuse reuse;

	private final LaneOpening laneOpening;

	IntakeTasklet(Sessions sessions, Rows rows, Originals originals, Routing routing, Reuse reuse,
			LaneOpening laneOpening) {
		this.sessions = sessions;
		this.rows = rows;
		this.originals = originals;
		this.routing = routing;
		this.reuse = reuse;
		this.laneOpening = laneOpening;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context)
			throws UnreadableFile, InterruptedException {
		Session session = this.sessions.of(contribution.getStepExecution());
		if (session.run().rows() == null) {
			load(session, contribution);
		}
		// before the lanes: nothing is to be expected of them for what is not asked
		this.reuse.conclude(session.run().id(), session.run().term());
		try {
			this.laneOpening.open(session);
		}
		catch (Misconfigured ex) {
			throw session.failed(ex);
		}
		return RepeatStatus.FINISHED;
	}

	private void load(Session session, StepContribution contribution) throws UnreadableFile {
		try {
			keep(session);
			this.rows.<UnreadableFile>load(session.run().id(), (sink) -> {
				Totals totals = session.file().<IOException>read((row) -> {
					contribution.incrementReadCount();
					take(session, sink, row);
				});
				contribution.incrementWriteCount(totals.rows());
			});
		}
		catch (UnreadableFile ex) {
			throw session.failed(ex);
		}
	}

	/** Before the rows: their number says that the intake is complete. */
	private void keep(Session session) throws UnreadableFile {
		if (ReportPlans.needOriginal(session.job()) && session.file().isText()) {
			try {
				if (!this.originals.keep(session.run().id(), session.file().path(), session.file().sha256())) {
					throw session.file().changed();
				}
			}
			catch (IOException ex) {
				throw session.file().unreadable(ex);
			}
		}
	}

	private void take(Session session, RowSink sink, InputRow row) throws IOException {
		if (session.stopping()) {
			throw new Stopped();
		}
		if (row.problem() != null) {
			sink.reject(row);
			return;
		}
		Payee payee = Objects.requireNonNull(row.payee());
		switch (this.routing.route(payee, session.job().routing())) {
			case Routing.Route.To to -> {
				Routing.Route.To fallback = to.fallback();
				sink.ask(row, question(to), (fallback != null) ? question(fallback) : null);
			}
			case Routing.Route.Nowhere nowhere ->
				sink.reject(InputRow.bad(row.line(), row.fields(), nowhere.problem()));
		}
	}

	private static Question question(Routing.Route.To to) {
		return new Question(to.provider(), to.question());
	}

}
