package dev.tickmark.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import dev.tickmark.Providers;

import static org.assertj.core.api.Assertions.assertThat;

/** The sandbox in a process of its own. */
final class SimulatedProviders {

	/**
	 * It remembers up to a million submissions. A collector that stops it for 40 ms would
	 * let calls that were sent apart arrive together.
	 */
	private static final List<String> OPTIONS = List.of("-Xmx2g", "-XX:+UseZGC");

	private final Program program;

	private final Providers providers;

	private SimulatedProviders(Program program, Providers providers) {
		this.program = program;
		this.providers = providers;
	}

	/** Starts it on free ports. */
	static SimulatedProviders start(Bench bench, List<String> behaviour) throws IOException {
		List<String> settings = new ArrayList<>(behaviour);
		settings.add("--tickmark.home=providers");
		Stream.of("banfico", "paysway", "smartglocal", "bank131", "paysafe")
			.forEach((provider) -> settings.add("--tickmark.sandbox.providers." + provider + ".port=0"));
		// it stands for machines of somebody else's, which do not wait for ours
		Program program = bench.preferred(OPTIONS, settings, "sandbox");
		return new SimulatedProviders(program, Providers.of(program.running().says("Ctrl-C ends it.")));
	}

	/** What leads a run to them. */
	List<String> settings() {
		return this.providers.properties()
			.entrySet()
			.stream()
			.map((property) -> "--" + property.getKey() + "=" + property.getValue())
			.toList();
	}

	String property(String provider, String key) {
		return Objects.requireNonNull(this.providers.properties().get("tickmark.providers." + provider + "." + key));
	}

	/** What one of them has counted, strictly. */
	JsonNode record(String provider) throws IOException, InterruptedException {
		return this.providers.record(provider);
	}

	/** Lets one of them forget all that was. */
	void reset(String provider) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			URI reset = URI.create(property(provider, "base-url") + "/sandbox/reset");
			HttpRequest request = HttpRequest.newBuilder(reset).POST(HttpRequest.BodyPublishers.noBody()).build();
			assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
		}
	}

	Duration processorTime() {
		return this.program.processorTime();
	}

}
