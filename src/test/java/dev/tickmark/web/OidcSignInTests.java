package dev.tickmark.web;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import dev.tickmark.ledger.people.Act;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.people.NewPerson;

import static org.assertj.core.api.Assertions.assertThat;

/** Signing in with a real exchange of OpenID Connect. */
class OidcSignInTests extends WebCase {

	private static final IdentityProvider PROVIDER = new IdentityProvider();

	@Autowired
	private Acts acts;

	@DynamicPropertySource
	static void identityProvider(DynamicPropertyRegistry registry) {
		String registration = "spring.security.oauth2.client.registration.office.";
		registry.add(registration + "client-id", PROVIDER::client);
		registry.add(registration + "client-secret", () -> "not secret");
		registry.add(registration + "client-name", () -> "the office");
		registry.add(registration + "scope", () -> "openid");
		registry.add("spring.security.oauth2.client.provider.office.issuer-uri", PROVIDER::issuer);
	}

	@Test
	void anAccountIsKnownByItsSubjectWhateverItsName() {
		add("olga");
		Visitor olga = nobody();
		assertThat(olga.get("/sign-in").text()).contains("the office");
		assertThat(signIn(olga, "subject-of-olga-1", "olga").location()).isEqualTo("/");
		assertThat(olga.get("/me").text()).contains("olga", "viewer");
		assertThat(this.acts.by("olga", Acts.LATEST, 10)).extracting((act) -> act.deed().kind())
			.containsExactly(ActKind.SIGN_IN, ActKind.IDENTITY_BOUND);
		assertThat(this.acts.by("olga", Acts.LATEST, 10)).extracting(Act::actor)
			.containsOnly(Actor.web("olga", "127.0.0.1"));
		Visitor renamed = nobody();
		assertThat(signIn(renamed, "subject-of-olga-1", "olga.married").location()).isEqualTo("/");
		assertThat(renamed.get("/me").text()).contains("olga");
	}

	@Test
	void aNameThatWasGivenToSomebodyElseOpensNothing() {
		add("piet");
		Visitor piet = nobody();
		signIn(piet, "subject-of-piet-1", "piet");
		Visitor other = nobody();
		assertThat(signIn(other, "subject-of-piet-2", "piet").location()).isEqualTo("/sign-in");
		assertThat(other.get("/sign-in").text()).contains("The name piet belongs to another account there",
				"ask an administrator");
		assertThat(other.get("/me").location()).isEqualTo("/sign-in");
		Act act = this.acts.by("piet", Acts.LATEST, 1).getFirst();
		assertThat(act.deed().kind()).isEqualTo(ActKind.SIGN_IN_REFUSED);
		assertThat(act.deed().comment()).contains("the account …et-1 of", "not to the account …et-2 of");
		Visitor administrator = as(Role.ADMINISTRATOR);
		assertThat(administrator.get("/people/piet").text()).contains("the account …et-1 of " + PROVIDER.issuer(),
				"Forget the identity provider's account");
		administrator.post("/people/piet/identity/forget", Map.of());
		assertThat(administrator.get("/people/piet").text())
			.contains("piet has no account at the identity provider any more.")
			.doesNotContain("Forget the identity");
		assertThat(piet.get("/me").location()).as("its session ends").isEqualTo("/sign-in");
		Visitor again = nobody();
		assertThat(signIn(again, "subject-of-piet-2", "piet").location()).isEqualTo("/");
		assertThat(again.get("/me").text()).contains("piet");
	}

	@Test
	void whoIsNotHereIsToldSo() {
		Visitor stranger = nobody();
		assertThat(signIn(stranger, "subject-of-nobody", "nobody-here").location()).isEqualTo("/sign-in");
		assertThat(stranger.get("/sign-in").text()).contains("You are known there, but not here");
		assertThat(stranger.get("/login/oauth2/code/office?code=x&state=wrong").location()).isEqualTo("/sign-in");
		assertThat(stranger.get("/sign-in").text()).contains("The other system did not let you in");
	}

	private void add(String login) {
		this.accounts.add(Actor.console("tests"), new NewPerson(login, "", Set.of(Role.VIEWER)), null);
	}

	/** What a browser does that comes back from the identity provider. */
	private static Page signIn(Visitor visitor, String subject, String name) {
		Page there = visitor.get("/oauth2/authorization/office");
		Map<String, String> asked = query(URI.create(there.headers().firstValue("Location").orElseThrow()));
		String code = PROVIDER.signIn(subject, name, Objects.requireNonNull(asked.get("nonce")));
		String state = URLEncoder.encode(Objects.requireNonNull(asked.get("state")), StandardCharsets.UTF_8);
		return visitor.get("/login/oauth2/code/office?code=" + code + "&state=" + state);
	}

	private static Map<String, String> query(URI address) {
		return Stream.of(address.getRawQuery().split("&"))
			.map((field) -> field.split("=", 2))
			.collect(Collectors.toMap((field) -> field[0],
					(field) -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
	}

}
