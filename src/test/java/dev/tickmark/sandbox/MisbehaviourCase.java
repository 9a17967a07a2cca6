package dev.tickmark.sandbox;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A sandbox that is told to misbehave. */
abstract class MisbehaviourCase {

	static final String QUESTION = ProviderClient.scan("20000012345678", ",,,Ada Penrose");

	@TempDir
	Path folder;

	Sandbox sandbox;

	ProviderClient banfico;

	@BeforeEach
	void start() throws Exception {
		this.sandbox = open(Map.of());
		this.banfico = ProviderClient.banfico(this.sandbox);
	}

	private Sandbox open(Map<String, String> faults) throws IOException {
		Map<String, String> defaults = new HashMap<>(Map.of("latency", "0s", "latency-spread", "0s"));
		defaults.putAll(faults);
		return Sandbox.start(new SandboxSettings(defaults, Map.of()), this.folder, false);
	}

	/** From now on all providers have this fault. */
	void misbehave(String... keysAndValues) throws Exception {
		Map<String, String> faults = new HashMap<>();
		for (int i = 0; i < keysAndValues.length; i += 2) {
			faults.put("faults[0]." + keysAndValues[i], keysAndValues[i + 1]);
		}
		this.sandbox.close();
		this.sandbox = open(faults);
		this.banfico = ProviderClient.banfico(this.sandbox);
	}

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	HttpResponse<String> ask() throws Exception {
		return this.banfico.verify(QUESTION);
	}

	void assertRecord(String kind, int faults, int submissions) throws Exception {
		JsonNode record = this.banfico.record();
		assertThat(record.at("/faults/" + kind).intValue()).isEqualTo(faults);
		assertThat(record.path("submissions").intValue()).isEqualTo(submissions);
	}

}
