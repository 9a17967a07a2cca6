package dev.tickmark.web;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Another system knows who it is, and we do not. */
final class NotOurs extends OAuth2AuthenticationException {

	private final String sentence;

	NotOurs(String sentence) {
		super(new OAuth2Error("access_denied"), sentence);
		this.sentence = sentence;
	}

	@Override
	public String getMessage() {
		return this.sentence;
	}

}
