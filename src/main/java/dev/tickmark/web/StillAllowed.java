package dev.tickmark.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.tickmark.ledger.people.People;

/**
 * Ends a session whose person was disabled, has other roles, another password or another
 * account elsewhere by now: with the next request, not with the end of the session.
 */
final class StillAllowed extends OncePerRequestFilter {

	private final People people;

	StillAllowed(People people) {
		this.people = people;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication != null && authentication.getPrincipal() instanceof PersonCaller caller
				&& !isStill(caller.person())) {
			new SecurityContextLogoutHandler().logout(request, response, authentication);
		}
		chain.doFilter(request, response);
	}

	private boolean isStill(SignedIn person) {
		return this.people.find(person.id()).filter(person::isStill).isPresent();
	}

	/** A request that goes on elsewhere, or later, was looked at when it came. */
	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/assets/") || request.getRequestURI().startsWith("/webjars/");
	}

}
