package dev.tickmark.web.api;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.tickmark.TestDatabase;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.ledger.people.Scope;
import dev.tickmark.web.Page;
import dev.tickmark.web.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

class SubmittingTests extends ApiCase {

	@Test
	void aProgramSubmitsAFileAndSeesItsRunToTheEnd() {
		Visitor program = submitter();
		Page taken = submit(program, key(), "name=payees.csv", file(20));
		assertThat(taken.status()).isEqualTo(202);
		assertThat(json(taken).get("submittedBy").asString()).isEqualTo("uploader");
		JsonNode run = ended(program, taken);
		assertThat(run.get("state").asString()).isEqualTo("COMPLETE");
		assertThat(run.get("rows").asLong()).isEqualTo(20);
		assertThat(run.get("open").asLong()).isZero();
		assertThat(run.get("verdicts").get("MATCH").asLong()).isEqualTo(20);
		assertThat(json(program.get("/api/v1/runs?limit=1")).get(0).get("id")).isEqualTo(run.get("id"));
	}

	@Test
	void theSameKeyAgainIsTheSameSubmission() {
		Visitor program = submitter();
		String key = key();
		String file = file(3);
		Page first = submit(program, key, "name=a.csv", file);
		JsonNode run = ended(program, first);
		Page again = submit(program, key, "name=a.csv", file);
		assertThat(again.status()).isEqualTo(202);
		assertThat(again.location()).isEqualTo(first.location());
		assertThat(json(again).get("run")).isEqualTo(run.get("id"));
	}

	@Test
	void theSameKeyWithAnotherFileIsRefusedInsteadOfForgettingTheFile() {
		Visitor program = submitter();
		String key = key();
		ended(program, submit(program, key, "name=a.csv", file(2)));
		Page other = submit(program, key, "name=a.csv", file(2));
		assertThat(other.status()).isEqualTo(422);
		assertThat(json(other).get("detail").asString()).contains("Another file was submitted with this key before");
	}

	@Test
	void ofWhatCannotBeVerifiedNothingIsKeptAndTheKeyMayBeUsedAgain() throws IOException {
		Visitor program = submitter();
		String key = key();
		long uploads = uploads();
		long files = files();
		for (int time = 0; time < 2; time++) {
			assertThat(submit(program, key, "name=a.csv", "no,column,of\nours,is,here\n").status()).isEqualTo(422);
			assertThat(uploads()).isEqualTo(uploads);
			assertThat(files()).isEqualTo(files);
		}
		ended(program, submit(program, key, "name=a.csv", file(1)));
	}

	private static long files() throws IOException {
		Path folder = TestDatabase.FOLDER.resolve("web-tests/uploads");
		try (Stream<Path> all = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
			return all.count();
		}
	}

	@Test
	void aFormIsNoFile() {
		Visitor program = submitter();
		Page page = program.send(program.request("/api/v1/files?name=a.csv")
			.header("Idempotency-Key", key())
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(file(1))));
		assertThat(page.status()).isEqualTo(415);
		assertThat(json(page).get("detail").asString()).contains("--data-binary");
	}

	@Test
	void ofManyAtOnceWithTheSameKeyOneIsTaken() throws Exception {
		Visitor program = submitter();
		String key = key();
		String file = file(3);
		long before = uploads();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Page>> all = IntStream.range(0, 6)
				.<Callable<Page>>mapToObj((_) -> () -> submit(program, key, "name=b.csv", file))
				.toList();
			for (Future<Page> one : threads.invokeAll(all)) {
				assertThat(one.get().status()).isIn(202, 409);
			}
		}
		assertThat(uploads() - before).isEqualTo(1);
		ended(program, submit(program, key, "name=b.csv", file));
	}

	private long uploads() {
		return this.jdbc.sql("select count(*) from upload").query(Long.class).single();
	}

	@Test
	void theSameContentUnderAnotherKeyIsTheSameRun() {
		Visitor program = submitter();
		String file = file(3);
		JsonNode first = ended(program, submit(program, key(), "name=c.csv", file));
		JsonNode second = ended(program, submit(program, key(), "name=c-again.csv", file));
		assertThat(second.get("id")).isEqualTo(first.get("id"));
	}

	@Test
	void whatCannotBeVerifiedIsSaidInSentences() {
		Visitor program = submitter();
		Page wrong = submit(program, key(), "name=d.csv", "no,column,of\nours,is,here\n");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
		assertThat(json(wrong).get("detail").asString()).isNotBlank();
		assertThat(submit(program, key(), "name=e.csv", "PK\u0003\u0004 not a table").status()).isEqualTo(422);
		assertThat(submit(program, key(), "name=f.csv&job=no-such-job", file(1)).status()).isEqualTo(400);
		assertThat(submit(program, "short", "name=g.csv", file(1)).body()).contains("Idempotency-Key");
		assertThat(submit(program, key(), "", file(1)).body()).contains("parameter name is missing");
		long before = uploads();
		Page soon = submit(program, key(), "name=h.csv&deadline=soon", file(1));
		assertThat(soon.status()).isEqualTo(400);
		assertThat(json(soon).get("detail").asString()).contains("is no deadline");
		assertThat(uploads()).isEqualTo(before);
	}

	@Test
	void aKeyOpensNoMoreThanItsScopesAndItsOwner() {
		assertThat(submit(program(Role.UPLOADER, Scope.READ), key(), "name=i.csv", file(1)).status()).isEqualTo(403);
		assertThat(submit(withKey("tm_0000.nothing"), key(), "name=j.csv", file(1)).status()).isEqualTo(401);
		assertThat(nobody().get("/api/v1/runs").status()).isEqualTo(401);
		assertThat(as(Role.UPLOADER).get("/api/v1/runs").status()).as("a person's session is no key").isEqualTo(401);
	}

	@Test
	void whatIsNotThereIsNotFoundAndWhatCannotBeDoneIsAConflict() {
		Visitor program = submitter();
		assertThat(program.get("/api/v1/files/999999999").status()).isEqualTo(404);
		assertThat(program.get("/api/v1/runs/999999999").status()).isEqualTo(404);
		assertThat(program.get("/api/v1/runs?limit=abc").status()).isEqualTo(400);
		assertThat(program.get("/api/v1/runs/many").body()).contains("The value of id is not one that it can have.");
		assertThat(post(program, "/api/v1/runs/999999999/stop").status()).isEqualTo(404);
		long run = ended(program, submit(program, key(), "name=k.csv", file(1))).get("id").asLong();
		assertThat(post(program, "/api/v1/runs/" + run + "/stop").status()).isEqualTo(409);
		assertThat(json(post(program, "/api/v1/runs/" + run + "/continue")).get("detail").asString())
			.contains("nothing to go on with");
	}

}
