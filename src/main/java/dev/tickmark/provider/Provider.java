package dev.tickmark.provider;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Answer.Received;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.ProviderName;

/**
 * One verification provider: which payees it covers, what to ask next, and what its
 * answers mean.
 * <p>
 * {@link #next} and {@link #read} are functions of the conversation, that is of the call
 * journal, and of the provider's settings: they keep nothing, send nothing and look at no
 * clock. So a conversation that was cut off goes on from the journal as if nothing had
 * happened.
 */
public interface Provider {

	ProviderName name();

	/**
	 * Where this provider stands when a row is routed: the lowest that {@link #fits}
	 * takes it. Each provider has a rank of its own.
	 */
	int rank();

	/** Whether a payee goes to this provider when the row does not name one. */
	boolean fits(Payee payee);

	/**
	 * What {@link #fits} looks for, as a person who fills in a payee file would say it:
	 * {@code an iban}.
	 */
	String covers();

	/** What this provider needs and the payee lacks; null when it can be asked. */
	@Nullable Problem lacks(Payee payee);

	/**
	 * The payee as this provider is asked about it: only what makes up the question, each
	 * value in the one form in which it is asked. Payees equal in it share the answer.
	 */
	Payee question(Payee payee);

	/**
	 * The columns by which this provider knows a question again, where they are not all
	 * that it is asked with: questions that are equal in them have one answer between
	 * them, which belongs to the one that came first. Empty when every question has its
	 * own.
	 */
	default Set<Column> sharedBy() {
		return Set.of();
	}

	/** How many calls one verification takes at least; for forecasts. */
	default int leastCalls() {
		return 1;
	}

	/** The call to make now, given all calls so far. */
	Request next(Conversation conversation);

	/** What the latest call of the conversation amounts to. */
	Reading read(Conversation conversation);

	/**
	 * The call that reads a verification back by the provider's own reference, whatever
	 * became of it here. It asks nothing anew, so it may be sent again at any time.
	 * @param conversation all its calls so far; its payee is whom it is about
	 * @param reference the provider's id of the verification
	 */
	Request readBack(Conversation conversation, String reference);

	/** Whether an answer to {@link #readBack} says that there is no such verification. */
	default boolean isUnknown(Received answer) {
		return answer.status() == 404;
	}

	/**
	 * The header by which a question can be told from all others at the provider, such as
	 * an idempotency key; null when it has none.
	 */
	default @Nullable String requestIdHeader() {
		return null;
	}

	/**
	 * The word in a successful answer to a question by which the provider says that the
	 * answer was there already, so that it charges nothing for it; null when it has none.
	 */
	default @Nullable String repetitionWord() {
		return null;
	}

	/** The records of its own settings, beside those that every lane has. */
	default Set<Class<? extends Record>> settings() {
		return Set.of();
	}

	/**
	 * Makes what proves to this provider that a request is ours. It is called when a run
	 * needs the lane, so what only a used lane must have is checked here.
	 * @throws Misconfigured when a setting is missing or wrong
	 * @throws IllegalArgumentException likewise; the message begins with the key
	 */
	Authenticator authenticator(ProviderConfiguration configuration);

}
