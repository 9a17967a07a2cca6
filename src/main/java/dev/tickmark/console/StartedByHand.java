package dev.tickmark.console;

import java.time.Instant;
import java.util.function.BiConsumer;

import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;

/**
 * Notes in the audit table who started or continued a run by a command: the same person
 * does not release it.
 *
 * @param acts the audit table
 */
record StartedByHand(Acts acts) implements BiConsumer<Run, Boolean> {

	@Override
	public void accept(Run run, Boolean continued) {
		ActKind kind = continued ? ActKind.CONTINUE : ActKind.START;
		// the longest name of a file is shorter
		this.acts.add(ThisUser.actor(), new Deed(kind, run.id(), run.fileName(), null), Instant.now());
	}

}
