package dev.tickmark.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.ledger.people.OidcIdentity;
import dev.tickmark.ledger.people.Person;
import dev.tickmark.people.SignInElsewhere;

/**
 * Signing in with OpenID Connect. The other system says who somebody is; whether that
 * person may come in, and as what, is said here: nobody gets in whom no administrator has
 * added.
 */
@Component
class OidcSignIn implements OAuth2UserService<OidcUserRequest, OidcUser> {

	private final OidcUserService told = new OidcUserService();

	private final SignInElsewhere signIn;

	private final Acts acts;

	private final Clock clock = Clock.systemUTC();

	OidcSignIn(SignInElsewhere signIn, Acts acts) {
		this.signIn = signIn;
		this.acts = acts;
	}

	@Override
	public OidcUser loadUser(OidcUserRequest request) {
		OidcUser user = this.told.loadUser(request);
		return new OidcPerson(SignedIn.of(person(user)), user);
	}

	/**
	 * By its subject; the first time by the name that the other system calls preferred,
	 * else by an e-mail address that it has verified (OpenID Connect Core 1.0, sections
	 * 5.1 and 5.7).
	 */
	private Person person(OidcUser user) {
		List<String> names = new ArrayList<>();
		Optional.ofNullable(user.getPreferredUsername()).ifPresent(names::add);
		if (Boolean.TRUE.equals(user.getEmailVerified())) {
			Optional.ofNullable(user.getEmail()).ifPresent(names::add);
		}
		return switch (this.signIn.attempt(identity(user.getIdToken()), names, address())) {
			case SignInElsewhere.Result.Known known -> known.person();
			case SignInElsewhere.Result.Refused refused -> throw new NotOurs(refused.why());
		};
	}

	/** From what is signed, and nothing else. */
	private static OidcIdentity identity(OidcIdToken token) {
		try {
			return new OidcIdentity(Objects.toString(token.getIssuer(), ""), Objects.toString(token.getSubject(), ""));
		}
		catch (IllegalArgumentException _) {
			throw new NotOurs("The other system did not say who you are in a way that can be kept here. Tell an"
					+ " administrator.");
		}
	}

	/** Nothing else knows of the request here. */
	private static String address() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
				? request.getRequest().getRemoteAddr() : "unknown";
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
