package dev.tickmark.payee;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What came back from one call. */
public sealed interface Answer {

	/**
	 * An HTTP response, whatever its status.
	 *
	 * @param status the HTTP status
	 * @param headers the headers that are kept, names in lower case
	 * @param body the body as text, up to the bound of what is read
	 * @param cut whether the body was longer than the bound, so that it must not be read
	 */
	record Received(int status, Map<String, String> headers, String body, boolean cut) implements Answer {

		public Received {
			headers = Map.copyOf(headers);
		}

		public @Nullable String header(String name) {
			return this.headers.get(name.toLowerCase(Locale.ROOT));
		}

		/** Whether the sandbox gave it, which marks its answers so. */
		public boolean isSandboxs() {
			return header("x-tickmark-sandbox") != null;
		}

		/** Without the body: it may name the payee and the account. */
		@Override
		public String toString() {
			return "Received[status=" + this.status + "]";
		}

	}

	/**
	 * No response.
	 *
	 * @param sent false when it is certain that the provider never saw the request
	 * @param problem what happened, in a few words
	 */
	record Missing(boolean sent, String problem) implements Answer {

	}

}
