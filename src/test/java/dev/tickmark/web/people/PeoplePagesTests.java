package dev.tickmark.web.people;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.ledger.people.OidcIdentity;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.people.NewPerson;
import dev.tickmark.web.Page;
import dev.tickmark.web.Visitor;
import dev.tickmark.web.WebCase;

import static org.assertj.core.api.Assertions.assertThat;

class PeoplePagesTests extends WebCase {

	@Autowired
	private Acts acts;

	@Test
	void anAdministratorAddsAPersonWhoThenSignsIn() {
		Visitor administrator = as(Role.ADMINISTRATOR);
		administrator.get("/people");
		administrator.post("/people",
				Map.of("login", "ada", "fullName", "<b>Ada</b> & Co", "role", "UPLOADER", "password", PASSWORD));
		Page page = administrator.get("/people");
		assertThat(page.text()).contains("ada was added.", "<b>Ada</b> & Co");
		assertThat(page.body()).doesNotContain("<b>Ada</b>");
		assertThat(as("ada").get("/me").text()).contains("uploader");
		assertThat(this.acts.by("administrator", Acts.LATEST, 1).getFirst().deed().subject()).isEqualTo("ada");
	}

	@Test
	void whatIsWrongIsSaidAndWhatWasTypedStaysButThePassword() {
		Visitor administrator = as(Role.ADMINISTRATOR);
		administrator.get("/people");
		administrator.post("/people", Map.of("login", "bob", "fullName", "Bob", "role", "VIEWER", "password", "short"));
		Page page = administrator.get("/people");
		assertThat(page.text()).contains("at least 12 are needed");
		assertThat(page.body()).contains("value=\"bob\"").doesNotContain("value=\"short\"");
		assertThat(this.people.find("bob")).isEmpty();
	}

	@Test
	void rolesPasswordAndAccessAreChanged() {
		person("carol", Role.VIEWER);
		Visitor administrator = as(Role.ADMINISTRATOR);
		administrator.get("/people/carol");
		administrator.post("/people/carol/roles", Map.of("role", "AUDITOR"));
		assertThat(administrator.get("/people/carol").text()).contains("carol has these roles now.");
		administrator.post("/people/carol/disable", Map.of());
		assertThat(administrator.get("/people/carol").text()).contains("carol cannot sign in any more.",
				"disabled since");
		assertThat(this.people.find("carol").orElseThrow().roles()).containsExactly(Role.AUDITOR);
		assertThat(administrator.get("/people/no-such-person").status()).isEqualTo(404);
	}

	@Test
	void actsAreFoundByRunAndPersonTogether() {
		for (String who : new String[] { "first-clerk", "second-clerk" }) {
			this.acts.add(Actor.web(who, "192.0.2.1"), new Deed(ActKind.DOWNLOAD, 987_654_321L, "of " + who, null),
					Instant.now());
		}
		Visitor auditor = as(Role.AUDITOR);
		assertThat(auditor.get("/audit?run=987654321&who=").text()).contains("of first-clerk", "of second-clerk");
		assertThat(auditor.get("/audit?run=987654321&who=Second-Clerk%20").text()).contains("of second-clerk")
			.doesNotContain("of first-clerk");
	}

	@Test
	void whoSignsInElsewhereIsNotGivenAPasswordUnawares() {
		String warning = "cannot sign in through the identity provider any more";
		this.accounts.add(Actor.console("tests"), new NewPerson("elsa", "", Set.of(Role.VIEWER)), null);
		Visitor administrator = as(Role.ADMINISTRATOR);
		assertThat(administrator.get("/people/elsa").text()).doesNotContain(warning);
		this.people.bind(this.people.find("elsa").orElseThrow().id(),
				new OidcIdentity("https://login.example.com", "elsa-1"), Instant.now());
		Page page = administrator.get("/people/elsa");
		assertThat(page.text()).contains(warning);
		assertThat(page.body()).contains("aria-describedby=\"password-warning\"");
	}

	@Test
	void aKeyIsShownOnceAndOpensWhatItsOwnerMay() {
		person(Role.VIEWER);
		Visitor administrator = as(Role.ADMINISTRATOR);
		administrator.get("/keys");
		Page made = administrator.post("/keys",
				Map.of("owner", "viewer", "name", "the monitoring", "scope", "READ", "days", "30"));
		String key = made.body().replaceAll("(?s).*<code>(tickmark_[^<]+|[A-Za-z0-9_.-]{20,})</code>.*", "$1");
		assertThat(withKey(key).get("/actuator/prometheus").status()).isEqualTo(200);
		assertThat(administrator.get("/keys").body()).contains("the monitoring").doesNotContain(key);
		String prefix = this.jdbc.sql("select prefix from api_key where name = 'the monitoring'")
			.query(String.class)
			.single();
		administrator.post("/keys/" + prefix + "/revoke", Map.of());
		assertThat(withKey(key).get("/actuator/prometheus").status()).isEqualTo(401);
	}

	@Test
	void anAuditorReadsWhatPersonsDid() {
		as(Role.VIEWER);
		Page page = as(Role.AUDITOR).get("/audit?who=VIEWER");
		assertThat(page.text()).contains("What persons did", "viewer", "sign in", "127.0.0.1");
		assertThat(as(Role.AUDITOR).get("/audit?run=999999").text()).contains("Nothing.");
	}

}
