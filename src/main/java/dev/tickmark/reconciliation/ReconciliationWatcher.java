package dev.tickmark.reconciliation;

import java.util.List;

import dev.tickmark.ledger.Reconciliation;
import dev.tickmark.provider.LaneView;

/** Is told how a reconciliation goes on. Called from the thread that runs the job. */
public interface ReconciliationWatcher {

	/** It has a number; it is new, or continued. */
	default void began(Reconciliation reconciliation, boolean continued) {
	}

	/** Something that a person should know, a sentence. */
	default void remarks(String sentence) {
	}

	/** Another process holds a lane that is needed; it waits. */
	default void waits(String lane, String holder) {
	}

	/** The lanes are open; the progress of each can be looked at from now on. */
	default void opened(List<? extends LaneView> lanes) {
	}

	/** Nobody is asked any more. */
	default void asked() {
	}

}
