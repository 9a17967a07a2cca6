package dev.tickmark.payee;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a person is handed to act upon.
 *
 * @param link where the person acts, with everything that lets them in: whoever has it
 * may act, so it is shown to nobody else; null when it cannot be shown (again)
 * @param expiresAt when it ends; null when the provider does not say
 */
public record Action(@Nullable String link, @Nullable Instant expiresAt) {

	/** Without the link: it lets in whoever reads it. */
	@Override
	public String toString() {
		return "Action[" + ((this.link != null) ? "a link" : "no link") + ", until " + this.expiresAt + "]";
	}

}
