package dev.tickmark.provider;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import dev.tickmark.payee.Call;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Authenticator.Authorization;
import dev.tickmark.provider.Stub.Says;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The exchanges of a provider's documentation, replayed over real HTTP through the
 * provider's own lane, and everything that may happen to an answer on its way.
 */
public abstract class ProviderExchangeTests {

	/** The body of an answer that is far too long. */
	private static final int FIVE_MEGABYTES = 5_000_000;

	private static final int MOST_CALLS = 10;

	private Stub stub;

	private AnnotationConfigApplicationContext context;

	/** The provider's name, which is that of its package. */
	protected abstract String name();

	/** Settings beside those that every lane has, without their prefix. */
	protected abstract Map<String, String> settings() throws IOException;

	protected abstract Payee payee();

	/** The exchange that ends with a MATCH: call, then the body of its answer. */
	protected abstract List<Exchanged> confirmed();

	/** What else is to be seen of a request that arrived. */
	protected void check(String line, byte[] body, Map<String, List<String>> headers) {
		assertThat(headers.get("Authorization")).as(line).containsExactly("Bearer t");
	}

	/** The keys of a provider that hands out tokens. */
	protected static Map<String, String> tokens() {
		return Map.of("client-id", "id", "client-secret", "secret");
	}

	@BeforeEach
	void start() throws IOException {
		this.stub = new Stub();
		Map<String, Object> properties = new HashMap<>();
		String prefix = "tickmark.providers." + name() + ".";
		properties.put(prefix + "base-url", this.stub.url());
		properties.put(prefix + "timeout", "5s");
		properties.put(prefix + "limits[0].calls", "1000");
		properties.put(prefix + "limits[0].per", "1s");
		settings().forEach((key, value) -> properties.put(prefix + key, value));
		if (settings().containsKey("client-id")) {
			properties.put(prefix + "token-url", this.stub.url() + Stub.TOKEN);
		}
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
		this.context = new AnnotationConfigApplicationContext();
		this.context.setEnvironment(environment);
		this.context.scan("dev.tickmark.provider." + name());
		this.context.refresh();
	}

	@AfterEach
	void stop() {
		this.context.close();
		this.stub.close();
	}

	@Test
	void theExchangeOfTheDocumentationIsHeldAsItIsWritten() {
		Reading end = hold(answers());
		assertThat(isMatch(end)).as(end.toString()).isTrue();
		assertThat(this.stub.asked).extracting(Stub.Asked::line)
			.containsExactlyElementsOf(confirmed().stream().map(Exchanged::call).toList());
		this.stub.asked.forEach((asked) -> check(asked.line(), asked.body(), asked.headers()));
		assertThat(this.stub.asked)
			.allSatisfy((asked) -> assertThat(asked.headers().getOrDefault("Content-type", List.of()))
				.hasSizeLessThanOrEqualTo(1));
	}

	@Test
	void anAnswerOfAnotherKindNeverConfirms() {
		spoil((says) -> says.as("text/html"));
		spoil((says) -> says.as("application/xml; charset=utf-8"));
	}

	@Test
	void anAnswerThatIsCutOffNeverConfirms() {
		spoil(Says::cut);
	}

	@Test
	void anEmptyAnswerNeverConfirms() {
		spoil((says) -> new Says(says.status(), ""));
	}

	@Test
	void anAnswerOfFiveMegabytesNeverConfirms() {
		spoil((says) -> says.padded(FIVE_MEGABYTES));
	}

	@Test
	void aLongAnswerWithinTheBoundIsReadAsAnyOther() {
		List<Says> long100k = answers().stream().map((says) -> says.padded(100_000)).toList();
		assertThat(isMatch(hold(long100k))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { 201, 204, 301, 400, 401, 403, 404, 405, 408, 409, 421, 422, 429, 500, 502, 503, 504 })
	void noOtherStatusEverConfirms(int status) {
		spoil((says) -> new Says(status, "application/json", says.body(), 0));
	}

	private List<Says> answers() {
		return confirmed().stream().map((exchanged) -> new Says(exchanged.status(), exchanged.answer())).toList();
	}

	/** Spoils each answer in turn, and every later one of its kind with it. */
	private void spoil(UnaryOperator<Says> way) {
		List<Says> good = answers();
		for (int i = 0; i < good.size(); i++) {
			List<Says> spoiled = new ArrayList<>(good.subList(0, i));
			spoiled.add(way.apply(good.get(i)));
			assertThat(isMatch(hold(spoiled))).as("answer %d spoiled", i + 1).isFalse();
		}
	}

	private static boolean isMatch(Reading reading) {
		return reading instanceof Reading.Done done && done.outcome().finding().verdict() == Verdict.MATCH;
	}

	/**
	 * Makes call after call, as attempts do, until the script and the conversation end.
	 */
	private Reading hold(List<Says> script) {
		this.stub.replays(script);
		Provider provider = this.context.getBean(Provider.class);
		Lane lane = Objects
			.requireNonNull(new Lanes(List.of(provider), this.context.getEnvironment()).open(List.of(provider.name()))
				.get(provider.name()));
		Conversation conversation = new Conversation(UUID.nameUUIDFromBytes(name().getBytes(StandardCharsets.UTF_8)), 7,
				payee(), List.of(), false, Instant.MIN);
		Reading reading = new Reading.Further("nothing yet");
		for (int i = 0; i < MOST_CALLS && (i < script.size() || reading instanceof Reading.Further); i++) {
			Request request = provider.next(conversation);
			if (!(lane.authorize(request) instanceof Authorization.Granted granted)) {
				throw new AssertionError("no credentials");
			}
			Call call = lane.send(granted.request(), i + 1, Admission.Permit.UNCOUNTED);
			conversation = conversation.plus(call);
			reading = provider.read(conversation);
		}
		return reading;
	}

	/**
	 * A call and its answer.
	 *
	 * @param call the method and the path
	 * @param status the HTTP status of the answer
	 * @param answer its body
	 */
	public record Exchanged(String call, int status, String answer) {

		public Exchanged(String call, String answer) {
			this(call, 200, answer);
		}

	}

}
