package dev.tickmark.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;

/** What follows when somebody was not let in, and when somebody leaves. */
@Component
class SignInEnds implements AuthenticationFailureHandler, LogoutHandler {

	private static final String WHY = SignInEnds.class.getName() + ".why";

	private final Acts acts;

	private final Clock clock = Clock.systemUTC();

	SignInEnds(Acts acts) {
		this.acts = acts;
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException {
		request.getSession().setAttribute(WHY, switch (exception) {
			case TooManyAttempts wait -> new Why(null, wait.until());
			case NotOurs notOurs -> new Why(notOurs.getMessage(), null);
			case OAuth2AuthenticationException _ ->
				new Why("The other system did not let you in, or its answer cannot be used here. Try again.", null);
			default -> new Why("Name and password do not fit.", null);
		});
		response.sendRedirect(request.getContextPath() + WebSecurity.SIGN_IN);
	}

	/** Why somebody was not let in, told once; null when nobody was refused. */
	static @Nullable Why why(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(WHY) instanceof Why why)) {
			return null;
		}
		session.removeAttribute(WHY);
		return why;
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
			this.acts.add(caller.from(request.getRemoteAddr()), Deed.of(ActKind.SIGN_OUT), Instant.now(this.clock));
		}
	}

	/**
	 * Why somebody was not let in.
	 *
	 * @param sentence what to say; null when it is about the time
	 * @param until when to try again; null when at once
	 */
	record Why(@Nullable String sentence, @Nullable Instant until) implements java.io.Serializable {

	}

}
