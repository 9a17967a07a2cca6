package dev.tickmark.web;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.tickmark.people.KeyRing;

/** Lets a program in that shows an API key: {@code Authorization: Bearer KEY}. */
final class KeyFilter extends OncePerRequestFilter {

	private static final String SCHEME = "Bearer ";

	/** A key is much shorter: more is not even hashed. */
	private static final int LONGEST = 200;

	private final KeyRing keys;

	KeyFilter(KeyRing keys) {
		this.keys = keys;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		caller(request).ifPresent((caller) -> {
			SecurityContext context = SecurityContextHolder.createEmptyContext();
			context.setAuthentication(
					new PreAuthenticatedAuthenticationToken(caller, "", Authorities.of(caller.permissions())));
			SecurityContextHolder.setContext(context);
		});
		chain.doFilter(request, response);
	}

	private Optional<KeyCaller> caller(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header == null || header.length() > LONGEST || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			return Optional.empty();
		}
		return this.keys.recognise(header.substring(SCHEME.length()).trim()).map(KeyCaller::new);
	}

	/** What is answered later was asked by the same caller. */
	@Override
	protected boolean shouldNotFilterAsyncDispatch() {
		return false;
	}

}
