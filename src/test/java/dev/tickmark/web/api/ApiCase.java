package dev.tickmark.web.api;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.ledger.people.Scope;
import dev.tickmark.people.KeyRing;
import dev.tickmark.people.NewKey;
import dev.tickmark.web.Page;
import dev.tickmark.web.Visitor;
import dev.tickmark.web.WebCase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A program with a key, in front of the API. */
abstract class ApiCase extends WebCase {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Autowired
	protected KeyRing ring;

	private final List<String> made = new ArrayList<>();

	/** A person has only so many that hold. */
	@AfterEach
	void revokeKeys() {
		this.made.forEach((prefix) -> this.ring.revoke(Actor.console("tests"), prefix));
	}

	/** A program that comes for a person who has one role, with these scopes. */
	Visitor program(Role role, Scope... scopes) {
		return withKey(key(person(role), scopes).text());
	}

	/** A key of a person, until the test ends. */
	NewKey.Made key(String owner, Scope... scopes) {
		return switch (this.ring.make(Actor.console("tests"), owner, "a program", Set.of(scopes), Duration.ofDays(1))) {
			case NewKey.Made key -> {
				this.made.add(key.key().prefix());
				yield key;
			}
			case NewKey.Refused refused -> throw new IllegalStateException(refused.why());
		};
	}

	/** One that may submit. */
	Visitor submitter() {
		return program(Role.UPLOADER, Scope.READ, Scope.SUBMIT);
	}

	static Page submit(Visitor program, String key, String query, String content) {
		return program.send(program.request("/api/v1/files?" + query)
			.header("Idempotency-Key", key)
			.header("Content-Type", "application/octet-stream")
			.POST(BodyPublishers.ofString(content)));
	}

	static Page post(Visitor program, String path) {
		return program.send(program.request(path).POST(BodyPublishers.noBody()));
	}

	static String key() {
		return UUID.randomUUID().toString();
	}

	static JsonNode json(Page page) {
		return JSON.readTree(page.body());
	}

	/** A file with so many rows, unlike any other. */
	static String file(int rows) {
		String unique = UUID.randomUUID().toString().substring(0, 8);
		StringBuilder text = new StringBuilder("name,iban,provider\n");
		for (int row = 0; row < rows; row++) {
			text.append("api").append(row).append('-').append(unique).append(",,scripted\n");
		}
		return text.toString();
	}

	/** The run of a submitted file, once it has ended. */
	static JsonNode ended(Visitor program, Page submitted) {
		String path = submitted.location();
		assertThat(path).as(submitted.body()).startsWith("/api/v1/files/");
		await().until(() -> json(program.get(path)).get("state").asString().equals("ENDED"));
		return json(program.get("/api/v1/runs/" + json(program.get(path)).get("run").asLong()));
	}

}
