package dev.tickmark.web;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Role;

import static org.assertj.core.api.Assertions.assertThat;

class SigningInTests extends WebCase {

	@Autowired
	private Acts acts;

	@ParameterizedTest
	@ValueSource(strings = { "/", "/runs", "/me", "/people", "/no-such-page", "/webjars/other.js" })
	void nobodySeesAnythingButWhereToSignIn(String path) {
		Page page = nobody().get(path);
		assertThat(page.status()).isEqualTo(302);
		assertThat(page.location()).isEqualTo("/sign-in");
	}

	@Test
	void thePageSaysWhereToBeginWithoutTellingMore() {
		Page page = nobody().get("/sign-in");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
			.startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
			.doesNotContain("unsafe");
		assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
		assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
		assertThat(page.body()).doesNotContain("<script>", "style=\"", "onclick");
	}

	@Test
	void whoHasThePasswordComesInAndHasAnotherSession() {
		person(Role.VIEWER);
		Visitor visitor = nobody();
		String before = visitor.get("/sign-in").headers().firstValue("Set-Cookie").orElseThrow();
		Page in = visitor.post("/sign-in", Map.of("login", "viewer", "password", PASSWORD));
		assertThat(in.status()).isEqualTo(302);
		assertThat(in.location()).isEqualTo("/");
		assertThat(in.headers().firstValue("Set-Cookie").orElseThrow()).isNotEqualTo(before)
			.contains("HttpOnly", "SameSite=Lax");
		assertThat(visitor.get("/me").text()).contains("Your account", "viewer");
	}

	@Test
	void whoHasNotIsToldNoMoreThanThat() {
		person(Role.VIEWER);
		Visitor visitor = nobody();
		assertThat(visitor.signIn("viewer", "wrong").location()).isEqualTo("/sign-in");
		String known = visitor.get("/sign-in").text();
		assertThat(visitor.signIn("nobody-of-this-name", "wrong").location()).isEqualTo("/sign-in");
		assertThat(visitor.get("/sign-in").text()).isEqualTo(known);
	}

	@Test
	void whoGuessesTooOftenIsToldWhenToTryAgain() {
		person("guessed", Role.VIEWER);
		Visitor visitor = nobody();
		String last = "";
		for (int i = 0; i < 12; i++) {
			visitor.get("/sign-in");
			visitor.post("/sign-in", Map.of("login", "guessed", "password", "wrong " + i));
			last = visitor.get("/sign-in").text();
		}
		assertThat(last).contains("There were too many attempts. The next one is looked at from ");
		this.jdbc.sql("delete from sign_in_failure").update();
	}

	@Test
	void aFormWithoutThePagesTokenIsRefused() {
		person(Role.VIEWER);
		Visitor visitor = as(Role.VIEWER);
		Page page = visitor.send(visitor.request("/me/password")
			.header("Accept", "text/html")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("_csrf=of-another-session&current=" + PASSWORD)));
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text()).contains("This form is too old, or another site has sent it. Nothing was done.")
			.doesNotContain("administrator");
		assertThat(visitor.post("/people", Map.of("login", "x")).text()).contains("Ask an administrator for the role");
	}

	@Test
	void aFormThatComesAfterTheSessionHasEndedLeadsToWhereToSignIn() {
		person(Role.VIEWER);
		Visitor visitor = nobody();
		for (String path : List.of("/sign-in", "/me/password", "/uploads/1/start", "/sign-out", "/no-such-page")) {
			Page late = visitor.post(path, Map.of("login", "viewer", "password", PASSWORD));
			assertThat(late.status()).as(path).isEqualTo(302);
			assertThat(late.location()).as(path).isEqualTo("/sign-in?ended");
		}
		assertThat(visitor.get("/me").location()).as("nobody came in").isEqualTo("/sign-in");
		assertThat(visitor.get("/sign-in?ended").text()).contains("Your session has ended")
			.contains("Sign in, then do it again.");
	}

	@Test
	void whoHasNotSignedInSendsNoFile() {
		Page late = nobody().upload("/uploads", "a.csv", new byte[5_000_000], Map.of());
		assertThat(late.status()).isEqualTo(302);
		assertThat(late.location()).isEqualTo("/sign-in?ended");
		assertThat(nobody().upload("/me/password", "a.csv", new byte[10], Map.of()).status()).isEqualTo(415);
		assertThat(as(Role.VIEWER).upload("/me/password", "a.csv", new byte[10], Map.of()).status()).isEqualTo(415);
	}

	@Test
	void whoLeavesIsOutAndThatIsWrittenDown() {
		Visitor visitor = as(Role.AUDITOR);
		assertThat(visitor.post("/sign-out", Map.of()).location()).isEqualTo("/sign-in?out");
		assertThat(visitor.get("/me").location()).isEqualTo("/sign-in");
		assertThat(this.acts.by("auditor", Acts.LATEST, 1).getFirst().deed().kind()).isEqualTo(ActKind.SIGN_OUT);
	}

	@Test
	void whoIsDisabledIsOutWithTheNextRequest() {
		Visitor visitor = as(person("leaving", Role.VIEWER));
		assertThat(visitor.get("/me").status()).isEqualTo(200);
		this.accounts.disable(Actor.console("tests"), "leaving");
		assertThat(visitor.get("/me").location()).isEqualTo("/sign-in");
	}

	@Test
	void whoChangesThePasswordIsOutEverywhereAndComesInWithTheNewOne() {
		person("changing", Role.VIEWER);
		Visitor other = as("changing");
		Visitor visitor = as("changing");
		Map<String, String> form = Map.of("current", PASSWORD, "password", "eighteen blue tricycles", "again",
				"eighteen blue tricycles");
		assertThat(visitor.post("/me/password", form).location()).startsWith("/sign-in");
		assertThat(other.get("/me").location()).isEqualTo("/sign-in");
		assertThat(nobody().signIn("changing", PASSWORD).location()).isEqualTo("/sign-in");
		assertThat(nobody().signIn("changing", "eighteen blue tricycles").location()).isEqualTo("/");
	}

	@Test
	void whoDoesNotKnowThePresentOneChangesNothing() {
		person("staying", Role.VIEWER);
		Visitor visitor = as("staying");
		visitor.post("/me/password",
				Map.of("current", "wrong", "password", "eighteen blue tricycles", "again", "eighteen blue tricycles"));
		assertThat(visitor.get("/me").text()).contains("The present password is not the one you typed.");
		assertThat(nobody().signIn("staying", PASSWORD).location()).isEqualTo("/");
	}

}
