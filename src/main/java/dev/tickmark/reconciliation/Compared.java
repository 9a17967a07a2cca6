package dev.tickmark.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.ReadBack;
import dev.tickmark.ledger.ReadBackResult;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Verdict;
import dev.tickmark.payee.VerificationState;

/**
 * What a provider's answer amounts to beside what the ledger has.
 *
 * @param difference what differs, in words; null when nothing does
 * @param there what the provider says; null when it cannot be read
 */
record Compared(ReadBackResult result, @Nullable String difference, @Nullable Finding there) {

	static Compared unknown() {
		return new Compared(ReadBackResult.UNKNOWN_THERE, "the provider knows no such verification", null);
	}

	static Compared notReadable(String why) {
		return new Compared(ReadBackResult.NOT_READABLE, why, null);
	}

	/**
	 * The provider gives no answer that could be compared. Of what it refused it has
	 * none, and that is how it should be.
	 */
	static Compared without(ReadBack here, String why) {
		boolean refused = isFinal(here) && here.here() != null && here.here().verdict() == Verdict.REJECTED_INPUT;
		return refused ? new Compared(ReadBackResult.AGREES, null, null) : notReadable(why);
	}

	/**
	 * Compares an outcome.
	 * @param successful whether the provider answered with success
	 * @return empty when it is to be asked once more
	 */
	static Optional<Compared> of(ReadBack here, Outcome outcome, boolean successful) {
		return switch (outcome) {
			case Outcome.Concluded concluded -> Optional.of(settled(here, concluded.finding()));
			case Outcome.Rejected rejected -> Optional.of(settled(here, rejected.finding()));
			case Outcome.Pending pending -> Optional.of(open(here, pending.finding(), pending.given().verdict()));
			case Outcome.ActionRequired required -> Optional.of(open(here, required.finding(), null));
			// read without fault: it is the check behind it that failed
			case Outcome.Retryable failed when successful && failed.exhausted().verdict().isFinal() ->
				Optional.of(isFinal(here) ? settled(here, failed.exhausted()) : open(here, failed.finding(), null));
			case Outcome.Retryable _ -> Optional.empty();
			case Outcome.Held held -> Optional.of(held(here, held.finding()));
			case Outcome.Adopted adopted -> Optional.of(settled(here, adopted.otherwise()));
			case Outcome.LaneFault fault -> Optional.of(notReadable(fault.finding().reason()));
		};
	}

	/** The same, for a run that somebody works on: nothing is concluded in it. */
	Compared leftOpen() {
		return (this.result == ReadBackResult.CONCLUDED) ? new Compared(ReadBackResult.PENDING_THERE,
				"final there: whoever works on the run concludes it", this.there) : this;
	}

	private static boolean isFinal(ReadBack here) {
		return here.state() == VerificationState.CONCLUDED;
	}

	private static Compared settled(ReadBack item, Finding there) {
		Finding here = item.here();
		if (here != null && isFinal(item)) {
			String difference = difference(here, there);
			return new Compared((difference == null) ? ReadBackResult.AGREES : ReadBackResult.CHANGED, difference,
					there);
		}
		if (item.mayFallBack() && there.verdict() == Verdict.UNABLE_TO_CHECK) {
			return new Compared(ReadBackResult.PENDING_THERE,
					"unable to check there: the next pass of the run asks the fall-back", there);
		}
		return new Compared(ReadBackResult.CONCLUDED,
				((here != null) ? here.verdict() : "nothing") + " → " + there.verdict(), there);
	}

	/**
	 * It is open there.
	 * @param givenUp what is concluded here when nobody waits for it any more
	 */
	private static Compared open(ReadBack item, Finding there, @Nullable Verdict givenUp) {
		Finding here = item.here();
		if (here == null || !isFinal(item) || here.verdict() == givenUp) {
			return new Compared(ReadBackResult.PENDING_THERE, null, there);
		}
		return new Compared(ReadBackResult.CHANGED, difference(here, there), there);
	}

	/** Nobody can say what it is there; which the ledger may know. */
	private static Compared held(ReadBack item, Finding there) {
		Finding here = item.here();
		boolean known = here != null && !isFinal(item) && here.verdict() == there.verdict()
				&& here.reason().equals(there.reason());
		return known ? new Compared(ReadBackResult.PENDING_THERE, null, there) : notReadable(there.reason());
	}

	/** What is another now; null when nothing is. The wording of reasons is ours. */
	private static @Nullable String difference(Finding here, Finding there) {
		List<String> differences = new ArrayList<>();
		compare(differences, "verdict", here.verdict(), there.verdict());
		compare(differences, "account", here.accountState(), there.accountState());
		compare(differences, "name", here.nameMatch(), there.nameMatch());
		compare(differences, "account type", here.accountTypeMatch(), there.accountTypeMatch());
		compare(differences, "basis", here.basis(), there.basis());
		compare(differences, "code", here.reasonCode(), there.reasonCode());
		if (!Objects.equals(here.suggestedName(), there.suggestedName())) {
			differences.add("another suggested name");
		}
		return differences.isEmpty() ? null : String.join("; ", differences);
	}

	private static void compare(List<String> differences, String what, @Nullable Object here, @Nullable Object there) {
		if (!Objects.equals(here, there)) {
			differences.add(what + " " + ((here != null) ? here : "none") + " → " + ((there != null) ? there : "none"));
		}
	}

}
