package dev.tickmark.ledger;

import java.util.Collection;

import dev.tickmark.payee.VerificationState;

/** States as SQL wants them. */
final class States {

	private States() {
	}

	static String[] names(Collection<VerificationState> states) {
		return states.stream().map(Enum::name).toArray(String[]::new);
	}

}
