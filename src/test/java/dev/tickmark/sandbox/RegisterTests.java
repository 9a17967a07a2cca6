package dev.tickmark.sandbox;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class RegisterTests {

	private static final String QUESTION = ProviderClient.scan("20000012345678", ",,,Ada Penrose");

	@TempDir
	Path folder;

	private Sandbox start() throws IOException {
		return Sandbox.start(SandboxSettings.of(Behaviour.immediate()), this.folder, false);
	}

	@Test
	void idsCountsAndFailuresOutliveTheProcess() throws Exception {
		String failing = ProviderClient.scan("20000012349500", ",,,Ada Penrose");
		JsonNode before;
		try (Sandbox sandbox = start()) {
			ProviderClient banfico = ProviderClient.banfico(sandbox);
			before = ProviderClient.json(banfico.verify(QUESTION));
			banfico.verify(QUESTION);
			assertThat(banfico.verify(failing).statusCode()).isEqualTo(500);
		}
		try (Sandbox sandbox = start()) {
			ProviderClient banfico = ProviderClient.banfico(sandbox);
			JsonNode record = banfico.record();
			assertThat(record.path("submissions").intValue()).isEqualTo(2);
			assertThat(record.path("distinct").intValue()).isEqualTo(1);
			String id = before.at("/data/result/id").stringValue();
			JsonNode after = ProviderClient.json(banfico.get("/v1.0/account-verifications/" + id));
			assertThat(after).isEqualTo(before);
			assertThat(banfico.verify(failing).statusCode()).isEqualTo(200);
		}
	}

	@Test
	void anIdempotencyKeyOutlivesTheProcess() throws Exception {
		UUID key = UUID.randomUUID();
		String body = ProviderClient.iban("DE02120300000000207103", "Ada Penrose");
		JsonNode before;
		try (Sandbox sandbox = start()) {
			before = ProviderClient.json(ProviderClient.paysway(sandbox).verify(body, key));
		}
		try (Sandbox sandbox = start()) {
			ProviderClient paysway = ProviderClient.paysway(sandbox);
			assertThat(ProviderClient.json(paysway.verify(body, key))).isEqualTo(before);
			String other = ProviderClient.iban("DE02120300000000202051", "Ada Penrose");
			assertThat(paysway.verify(other, key).statusCode()).isEqualTo(409);
			assertThat(paysway.record().path("submissions").intValue()).isEqualTo(1);
		}
	}

	@Test
	void aTornLastLineIsIgnoredAndSpoilsNothingAfterIt() throws Exception {
		Path log = this.folder.resolve("banfico.log");
		try (Sandbox sandbox = start()) {
			ProviderClient.banfico(sandbox).verify(QUESTION);
		}
		String line = Files.readString(log);
		Files.writeString(log, line.substring(0, line.length() - 9), StandardOpenOption.APPEND);
		try (Sandbox sandbox = start()) {
			ProviderClient banfico = ProviderClient.banfico(sandbox);
			assertThat(banfico.record().path("submissions").intValue()).isEqualTo(1);
			banfico.verify(QUESTION);
			assertThat(banfico.record().path("submissions").intValue()).isEqualTo(2);
		}
		try (Sandbox sandbox = start()) {
			assertThat(ProviderClient.banfico(sandbox).record().path("submissions").intValue()).isEqualTo(2);
		}
	}

	@Test
	void twoSandboxesShareOneFolder() throws Exception {
		try (Sandbox one = start(); Sandbox other = start()) {
			ProviderClient first = ProviderClient.banfico(one);
			ProviderClient second = ProviderClient.banfico(other);
			String id = ProviderClient.json(first.verify(QUESTION)).at("/data/result/id").stringValue();
			second.verify(QUESTION);
			HttpResponse<String> read = second.get("/v1.0/account-verifications/" + id);
			assertThat(read.statusCode()).isEqualTo(200);
			assertThat(first.record().path("submissions").intValue()).isEqualTo(2);
			assertThat(second.record().path("submissions").intValue()).isEqualTo(2);
			second.reset();
			assertThat(first.record().path("submissions").intValue()).isZero();
		}
	}

	@Test
	void theFileNamesNeitherAccountsNorPeople() throws Exception {
		try (Sandbox sandbox = start()) {
			ProviderClient.banfico(sandbox).verify(QUESTION);
			ProviderClient.paysway(sandbox)
				.verify(ProviderClient.iban("DE02120300000000202051", "Ada Penrose"), UUID.randomUUID());
		}
		for (String log : new String[] { "banfico.log", "paysway.log" }) {
			assertThat(Files.readString(this.folder.resolve(log))).isNotEmpty()
				.doesNotContain("12345678", "120300", "Penrose");
		}
	}

	@Test
	void aNoteIsKeptOnceAndReadByWhoKnowsItsName() throws Exception {
		Path log = this.folder.resolve("notes.log");
		try (Register one = new Register(log, statement()); Register other = new Register(log, statement())) {
			assertThat(one.note("session 7", "Ada Penrose")).isTrue();
			assertThat(other.note("session 7", "Eda Penrose")).isFalse();
			assertThat(other.noted("session 7")).isEqualTo("Ada Penrose");
			assertThat(one.noted("session 8")).isNull();
			assertThat(one.tally().submissions()).isZero();
		}
		assertThat(Files.readString(log)).doesNotContain("Penrose", "session");
		try (Register later = new Register(log, statement())) {
			assertThat(later.noted("session 7")).isEqualTo("Ada Penrose");
			later.reset();
			assertThat(later.noted("session 7")).isNull();
		}
	}

	private Statement statement() throws IOException {
		return new Statement(this.folder.resolve("notes.csv"), true);
	}

	@Test
	void aResetForgetsEverything() throws Exception {
		try (Sandbox sandbox = start()) {
			ProviderClient banfico = ProviderClient.banfico(sandbox);
			String id = ProviderClient.json(banfico.verify(QUESTION)).at("/data/result/id").stringValue();
			banfico.get("/nowhere");
			banfico.reset();
			JsonNode record = banfico.record();
			assertThat(record.path("submissions").intValue()).isZero();
			assertThat(record.path("refused").isEmpty()).isTrue();
			assertThat(banfico.get("/v1.0/account-verifications/" + id).statusCode()).isEqualTo(404);
		}
	}

}
