package dev.tickmark.payee;

import java.util.EnumSet;
import java.util.Set;

/**
 * The states of a verification and every legal transition between them. The ledger
 * refuses any other.
 */
public enum VerificationState {

	/** Not asked yet, or to be looked at again in this pass. */
	READY,
	/** A call is in flight, or was when its process died. */
	ASKING,
	/** The verdict is final. */
	CONCLUDED,
	/** The provider is working; the status is asked for when due. */
	WAITING,
	/** An attempt failed; the next one is made when due. */
	RETRY,
	/** A person must act. */
	ACTION_REQUIRED,
	/** Open, and left alone until the next pass. */
	HELD;

	/** The states that may follow this one. */
	public Set<VerificationState> next() {
		return switch (this) {
			// HELD without a call: its lane was stopped. CONCLUDED: the answer was in the
			// journal already
			case READY, WAITING, RETRY, ACTION_REQUIRED ->
				EnumSet.of(ASKING, CONCLUDED, WAITING, RETRY, ACTION_REQUIRED, HELD);
			// ASKING again: one attempt may take several calls
			case ASKING -> EnumSet.of(ASKING, CONCLUDED, WAITING, RETRY, ACTION_REQUIRED, HELD);
			// A new pass looks at what was held
			case HELD -> EnumSet.of(READY);
			case CONCLUDED -> EnumSet.noneOf(VerificationState.class);
		};
	}

	/** The states from which this one may be reached. */
	public Set<VerificationState> previous() {
		EnumSet<VerificationState> from = EnumSet.noneOf(VerificationState.class);
		for (VerificationState state : values()) {
			if (state.next().contains(this)) {
				from.add(state);
			}
		}
		return from;
	}

}
