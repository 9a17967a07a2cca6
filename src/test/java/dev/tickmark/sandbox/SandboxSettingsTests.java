package dev.tickmark.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class SandboxSettingsTests {

	private static SandboxSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("tickmark.sandbox",
				SandboxSettings.class);
	}

	@Test
	void nothingConfiguredIsTheStandard() {
		assertThat(bind(Map.of())).isEqualTo(SandboxSettings.standard());
	}

	@Test
	void aProviderMayDifferFromTheDefaults() {
		SandboxSettings settings = bind(
				Map.of("tickmark.sandbox.defaults.latency", "5ms", "tickmark.sandbox.providers.paysway.limit.calls",
						"50", "tickmark.sandbox.providers.paysway.generation", "d"));
		assertThat(settings.behaviour("banfico").latency()).isEqualTo(Duration.ofMillis(5));
		assertThat(settings.behaviour("banfico").limit().calls()).isEqualTo(200);
		Behaviour paysway = settings.behaviour("paysway");
		assertThat(paysway.latency()).isEqualTo(Duration.ofMillis(5));
		assertThat(paysway.limit()).isEqualTo(new Limit(50, Duration.ofSeconds(1)));
		assertThat(paysway.switches(PayswaySwitches.class).generation()).isEqualTo(Generation.D);
	}

	@Test
	void whatOneProviderAloneKnowsMayStandInTheDefaults() {
		SandboxSettings settings = bind(Map.of("tickmark.sandbox.defaults.generation", "D"));
		assertThat(settings.behaviour("paysway").switches(PayswaySwitches.class).generation()).isEqualTo(Generation.D);
	}

	@Test
	void aKeyMayBeSpeltInAnyOfTheUsualWays() {
		SandboxSettings settings = bind(Map.of("tickmark.sandbox.defaults.pendingFor", "7s",
				"tickmark.sandbox.providers.paysway.token_life", "9s"));
		assertThat(settings.behaviour("paysway").pendingFor()).isEqualTo(Duration.ofSeconds(7));
		assertThat(settings.behaviour("paysway").tokenLife()).isEqualTo(Duration.ofSeconds(9));
	}

	@Test
	void whatIsSaidInCodeIsWhatApplies() {
		Behaviour behaviour = new Behaviour(Duration.ofMillis(7), Duration.ofMillis(8),
				new Limit(9, Duration.ofMinutes(1)), 0.25, Duration.ofMillis(1500), Duration.ofSeconds(11), false,
				Map.of());
		Behaviour applies = SandboxSettings.of(behaviour).behaviour("banfico");
		assertThat(applies.with(Map.of())).isEqualTo(behaviour);
		assertThat(SandboxSettings.standard().behaviour("paysway").with(Map.of())).isEqualTo(Behaviour.standard());
	}

	@Test
	void aProviderMayHaveAPortOfItsOwn() {
		SandboxSettings settings = bind(Map.of("tickmark.sandbox.providers.paysway.port", "0"));
		assertThat(settings.port(Plan.PAYSWAY)).isZero();
		assertThat(settings.port(Plan.BANFICO)).isEqualTo(8101);
	}

	@ParameterizedTest
	@CsvSource({ "defaults.latency, -1ms, latency", "defaults.latency-spread, 2d, latency-spread",
			"defaults.limit.calls, 0, limit.calls", "defaults.limit.per, 0s, limit.per",
			"defaults.pending-share, 1.1, pending-share", "defaults.token-life, 10ms, token-life",
			"providers.paysway.pending-for, -1s, pending-for", "providers.banfico.port, 65536, port",
			"providers.nobody.latency, 1ms, tickmark.sandbox.providers.nobody",
			"providers.paysafe.session-life, 0s, session-life", "defaults.session-life, 2d, session-life",
			"providers.paysafe.account-limit, 0, account-limit", "defaults.price, -1, price",
			"providers.banfico.price, 0.1234567, price", "providers.banfico.currency, eur, currency",
			"defaults.latenzy, 1ms, tickmark.sandbox.defaults.latenzy", "defaults.faults[0].share, 0.5, faults[n].kind",
			"defaults.faults[0].kimd, reset, tickmark.sandbox.defaults.faults[0].kimd",
			"providers.banfico.generation, D, tickmark.sandbox.providers.banfico.generation" })
	void aSettingThatDoesNotFitIsNamed(String key, String value, String named) {
		assertThatException().isThrownBy(() -> bind(Map.of("tickmark.sandbox." + key, value)))
			.havingRootCause()
			.isInstanceOf(IllegalArgumentException.class)
			.withMessageContaining(named);
	}

	@ParameterizedTest
	@CsvSource({ "share, 1.1", "first, 0", "every, 0", "after, -1s", "lasts, 2d", "status, 200", "retry-after, 5",
			"member, x" })
	void aFaultThatDoesNotFitIsNamed(String key, String value) {
		String kind = key.equals("status") ? "status" : "reset";
		assertThatException()
			.isThrownBy(() -> bind(Map.of("tickmark.sandbox.providers.paysway.faults[0].kind", kind,
					"tickmark.sandbox.providers.paysway.faults[0]." + key, value)))
			.havingRootCause()
			.isInstanceOf(IllegalArgumentException.class)
			.withMessageContaining("faults[n]." + key);
	}

	@Test
	void aKindThatNobodyKnowsAndAGapInTheListAreNamed() {
		assertThatException().isThrownBy(() -> bind(Map.of("tickmark.sandbox.defaults.faults[0].kind", "earthquake")))
			.withStackTraceContaining("faults[0].kind")
			.withStackTraceContaining("earthquake");
		assertThatException().isThrownBy(() -> bind(Map.of("tickmark.sandbox.defaults.faults[1].kind", "reset")))
			.withStackTraceContaining("faults[1].kind");
	}

	@Test
	void aProvidersFaultsTakeThePlaceOfAllThatAreInTheDefaults() {
		SandboxSettings settings = bind(Map.of("tickmark.sandbox.defaults.faults[0].kind", "reset",
				"tickmark.sandbox.defaults.faults[0].share", "0.5", "tickmark.sandbox.defaults.faults[1].kind", "html",
				"tickmark.sandbox.providers.paysway.faults[0].kind", "unknown-code"));
		assertThat(settings.behaviour("banfico").faults()).extracting(Fault::kind)
			.containsExactly(FaultKind.RESET, FaultKind.HTML);
		assertThat(settings.behaviour("paysway").faults()).singleElement().satisfies((fault) -> {
			assertThat(fault.kind()).isEqualTo(FaultKind.UNKNOWN_CODE);
			assertThat(fault.share()).isEqualTo(1);
		});
		assertThat(SandboxSettings.standard().behaviour("paysway").faults()).isEmpty();
	}

	@Test
	void whoIsPendingFirstFollowsFromTheQuestionAndTheShare() {
		Behaviour standard = Behaviour.standard();
		long pending = LongStream.range(0, 10_000).filter(standard::isPendingFirst).count();
		assertThat(pending).isBetween(400L, 600L);
		assertThat(standard.latencyOf(42)).isEqualTo(standard.latencyOf(42))
			.isBetween(Duration.ofMillis(40), Duration.ofMillis(60));
	}

}
