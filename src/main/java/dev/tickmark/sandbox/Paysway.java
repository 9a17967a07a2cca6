package dev.tickmark.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * PaySway's account verification. An idempotency key is remembered for as long as the
 * sandbox's record lives; how long PaySway itself keeps it is not documented.
 *
 * @see <a href=
 * "https://docs.paysway.io/api-reference/payment-preparation/submit-account-verification">PaySway:
 * submit account verification</a>
 */
final class Paysway implements Simulation {

	private static final String VERIFICATIONS = "/payments/verifications";

	private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private final Behaviour behaviour;

	private final Bookkeeping books;

	private final Register register;

	private final Meter meter;

	private final Tokens tokens;

	private final Map<String, String> properties;

	private final PayswaySwitches switches;

	Paysway(Stage stage) {
		this.behaviour = stage.behaviour();
		this.books = this.behaviour.bookkeeping();
		this.register = stage.register();
		this.meter = stage.meter();
		this.tokens = new Tokens(this.behaviour.tokenLife());
		this.properties = Tokens.properties(stage.url());
		this.switches = this.behaviour.switches(PayswaySwitches.class);
	}

	@Override
	public Reply token(Inquiry inquiry) {
		this.meter.token();
		return new PayswayTokens(this.tokens).answer(inquiry);
	}

	@Override
	public Reply call(Inquiry inquiry) {
		switch (this.tokens.check(inquiry.authorization("Bearer"))) {
			case UNKNOWN -> {
				return error(401);
			}
			case EXPIRED -> {
				return PayswayErrors.of(401, "AUTH_TOKEN_INVALID", "The access token has expired")
					.with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
			}
			case GOOD -> {
			}
		}
		if (inquiry.path().equals(VERIFICATIONS)) {
			return inquiry.method().equals("POST") ? submit(inquiry) : error(405).with("Allow", "POST");
		}
		if (inquiry.path().startsWith(VERIFICATIONS + "/")) {
			return inquiry.method().equals("GET") ? read(inquiry) : error(405).with("Allow", "GET");
		}
		return error(404);
	}

	@Override
	public Reply error(int status) {
		return PayswayErrors.of(status);
	}

	@Override
	public Markers<PayswayReport> markers() {
		return PayswayMarkers.ALL;
	}

	@Override
	public String stray() {
		return id("nobody's key");
	}

	@Override
	public Map<String, String> properties() {
		return this.properties;
	}

	private Reply submit(Inquiry inquiry) {
		String key = inquiry.header("Idempotency-Key");
		if (key == null || key.isBlank()) {
			return PayswayErrors.of(400, "IDEMPOTENCY_KEY_HEADER_MISSING", "The Idempotency-Key header is required");
		}
		if (!UUID_FORM.matcher(key).matches()) {
			return PayswayErrors.of(400, "BAD_REQUEST", "The Idempotency-Key must be a UUID");
		}
		PayswayForm form = new PayswayForm(inquiry.body());
		Reply refused = form.refusal();
		if (refused != null) {
			return refused;
		}
		String id = id(key);
		long content = Fingerprint.of(form.content());
		Submission known = this.register.find(id);
		return (known != null) ? replay(id, known, content) : accept(key, id, content, form);
	}

	private Reply accept(String key, String id, long content, PayswayForm form) {
		PayswayQuestion question = form.question();
		long hash = Fingerprint.of(Json.MAPPER.writeValueAsString(question));
		Marker<PayswayReport> marker = markers().of(question.account(), question.name(),
				this.behaviour.isPendingFirst(hash));
		PayswayReport unfit = unfit(question);
		Course course = (unfit != null) ? Course.AT_ONCE : marker.course();
		int refusal = course.refusal(hash, this.register);
		if (refusal != 0) {
			return error(refusal);
		}
		PayswayResult result = new PayswayResult(question, form.metadata());
		PayswayReport report = (unfit != null) ? unfit : marker.report();
		long now = System.currentTimeMillis();
		Submission fresh = Submission.of(id, hash, content, report.name(), now, course.readyAt(now, this.behaviour),
				Json.MAPPER.writeValueAsString(result));
		// An answer that is cut is replayed whole
		Conclusion conclusion = course.conclusion(report.conclusion(this.switches.generation(), question.vop()), false);
		Submission first = this.register
			.accept(new Entry(fresh, this.books.charge(now, id, key, conclusion, question.account())));
		if (first != fresh) {
			return replay(id, first, content);
		}
		return course.spoiled(result.reply(id, fresh, this.switches.generation()), hash, this.register);
	}

	private Reply replay(String id, Submission known, long content) {
		if (known.content() != content) {
			return PayswayErrors.of(409, "IDEMPOTENCY_KEY_REQUEST_MISMATCH",
					"The Idempotency-Key was used with another request");
		}
		this.meter.replay();
		return result(id, known).reply(id, known, this.switches.generation());
	}

	private Reply read(Inquiry inquiry) {
		this.meter.poll();
		String id = inquiry.path().substring(VERIFICATIONS.length() + 1);
		Submission submission = this.register.find(id);
		if (submission == null) {
			return error(404);
		}
		PayswayResult result = result(id, submission);
		String account = result.question().account();
		if (this.books.drifts(Drift.FORGOTTEN, account)) {
			return error(404);
		}
		boolean changed = this.books.drifts(Drift.CHANGED, account);
		return result.reply(id, changed ? submission.with(PayswayReport.NO_MATCH) : submission,
				this.switches.generation());
	}

	private static PayswayResult result(String id, Submission submission) {
		return Json.MAPPER.readValue(submission.details(id), PayswayResult.class);
	}

	/** How a question fails that no scheme can answer, or null. */
	private static @Nullable PayswayReport unfit(PayswayQuestion question) {
		if (!question.served()) {
			return PayswayReport.UNSUPPORTED_FINANCIAL_INSTITUTION;
		}
		return question.wellFormed() ? null : PayswayReport.INVALID_FIELD;
	}

	// Follows from the key, so that one key has one id in whatever process
	private static String id(String key) {
		String name = "paysway:" + key.toLowerCase(Locale.ROOT);
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
	}

}
