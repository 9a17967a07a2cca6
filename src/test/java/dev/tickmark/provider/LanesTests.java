package dev.tickmark.provider;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.ProviderName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LanesTests {

	private static final ProviderName ALPHA = new ProviderName("alpha");

	private static final String PREFIX = "tickmark.providers.alpha.";

	@ParameterizedTest(name = "{0}={1}")
	@CsvSource(delimiter = '|', value = { "limits[0].calls | 0 | limits[0].calls: must be at least 1, was 0",
			"limits[0].calls | -5 | limits[0].calls: must be at least 1, was -5",
			"limits[0].calls | 10 | limits[0].per: must be between 1ms and 1d, was PT0S",
			"limits[0].calls | many | limits[0].calls: cannot be read as int",
			"limits[0].per | 1s | limits[0].calls: must be at least 1, was 0",
			"price | -0.01 | price: must not be negative, was -0.01",
			"price | free | price: cannot be read as java.math.BigDecimal",
			"timeout | 99ms | timeout: must be between 100ms and 5m, was PT0.099S",
			"timeout | 301s | timeout: must be between 100ms and 5m, was PT5M1S",
			"timeout | soon | timeout: cannot be read as java.time.Duration",
			"max-concurrent-calls | 0 | max-concurrent-calls: must be between 1 and 1000, was 0",
			"max-concurrent-calls | 1001 | max-concurrent-calls: must be between 1 and 1000, was 1001",
			"base-url | http://api.example.com/v1 | base-url: must be https for any machine but this one, was http://api.example.com",
			"base-url | http://127.0.0.1.example.com | base-url: must be https for any machine but this one, was http://127.0.0.1.example.com",
			"base-url | not an address | base-url: this is no address; one like https://api.example.com is expected.",
			"base-url | https://[api | base-url: this is no address; one like https://api.example.com is expected.",
			"base-url | https://api.example.com?tenant=1 | base-url: must have no user, query or fragment",
			"base-url | https://api.example.com#a | base-url: must have no user, query or fragment",
			"base-url | https://user:hunter2@api.example.com | base-url: must have no user, query or fragment" })
	void aWrongKeyIsNamedBeforeAnythingIsSent(String key, String value, String message) {
		assertThat(refusal(PREFIX + key, value)).isEqualTo("Configuration: " + PREFIX + message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "api.example.com", "https://api example", "ftp://user:hunter2@api.example.com",
			"https:api.example.com", "https://user:hunter2@bad_host", "ftp://api.example.com?key=hunter2",
			"//api.example.com", "/v1" })
	void anAddressThatIsNoneIsRefusedWithoutShowingIt(String url) {
		assertThat(refusal(PREFIX + "base-url", url))
			.startsWith("Configuration: " + PREFIX + "base-url: must be an http or https address")
			.doesNotContain("hunter2");
	}

	@Test
	void aProviderThatDoesNotExistIsNamed() {
		assertThat(refusal("tickmark.providers.acme.base-url", "https://api.example.com"))
			.isEqualTo("Configuration: tickmark.providers.acme: there is no such provider; known are [alpha]");
	}

	@Test
	void aSecretIsInNoMessage() {
		MockEnvironment environment = environment(PREFIX + "client-secret", "hunter2");
		ProviderConfiguration configuration = new BoundConfiguration(ALPHA, Binder.get(environment));
		assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> configuration.settings(Unreadable.class))
			.withMessage("Configuration: " + PREFIX + "client-secret: cannot be read as int")
			.withNoCause();
		assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> configuration.settings(Chatty.class))
			.withMessageStartingWith("Configuration: tickmark.providers.alpha: cannot be read as ")
			.withMessageNotContaining("hunter2");
	}

	@Test
	void aSettingsRecordOfAProvidersOwnNamesItsKeyToo() {
		ProviderConfiguration configuration = new BoundConfiguration(ALPHA,
				Binder.get(environment(PREFIX + "client-secret", "hunter2")));
		assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> configuration.settings(Picky.class))
			.withMessage("Configuration: " + PREFIX + "client-id: missing");
	}

	@Test
	void aLaneThatIsNeededMustBeConfigured() {
		Lanes lanes = new Lanes(List.of(Given.provider("alpha", 1)), new MockEnvironment());
		assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> lanes.open(List.of(ALPHA)))
			.withMessage("Missing configuration: tickmark.providers.alpha.base-url. Rows of this file need alpha:"
					+ " set the key, or try the file with --sandbox.");
		assertThat(lanes.open(List.of())).isEmpty();
	}

	@Test
	void aRunOfAnotherVersionMayNeedAProviderThatThisOneLacks() {
		Lanes lanes = new Lanes(List.of(Given.provider("alpha", 1)), new MockEnvironment());
		assertThatExceptionOfType(Misconfigured.class)
			.isThrownBy(() -> lanes.open(List.of(new ProviderName("paysafe"))))
			.withMessageContaining("routed to paysafe");
	}

	@Test
	void withoutLimitsALaneIsCautious() {
		Lane lane = lane(environment(PREFIX + "base-url", "https://api.example.com/v1"));
		assertThat(lane.spacing()).isEqualTo(Duration.ofMillis(101));
		assertThat(lane.maxConcurrentCalls(Duration.ZERO)).isEqualTo(50);
		assertThat(lane.lockName()).isEqualTo("lane/alpha@https://api.example.com/v1");
		assertThat(lane.fault()).isNull();
		assertThat(lane.paused()).isZero();
	}

	@Test
	void allLimitsOfALaneHoldAtOnce() {
		Lane lane = lane(environment(PREFIX + "base-url", "https://api.example.com", PREFIX + "limits[0].calls", "50",
				PREFIX + "limits[0].per", "1s", PREFIX + "limits[1].calls", "1000", PREFIX + "limits[1].per", "1m",
				PREFIX + "max-concurrent-calls", "7"));
		assertThat(lane.spacing()).isEqualTo(Duration.ofNanos(20_200_000));
		assertThat(lane.maxConcurrentCalls(Duration.ofSeconds(10))).isEqualTo(7);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "http://localhost:8080", "http://127.0.0.1:1/x", "http://[::1]:80", "https://api.example.com" })
	void plainHttpIsForThisMachineOnly(String url) {
		assertThat(lane(environment(PREFIX + "base-url", url)).lockName()).endsWith(url);
	}

	@Test
	void environmentVariablesWorkTheUsualWay() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("systemEnvironment",
					Map.of("TICKMARK_PROVIDERS_ALPHA_BASEURL", "https://api.example.com",
							"TICKMARK_PROVIDERS_ALPHA_LIMITS_0_CALLS", "4", "TICKMARK_PROVIDERS_ALPHA_LIMITS_0_PER",
							"1s")));
		ConfigurationPropertySources.attach(environment);
		assertThat(lane(environment).spacing()).isEqualTo(Duration.ofNanos(252_500_000));
	}

	private static Lane lane(Environment environment) {
		return Objects.requireNonNull(
				new Lanes(List.of(Given.provider("alpha", 1)), environment).open(List.of(ALPHA)).get(ALPHA));
	}

	@Test
	void aMistypedKeyIsNamedAndNotPassedOver() {
		assertThat(refusal(PREFIX + "limit[0].calls", "5")).startsWith("Configuration: " + PREFIX
				+ "limit: there is no such key; known are base-url, counted, guard, limits,");
		assertThat(refusal(PREFIX + "base-urll", "https://api.example.com")).contains("base-urll");
		assertThat(new Lanes(List.of(Given.provider("alpha", 1)), environment(PREFIX + "maxConcurrentCalls", "5")))
			.as("any of Spring Boot's spellings")
			.isNotNull();
	}

	@Test
	void limitsThatContradictEachOtherAreNamed() {
		assertThat(refusal(PREFIX + "limits[0].calls", "50", PREFIX + "limits[0].per", "1s", PREFIX + "limits[1].calls",
				"20", PREFIX + "limits[1].per", "1m"))
			.contains("limits: 20 calls per PT1M contradict 50 per PT1S");
		assertThat(refusal(PREFIX + "limits[0].calls", "50", PREFIX + "limits[0].per", "60s",
				PREFIX + "limits[1].calls", "60", PREFIX + "limits[1].per", "1m"))
			.contains("limits: there are two for PT1M");
	}

	@ParameterizedTest
	@CsvSource({ "calls, 0", "calls, -5", "calls, 1000001", "calls, many", "per, 0s", "per, -1s", "per, 2d",
			"per, 5 parsecs" })
	void aLimitThatCannotBeIsNamed(String part, String value) {
		String other = part.equals("calls") ? "per" : "calls";
		assertThat(refusal(PREFIX + "limits[0]." + part, value, PREFIX + "limits[0]." + other,
				other.equals("per") ? "1s" : "5"))
			.startsWith("Configuration: " + PREFIX + "limits[0]." + part);
	}

	@ParameterizedTest
	@CsvSource({ "guard, -1ms", "guard, 2s", "counted, answers" })
	void whatIsNotUnderstoodIsNamed(String key, String value) {
		assertThat(refusal(PREFIX + key, value)).startsWith("Configuration: " + PREFIX + key);
	}

	@Test
	void whatTheLimitsCountAndHowManyMayBeInFlightFollowFromThem() {
		Lane lane = lane(environment(PREFIX + "base-url", "https://api.example.com", PREFIX + "limits[0].calls", "100",
				PREFIX + "limits[0].per", "1s", PREFIX + "counted", "submit,session,token"));
		assertThat(lane.counted()).containsExactlyInAnyOrder(CallKind.SUBMIT, CallKind.SESSION);
		assertThat(lane.maxConcurrentCalls(Duration.ZERO)).isEqualTo(500);
		assertThat(lane.inFlight(Duration.ofSeconds(1))).as("five seconds are time enough").isEqualTo(500);
		assertThat(lane.inFlight(Duration.ofSeconds(3))).as("nine seconds of calls").isEqualTo(900);
		assertThat(lane.inFlight(Duration.ofMinutes(1))).isEqualTo(1000);
	}

	private static String refusal(String... keysAndValues) {
		try {
			new Lanes(List.of(Given.provider("alpha", 1)), environment(keysAndValues));
			return "nothing";
		}
		catch (Misconfigured ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	private static MockEnvironment environment(String... keysAndValues) {
		MockEnvironment environment = new MockEnvironment();
		for (int i = 0; i < keysAndValues.length; i += 2) {
			environment.setProperty(keysAndValues[i], keysAndValues[i + 1]);
		}
		return environment;
	}

	record Unreadable(int clientSecret) {

	}

	record Chatty(String clientSecret) {

		Chatty {
			throw new IllegalStateException("cannot use " + clientSecret);
		}

	}

	record Picky(String clientId, String clientSecret) {

		Picky {
			throw new IllegalArgumentException("client-id: missing");
		}

	}

}
