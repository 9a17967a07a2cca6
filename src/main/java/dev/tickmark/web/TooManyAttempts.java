package dev.tickmark.web;

import java.time.Instant;

import org.springframework.security.core.AuthenticationException;

/** Somebody has guessed too often, so this attempt was not looked at. */
final class TooManyAttempts extends AuthenticationException {

	private final Instant until;

	TooManyAttempts(Instant until) {
		super("too many attempts");
		this.until = until;
	}

	/** When to try again. */
	Instant until() {
		return this.until;
	}

}
