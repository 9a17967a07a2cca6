package dev.tickmark.web;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import dev.tickmark.GivenProvider;
import dev.tickmark.Serving;
import dev.tickmark.TestDatabase;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.People;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.people.Accounts;
import dev.tickmark.people.NewPerson;
import dev.tickmark.people.QuickPasswords;
import dev.tickmark.provider.Provider;
import dev.tickmark.verification.ScriptedProvider;
import dev.tickmark.verification.StubServer;

/**
 * The pages as they are served, over real HTTP and a real database, with a provider that
 * does as it is told. For each role there is a person of its name.
 */
@SpringBootTest(classes = { Serving.class, WebCase.Sixth.class, QuickPasswords.class },
		webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "tickmark.home=target/${tickmark.test.fork:fork}/web-tests")
@ContextConfiguration(initializers = TestDatabase.class)
public abstract class WebCase {

	/** Everybody's. */
	protected static final String PASSWORD = "seventeen green bicycles";

	protected static final StubServer STUB = new StubServer();

	@LocalServerPort
	private int port;

	@Autowired
	protected Accounts accounts;

	@Autowired
	protected People people;

	@Autowired
	protected JdbcClient jdbc;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		GivenProvider.at(registry, "scripted", STUB::url);
		registry.add("tickmark.recheck.first-delay", () -> "50ms");
		registry.add("tickmark.recheck.max-delay", () -> "2s");
	}

	@BeforeEach
	void wellBehaved() {
		STUB.answers((_, _) -> StubServer.Says.ok());
	}

	/** Somebody whom nobody knows. */
	protected Visitor nobody() {
		return new Visitor(this.port, null);
	}

	/** A program with a key. */
	protected Visitor withKey(String key) {
		return new Visitor(this.port, key);
	}

	/** The person who has this role and no other, signed in. */
	protected Visitor as(Role role) {
		return as(person(role));
	}

	/** Somebody with a login name and {@link #PASSWORD}, signed in. */
	protected Visitor as(String login) {
		Visitor visitor = nobody();
		visitor.signIn(login, PASSWORD);
		return visitor;
	}

	/** The login name of the person who has this role and no other. */
	protected String person(Role role) {
		return person(role.name().toLowerCase(java.util.Locale.ROOT), role);
	}

	/** Adds a person, if there is none of this name. */
	protected String person(String login, Role... roles) {
		if (this.people.find(login).isEmpty()) {
			this.accounts.add(Actor.console("tests"), new NewPerson(login, "", Set.of(roles)), PASSWORD);
		}
		return login;
	}

	/** The answer to a page asked as a role; as nobody when it is null. */
	protected Page asked(@Nullable Role role, String path) {
		return ((role != null) ? as(role) : nobody()).get(path);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Sixth {

		@Bean
		Provider scripted() {
			return new ScriptedProvider();
		}

	}

}
