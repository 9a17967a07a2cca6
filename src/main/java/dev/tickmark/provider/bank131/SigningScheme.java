package dev.tickmark.provider.bank131;

import java.util.Set;

import dev.tickmark.provider.Misconfigured;
import dev.tickmark.provider.ProviderConfiguration;

/**
 * A way to sign what Bank 131 is asked. Every Spring bean of this type can be chosen by
 * its name with {@code tickmark.providers.bank131.signature}.
 */
public interface SigningScheme {

	/** The name it is chosen by, in lower case. */
	String name();

	/**
	 * The records of its own settings below {@code tickmark.providers.bank131}, so that
	 * their keys are known.
	 */
	default Set<Class<? extends Record>> settings() {
		return Set.of();
	}

	/**
	 * Makes what signs. It is called when a run needs the lane, before anything is sent.
	 * @throws Misconfigured when a setting is missing or wrong
	 */
	Signer signer(ProviderConfiguration configuration);

	/** Signs. Used by many threads at once. */
	@FunctionalInterface
	interface Signer {

		/**
		 * Signs these very bytes.
		 * @return the signature as text, as it is to stand in the body
		 * @throws Unavailable when it cannot, and could not for any other content either
		 */
		String sign(byte[] content) throws Unavailable;

	}

	/**
	 * The signature cannot be made: a token that is not plugged in, a service that does
	 * not answer. The message is a sentence that says what to do, and stops the lane.
	 */
	class Unavailable extends Exception {

		private static final long serialVersionUID = 1;

		public Unavailable(String message) {
			super(message);
		}

	}

}
