package dev.tickmark.reconciliation;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

import dev.tickmark.intake.StatementLine;
import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.ledger.Period;
import dev.tickmark.ledger.StatementEntry;
import dev.tickmark.ledger.StatementLines;
import dev.tickmark.verification.Stopped;

/** Takes a statement in, whole or not at all. One that has its lines takes in none. */
@Component
class StatementIntake implements Tasklet {

	/** The several characters that a mask stands for. */
	private static final char SEVERAL = '…';

	private final ReconciliationSessions sessions;

	private final StatementLines lines;

	StatementIntake(ReconciliationSessions sessions, StatementLines lines) {
		this.sessions = sessions;
		this.lines = lines;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws UnreadableFile {
		ReconciliationSession session = this.sessions.of(contribution.getStepExecution());
		Material.Statement statement = session.material(Material.Statement.class);
		statement.file().remarks().forEach(session.watcher()::remarks);
		if (session.reconciliation().items() != null) {
			return RepeatStatus.FINISHED;
		}
		Period period = Scopes.of(session.reconciliation(), statement).period();
		try {
			this.lines.<UnreadableFile>load(session.reconciliation(),
					(sink) -> statement.file().<IOException>read((line) -> {
						if (session.stopping()) {
							throw new Stopped();
						}
						contribution.incrementReadCount();
						sink.add(entry(line, period));
					}));
		}
		catch (UnreadableFile ex) {
			throw session.failed(ex);
		}
		contribution.incrementWriteCount(contribution.getReadCount());
		return RepeatStatus.FINISHED;
	}

	private static StatementEntry entry(StatementLine line, Period period) {
		Instant at = line.at();
		String account = line.account();
		return new StatementEntry(line.number(), line.line(), line.reference(), line.key(), at, line.kind(),
				line.kindWritten(), line.result(), line.meaning(), line.price(), line.currency(),
				(account != null) ? account.replace(SEVERAL, '*') : null, line.name(),
				at == null || (line.wholeDay() ? touches(period, at) : period.contains(at)), line.problem());
	}

	/** Whether a day has something of the period. */
	private static boolean touches(Period period, Instant day) {
		return day.isBefore(period.to()) && day.plus(1, ChronoUnit.DAYS).isAfter(period.from());
	}

}
