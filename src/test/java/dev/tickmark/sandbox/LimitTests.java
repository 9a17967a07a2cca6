package dev.tickmark.sandbox;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class LimitTests {

	@Test
	void aWindowSlidesWithEveryCall() {
		Window window = new Window(2, 100);
		assertThat(window.admit(0)).isZero();
		assertThat(window.admit(60)).isZero();
		assertThat(window.admit(99)).isEqualTo(1);
		assertThat(window.admit(100)).isZero();
		assertThat(window.admit(120)).isEqualTo(40);
		assertThat(window.admit(160)).isZero();
	}

	@Test
	void aProviderMayKeepToItselfWhenToComeBack(@TempDir Path folder) throws Exception {
		Behaviour standard = Behaviour.immediate();
		Behaviour silent = new Behaviour(standard.latency(), standard.latencySpread(),
				new Limit(1, Duration.ofMinutes(1)), 0, standard.pendingFor(), standard.tokenLife(), false, Map.of());
		try (Sandbox sandbox = Sandbox.start(SandboxSettings.of(silent), folder, false)) {
			ProviderClient paysway = ProviderClient.paysway(sandbox);
			paysway.get("/payments/verifications/x");
			HttpResponse<String> refused = paysway.get("/payments/verifications/x");
			assertThat(refused.statusCode()).isEqualTo(429);
			assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
		}
	}

	@Test
	void severalLimitsHoldAtOnce(@TempDir Path folder) throws Exception {
		Behaviour two = Behaviour.immediate().with("limits[0].calls", "2").with("limits[0].per", "1m");
		try (Sandbox sandbox = Sandbox.start(SandboxSettings.of(two), folder, false)) {
			ProviderClient paysway = ProviderClient.paysway(sandbox);
			for (int i = 0; i < 2; i++) {
				assertThat(paysway.get("/payments/verifications/x").statusCode()).isEqualTo(404);
			}
			HttpResponse<String> refused = paysway.get("/payments/verifications/x");
			assertThat(refused.statusCode()).isEqualTo(429);
			assertThat(refused.headers().firstValueAsLong("Retry-After").getAsLong()).isBetween(50L, 60L);
		}
	}

	@Test
	void callsBeyondTheLimitAreToldWhenToComeBack(@TempDir Path folder) throws Exception {
		Behaviour standard = Behaviour.immediate();
		Behaviour narrow = new Behaviour(standard.latency(), standard.latencySpread(),
				new Limit(3, Duration.ofMinutes(1)), 0, standard.pendingFor(), standard.tokenLife(), Generation.C);
		try (Sandbox sandbox = Sandbox.start(SandboxSettings.of(narrow), folder, false)) {
			ProviderClient banfico = ProviderClient.banfico(sandbox);
			String body = ProviderClient.scan("20000012345678", ",,,Ada Penrose");
			for (int i = 0; i < 3; i++) {
				assertThat(banfico.verify(body).statusCode()).isEqualTo(200);
			}
			HttpResponse<String> refused = banfico.verify(body);
			assertThat(refused.statusCode()).isEqualTo(429);
			assertThat(ProviderClient.json(refused).path("code").stringValue()).isEqualTo("TOO_MANY_REQUESTS");
			assertThat(refused.headers().firstValueAsLong("Retry-After").getAsLong()).isBetween(50L, 60L);
			JsonNode record = banfico.record();
			assertThat(record.path("violations").intValue()).isEqualTo(1);
			assertThat(record.path("submissions").intValue()).isEqualTo(3);
			assertThat(record.path("tokens").intValue()).isEqualTo(1);
			assertThat(record.path("peakPerSecond").intValue()).isBetween(1, 4);
			assertThat(record.at("/refused/429").intValue()).isEqualTo(1);
		}
	}

}
