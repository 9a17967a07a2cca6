package dev.tickmark.provider;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.ProviderName;

/**
 * One verification provider: which payees it covers, what to ask next, and what its
 * answers mean.
 * <p>
 * {@link #next} and {@link #read} are functions of the conversation alone, that is of the
 * call journal: they keep nothing, send nothing and look at no clock. So a conversation
 * that was cut off goes on from the journal as if nothing had happened.
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

	/** What this provider needs and the payee lacks; null when it can be asked. */
	@Nullable Problem lacks(Payee payee);

	/** The columns that make up the question: rows equal in them share the answer. */
	Set<Column> question();

	/** The call to make now, given all calls so far. */
	Request next(Conversation conversation);

	/** What the latest call of the conversation amounts to. */
	Reading read(Conversation conversation);

	/** The records of its own settings, beside those that every lane has. */
	default Set<Class<? extends Record>> settings() {
		return Set.of();
	}

	/** Makes what puts this provider's credentials on a request. */
	Authenticator authenticator(ProviderConfiguration configuration);

}
