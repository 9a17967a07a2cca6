package dev.tickmark.reconciliation;

import java.io.IOException;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

import dev.tickmark.intake.BankPayment;
import dev.tickmark.intake.BankStatus;
import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.ledger.BankPayments;
import dev.tickmark.ledger.ReportedPayment;
import dev.tickmark.verification.Stopped;

/** Takes a bank's report in, whole or not at all. */
@Component
class BankIntake implements Tasklet {

	private final ReconciliationSessions sessions;

	private final BankPayments payments;

	BankIntake(ReconciliationSessions sessions, BankPayments payments) {
		this.sessions = sessions;
		this.payments = payments;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws UnreadableFile {
		ReconciliationSession session = this.sessions.of(contribution.getStepExecution());
		Material.BankAnswer answer = session.material(Material.BankAnswer.class);
		answer.report().remarks().forEach(session.watcher()::remarks);
		if (session.reconciliation().items() != null) {
			return RepeatStatus.FINISHED;
		}
		try {
			this.payments.<UnreadableFile>load(session.reconciliation(),
					(sink) -> answer.report().<IOException>read((payment) -> {
						if (session.stopping()) {
							throw new Stopped();
						}
						contribution.incrementReadCount();
						sink.add(reported(payment));
					}));
		}
		catch (UnreadableFile ex) {
			throw session.failed(ex);
		}
		contribution.incrementWriteCount(contribution.getReadCount());
		return RepeatStatus.FINISHED;
	}

	private static ReportedPayment reported(BankPayment payment) {
		BankStatus status = payment.status();
		return new ReportedPayment(payment.number(), payment.line(), payment.paymentInformation(),
				payment.instructionId(), payment.endToEndId(), payment.uetr(), payment.account(), payment.name(),
				payment.amount(), payment.currency(), (status != null) ? status.code() : null,
				status != null && status.isDecided(), payment.suggestedName());
	}

}
