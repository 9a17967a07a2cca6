package dev.tickmark.reconciliation;

import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.Charge;
import dev.tickmark.ledger.PayeeMatching;
import dev.tickmark.ledger.StatementCharges;
import dev.tickmark.ledger.StatementCharges.Asked;
import dev.tickmark.ledger.StatementCharges.Unmatched;
import dev.tickmark.ledger.StatementMatching;
import dev.tickmark.ledger.StatementScope;
import dev.tickmark.verification.Stopped;

/**
 * Finds out which line of a statement charges which call. The rules go from the certain
 * to the likely, each on what the ones before have left; the work is the database's. It
 * begins anew after a stop or a kill: the journal may have grown meanwhile.
 */
@Component
class StatementMatch implements Tasklet {

	private static final Logger log = LoggerFactory.getLogger(StatementMatch.class);

	private static final int SOME = 1000;

	private final ReconciliationSessions sessions;

	private final StatementCharges charges;

	private final StatementMatching matching;

	private final PayeeMatching payees;

	private final ChargeMarks marks;

	StatementMatch(ReconciliationSessions sessions, StatementCharges charges, StatementMatching matching,
			PayeeMatching payees, ChargeMarks marks) {
		this.sessions = sessions;
		this.charges = charges;
		this.matching = matching;
		this.payees = payees;
		this.marks = marks;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws CannotReconcile {
		ReconciliationSession session = this.sessions.of(contribution.getStepExecution());
		StatementScope scope = Scopes.of(session.reconciliation(), session.material(Material.Statement.class));
		long id = scope.reconciliation();
		this.charges.clear(id);
		long calls = this.charges.addOfPeriod(scope) + addRepeated(session, scope);
		long matched = this.matching.byReference(id);
		goOn(session);
		matched += this.matching.byReferenceWrittenOtherwise(id);
		if (this.matching.left(id) > 0) {
			goOn(session);
			calls += this.charges.addLate(scope);
			matched += this.matching.byReference(id);
		}
		if (this.matching.left(id) > 0) {
			identify(session, scope);
			matched += this.matching.byRequestId(id);
			matched += this.payees.match(scope, () -> goOn(session));
		}
		log.info("reconciliation {}: {} lines matched with {} calls", id, matched, calls);
		if (matched == 0) {
			throw session.failed(new CannotReconcile(nothingFits(session, scope, calls)));
		}
		return RepeatStatus.FINISHED;
	}

	private static String nothingFits(ReconciliationSession session, StatementScope scope, long calls) {
		Material.Statement statement = session.material(Material.Statement.class);
		return statement.file().path() + ": none of its " + statement.file().lines() + " lines fits any of the " + calls
				+ " calls that were made to " + scope.provider() + " in the period. Check that it is a statement of "
				+ scope.provider() + (scope.sandbox() ? "'s simulation" : "") + ", its period, and " + statement.name()
				+ ".yaml, which says what its columns are.";
	}

	/**
	 * What was asked more than once may be one charge or several: that its calls tell.
	 */
	private long addRepeated(ReconciliationSession session, StatementScope scope) {
		long after = 0;
		long added = 0;
		List<Asked> some;
		do {
			goOn(session);
			some = this.charges.askedAgain(scope, after, SOME);
			List<Charge> found = new ArrayList<>();
			for (Asked asked : some) {
				found.addAll(this.marks.charges(asked, scope));
				after = asked.verification().id();
			}
			this.charges.add(scope, found);
			added += found.size();
		}
		while (some.size() == SOME);
		return added;
	}

	/** By what else a statement may know the calls that are left. */
	private void identify(ReconciliationSession session, StatementScope scope) {
		long after = 0;
		List<Unmatched> some;
		do {
			goOn(session);
			some = this.charges.unmatched(scope.reconciliation(), after, SOME);
			List<StatementCharges.Marks> found = new ArrayList<>();
			for (Unmatched unmatched : some) {
				found.add(this.marks.of(unmatched));
				after = unmatched.charge();
			}
			this.charges.identify(scope.reconciliation(), found);
		}
		while (some.size() == SOME);
	}

	private static void goOn(ReconciliationSession session) {
		if (session.stopping()) {
			throw new Stopped();
		}
	}

}
