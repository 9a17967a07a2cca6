package dev.tickmark.ledger;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Verification;
import dev.tickmark.payee.VerificationState;

/**
 * A verification that is to be read back at its provider.
 *
 * @param verification the verification, with its calls
 * @param reference the provider's id of it
 * @param here what the ledger has; null when it has nothing yet
 * @param state how it stands in the ledger
 * @param run the number of its run
 * @param identity the run's identity
 * @param term the run's term
 * @param mayFallBack whether another provider is asked when this one is unable to check
 * @param calls how often it was read back in this reconciliation
 */
public record ReadBack(Verification verification, String reference, @Nullable Finding here, VerificationState state,
		long run, UUID identity, int term, boolean mayFallBack, int calls) {

}
