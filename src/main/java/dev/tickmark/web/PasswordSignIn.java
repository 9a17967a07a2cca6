package dev.tickmark.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

import dev.tickmark.people.SignIn;
import dev.tickmark.people.SignInResult;

/** Signs in with name and password, as the room people sees fit. */
@Component
class PasswordSignIn implements AuthenticationProvider {

	private final SignIn signIn;

	PasswordSignIn(SignIn signIn) {
		this.signIn = signIn;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String password = (attempt.getCredentials() != null) ? attempt.getCredentials().toString() : "";
		return switch (this.signIn.attempt(attempt.getName(), password, address(attempt.getDetails()))) {
			case SignInResult.SignedIn signedIn -> {
				SignedIn person = SignedIn.of(signedIn.person());
				yield UsernamePasswordAuthenticationToken.authenticated(person, null,
						Authorities.of(person.permissions()));
			}
			case SignInResult.Refused _ -> throw new BadCredentialsException("name and password do not fit");
			case SignInResult.Wait wait -> throw new TooManyAttempts(wait.until());
		};
	}

	private static String address(@Nullable Object details) {
		String address = (details instanceof WebAuthenticationDetails web) ? web.getRemoteAddress() : null;
		return (address != null) ? address : "unknown";
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
