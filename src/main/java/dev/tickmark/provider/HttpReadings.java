package dev.tickmark.provider;

import java.time.Duration;
import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Answer.Missing;
import dev.tickmark.payee.Answer.Received;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;

/**
 * What HTTP statuses and missing answers mean at every provider. A provider reads the
 * statuses it gives a meaning of its own first; the status decides, never a message text.
 *
 * @param provider the provider's name in the configuration
 * @param title the provider's name as people write it
 * @param basis what a verdict of this provider rests on
 */
public record HttpReadings(ProviderName provider, String title, Basis basis) {

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

	/** A verification that was made a moment ago may not be there to be read yet. */
	private static final int GRACE_READS = 2;

	private static final Duration GRACE = Duration.ofSeconds(2);

	/** Reads the latest call by its status, or by its having none. */
	public Reading read(Conversation conversation) {
		Call call = conversation.latest();
		return switch (call.answer()) {
			case Missing missing -> retry(this.title + " gave no answer"
					+ (Refusal.isHarmless(missing.problem()) ? ": " + missing.problem() : "") + ".", null);
			case Received received -> read(conversation, call, received);
		};
	}

	private Reading read(Conversation conversation, Call call, Received answer) {
		int status = answer.status();
		return switch (status) {
			case 400,
					422 ->
				(call.kind() == CallKind.SUBMIT) ? rejected(answer)
						: held(this.title + " refuses the call as wrongly made (HTTP " + status
								+ "), which is a fault of this program" + Refusal.of(answer).ending(), null);
			case 401 -> unauthorised(conversation, answer);
			case 403 -> laneFault(this.title + " forbids us this call (HTTP 403); ask " + this.title
					+ " what this client may do" + Refusal.of(answer).ending());
			case 404 -> notFound(conversation, call);
			case 405, 409 -> held(this.title + " refuses the call as wrongly made (HTTP " + status
					+ "), which is a fault of this program" + Refusal.of(answer).ending(), null);
			case 408, 500, 502, 504 -> retry(this.title + " failed to answer (HTTP " + status + ").",
					RetryAfter.of(answer, call.answeredAt()));
			case 429, 503 -> busy(conversation, call, answer);
			default -> (status >= 300 && status < 400)
					? laneFault(this.title + " sends us to another address (HTTP " + status
							+ "), which is not followed; check tickmark.providers." + this.provider + ".base-url.")
					: held(this.title + " answered HTTP " + status + ", which it does not document.", null);
		};
	}

	private Reading rejected(Received answer) {
		Refusal refusal = Refusal.of(answer);
		return new Reading.Done(new Outcome.Rejected(
				Finding.of(Verdict.REJECTED_INPUT, this.title + " refuses the data of this row" + refusal.ending())
					.basis(this.basis)
					.code(refusal.code())));
	}

	/**
	 * The transport has dropped the token: one more try with a new one, then the lane
	 * stops.
	 */
	private Reading unauthorised(Conversation conversation, Received answer) {
		String challenge = answer.header("www-authenticate");
		boolean wantsPerson = challenge != null && challenge.strip().regionMatches(true, 0, "SCA", 0, 3);
		// In pairs: a later pass, with other credentials, gets its second try as well
		if (!wantsPerson && inARow(conversation, status -> status == 401) % 2 == 1) {
			return new Reading.Further("token refused");
		}
		return laneFault(this.title + " refuses our credentials (HTTP 401); check those under tickmark.providers."
				+ this.provider + Refusal.of(answer).ending());
	}

	private Reading notFound(Conversation conversation, Call call) {
		if (call.kind() != CallKind.STATUS) {
			return held(this.title + " has nothing at this address (HTTP 404); check tickmark.providers."
					+ this.provider + ".base-url.", null);
		}
		String reason = this.title + " does not know its own verification (HTTP 404).";
		if (inARow(conversation, status -> status == 404) > GRACE_READS) {
			return held(reason, null);
		}
		Finding finding = error(reason);
		return new Reading.Done(new Outcome.Retryable(finding, GRACE, false, false, finding));
	}

	private Reading busy(Conversation conversation, Call call, Received answer) {
		Duration pause = RetryAfter.of(answer, call.answeredAt());
		if (pause == null) {
			int earlier = inARow(conversation, status -> status == 429 || status == 503) - 1;
			Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(earlier, 6));
			pause = (doubled.compareTo(LONGEST_PAUSE) > 0) ? LONGEST_PAUSE : doubled;
		}
		Finding finding = error(
				this.title + ((answer.status() == 429) ? " asked us to slow down" : " is out of service for the moment")
						+ " (HTTP " + answer.status() + ").");
		return new Reading.Done(new Outcome.Retryable(finding, pause, false, true, finding));
	}

	/** A failure that may pass, and uses up an attempt. */
	public Reading retry(String reason, @Nullable Duration after) {
		Finding finding = error(reason);
		return new Reading.Done(new Outcome.Retryable(finding, after, true, false, finding));
	}

	/** An answer nobody can read, or a fault of our own: left open. */
	public Reading held(String reason, @Nullable String reference) {
		return new Reading.Done(new Outcome.Held(error(reason).reference(reference)));
	}

	public Reading laneFault(String reason) {
		return new Reading.Done(new Outcome.LaneFault(error(reason)));
	}

	private Finding error(String reason) {
		return Finding.of(Verdict.PROVIDER_ERROR, reason).basis(this.basis);
	}

	/** How many of the latest calls, one after the other, were answered so. */
	private static int inARow(Conversation conversation, IntPredicate statuses) {
		return conversation
			.inARow((call) -> call.answer() instanceof Received received && statuses.test(received.status()));
	}

}
