package dev.tickmark.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Call;
import dev.tickmark.payee.Change;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Verdict;

/**
 * What came of reading a verification back.
 *
 * @param verification the verification's number
 * @param result what it amounts to
 * @param was the verdict here until then; null when there was none
 * @param difference what differs, in words; null when nothing does
 * @param there what the provider says; null when it says nothing that can be read
 * @param readAt when its answer was received
 * @param conclusion what becomes of the verification here; null when nothing does
 */
public record ReadBackOutcome(long verification, ReadBackResult result, @Nullable Verdict was,
		@Nullable String difference, @Nullable Finding there, Instant readAt, @Nullable Conclusion conclusion) {

	/**
	 * That a verification which was open is final.
	 *
	 * @param change what becomes of it
	 * @param call the call that it rests on, as it stands in its journal
	 * @param term its run's term
	 */
	public record Conclusion(Change change, Call call, int term) {

	}

}
