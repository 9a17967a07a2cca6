package dev.tickmark.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.ledger.people.People;
import dev.tickmark.ledger.people.Person;

/**
 * Signing in with OpenID Connect. The other system says who somebody is; whether that
 * person may come in, and as what, is said here: nobody gets in whom no administrator has
 * added.
 */
@Component
class OidcSignIn implements OAuth2UserService<OidcUserRequest, OidcUser> {

	private final OidcUserService told = new OidcUserService();

	private final People people;

	private final Acts acts;

	private final Clock clock = Clock.systemUTC();

	OidcSignIn(People people, Acts acts) {
		this.people = people;
		this.acts = acts;
	}

	@Override
	public OidcUser loadUser(OidcUserRequest request) {
		OidcUser user = this.told.loadUser(request);
		return new OidcPerson(SignedIn.of(person(user)), user);
	}

	/**
	 * By the name that the other system calls preferred, else by an e-mail address that
	 * it has verified (OpenID Connect Core 1.0, section 5.1: only these two are meant for
	 * people to read).
	 */
	private Person person(OidcUser user) {
		String name = user.getPreferredUsername();
		String email = Boolean.TRUE.equals(user.getEmailVerified()) ? user.getEmail() : null;
		return Optional.ofNullable(name)
			.flatMap(this.people::find)
			.or(() -> Optional.ofNullable(email).flatMap(this.people::find))
			.filter(Person::enabled)
			// a name there may be changed to one of somebody who has a password here
			.filter((person) -> person.passwordChangedAt() == null)
			.orElseThrow(() -> new NotOurs("You are known there, but not here, or not any more, or"
					+ " here you have a password and sign in with it. Ask an administrator to add you, without a"
					+ " password, with the login name that you have there."));
	}

	/** Writes down who came in, and goes where the person wanted to. */
	AuthenticationSuccessHandler written() {
		SavedRequestAwareAuthenticationSuccessHandler onward = new SavedRequestAwareAuthenticationSuccessHandler();
		onward.setDefaultTargetUrl("/");
		return (request, response, authentication) -> {
			if (authentication.getPrincipal() instanceof Caller caller) {
				this.acts.add(caller.from(request.getRemoteAddr()),
						Deed.of(ActKind.SIGN_IN).saying("signed in by another system"), Instant.now(this.clock));
			}
			onward.onAuthenticationSuccess(request, response, authentication);
		};
	}

}
