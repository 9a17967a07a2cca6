package dev.tickmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tickmark.sandbox.Behaviour;
import dev.tickmark.sandbox.Generation;
import dev.tickmark.sandbox.Limit;
import dev.tickmark.sandbox.Sandbox;
import dev.tickmark.sandbox.SandboxSettings;

/**
 * Simulated providers that live longer than the program that asks them, and what they
 * have counted.
 *
 * @param properties the configuration that leads to them
 * @param sandbox the sandbox when it runs in this process; otherwise null
 */
public record Providers(Map<String, String> properties, @Nullable Sandbox sandbox) implements AutoCloseable {

	/** Providers in this process. */
	static Providers start(Path folder, Duration latency, int callsPerSecond) throws IOException {
		Behaviour behaviour = new Behaviour(latency, Duration.ZERO, new Limit(callsPerSecond, Duration.ofSeconds(1)), 0,
				Duration.ofSeconds(1), Duration.ofSeconds(300), Generation.C);
		Sandbox sandbox = Sandbox.start(SandboxSettings.of(behaviour), folder, false);
		return new Providers(sandbox.properties(), sandbox);
	}

	/** Providers in this process that behave as a sandbox does, but for these keys. */
	static Providers start(Path folder, Map<String, Map<String, String>> keys) throws IOException {
		Sandbox sandbox = Sandbox.start(new SandboxSettings(Map.of("latency", "0ms", "latency-spread", "0ms"), keys),
				folder, false);
		return new Providers(sandbox.properties(), sandbox);
	}

	/** Those of a program {@code tickmark sandbox}, by what it printed. */
	public static Providers of(RunningProgram program) {
		Map<String, String> properties = new TreeMap<>();
		program.output()
			.lines()
			.map(String::strip)
			.filter((line) -> line.startsWith("tickmark.providers."))
			.forEach((line) -> properties.put(line.substring(0, line.indexOf('=')),
					line.substring(line.indexOf('=') + 1)));
		return new Providers(properties, null);
	}

	/** Banfico from one place and PaySway from another. */
	static Providers lanes(Providers banfico, Providers paysway) {
		Map<String, String> properties = new TreeMap<>(banfico.properties);
		paysway.properties.forEach((key, value) -> {
			if (key.contains(".paysway.")) {
				properties.put(key, value);
			}
		});
		return new Providers(properties, null);
	}

	/** Arguments that lead a run to these providers, at most 20 calls a second each. */
	List<String> settings() {
		return settings(Map.of("banfico", 20, "paysway", 20, "smartglocal", 20, "bank131", 20, "paysafe", 20));
	}

	/** Arguments that lead a run to these providers, at most so many calls a second. */
	List<String> settings(int banfico, int paysway) {
		return settings(Map.of("banfico", banfico, "paysway", paysway));
	}

	private List<String> settings(Map<String, Integer> limits) {
		List<String> settings = new ArrayList<>();
		this.properties.forEach((key, value) -> settings.add("--" + key + "=" + value));
		limits.forEach((provider, calls) -> {
			settings.add("--tickmark.providers." + provider + ".limits[0].calls=" + calls);
			settings.add("--tickmark.providers." + provider + ".limits[0].per=1s");
		});
		return settings;
	}

	/** What a provider has counted since it was started. */
	public JsonNode record(String provider) throws IOException, InterruptedException {
		String url = Objects.requireNonNull(this.properties.get("tickmark.providers." + provider + ".base-url"));
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/sandbox/record")).build();
			return JsonMapper.shared().readTree(client.send(request, BodyHandlers.ofString()).body());
		}
	}

	long counted(String provider, String what) throws IOException, InterruptedException {
		return record(provider).path(what).longValue();
	}

	@Override
	public void close() {
		if (this.sandbox != null) {
			this.sandbox.close();
		}
	}

}
