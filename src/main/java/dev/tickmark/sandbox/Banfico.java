package dev.tickmark.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Banfico's account verification, v1.0. That tokens come from {@code /oauth2/token} for
 * HTTP Basic, and how a 202 goes on, are assumptions: neither is documented.
 *
 * @see <a href=
 * "https://portal.epc-vop.banfico.io/documentation/account-verification">Banfico: account
 * verification</a>
 */
final class Banfico implements Simulation {

	private static final String VERIFICATIONS = "/v1.0/account-verifications";

	private static final String XREF = "Transaction-XRef-Id";

	private static final int LONGEST_XREF = 128;

	// The accounts of the documentation's own examples
	private static final Map<String, BanficoReport> DOCUMENTED = Map.of("90070098765432", BanficoReport.MBAM,
			"GB15ABBY30000012340000", BanficoReport.AC01, "90070012345600", BanficoReport.OPTO, "90070011100029",
			BanficoReport.PAMM);

	private final Behaviour behaviour;

	private final Bookkeeping books;

	private final Register register;

	private final Meter meter;

	private final Tokens tokens;

	private final Map<String, String> properties;

	Banfico(Stage stage) {
		this.behaviour = stage.behaviour();
		this.books = this.behaviour.bookkeeping();
		this.register = stage.register();
		this.meter = stage.meter();
		this.tokens = new Tokens(this.behaviour.tokenLife());
		this.properties = Tokens.properties(stage.url());
	}

	@Override
	public Reply token(Inquiry inquiry) {
		this.meter.token();
		if (!inquiry.method().equals("POST")) {
			return error(405).with("Allow", "POST");
		}
		String[] client = inquiry.basic();
		if (client == null || !client[0].equals(Sandbox.CLIENT_ID) || !client[1].equals(Sandbox.CLIENT_SECRET)) {
			return oauth(401, "invalid_client").with("WWW-Authenticate", "Basic realm=\"sandbox\"");
		}
		if (!"client_credentials".equals(inquiry.form().get("grant_type"))) {
			return oauth(400, "unsupported_grant_type");
		}
		String token = this.tokens.mint();
		return (token != null) ? this.tokens.document(token) : error(429);
	}

	@Override
	public Reply call(Inquiry inquiry) {
		if (this.tokens.check(inquiry.authorization("Bearer")) != Tokens.Pass.GOOD) {
			return error(401);
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
		return BanficoErrors.of(status);
	}

	@Override
	public Reply dress(Reply reply, Inquiry inquiry) {
		String given = given(inquiry);
		return reply.with(XREF, (given != null) ? given : UUID.randomUUID().toString());
	}

	/** What the client calls its request, or null. */
	private static @Nullable String given(Inquiry inquiry) {
		String given = inquiry.header(XREF);
		return (given == null || given.isBlank() || given.length() > LONGEST_XREF) ? null : given;
	}

	@Override
	public Markers<BanficoReport> markers() {
		return BanficoMarkers.ALL;
	}

	@Override
	public String stray() {
		return id("nobody's question");
	}

	@Override
	public Map<String, String> properties() {
		return this.properties;
	}

	private Reply submit(Inquiry inquiry) {
		BanficoForm form = new BanficoForm(inquiry.body());
		if (!form.faults().isEmpty()) {
			return BanficoErrors.invalid(form.faults());
		}
		BanficoQuestion question = form.question();
		if (!question.served()) {
			return error(421);
		}
		String details = Json.MAPPER.writeValueAsString(question);
		long hash = Fingerprint.of(details);
		Marker<BanficoReport> marker = markers().of(question.id(), question.name(),
				this.behaviour.isPendingFirst(hash));
		int refusal = marker.course().refusal(hash, this.register);
		if (refusal != 0) {
			return error(refusal);
		}
		BanficoReport report = DOCUMENTED.getOrDefault(question.id(), marker.report());
		Course course = marker.course();
		Conclusion conclusion = course.conclusion(conclusion(report, question), true);
		long now = System.currentTimeMillis();
		String request = Objects.requireNonNullElse(given(inquiry), "");
		// Nothing makes a repetition safe here: each is a verification of its own
		Entry entry = this.register.accept(hash, id(details),
				(id) -> new Entry(
						Submission.of(id, hash, 0, report.name(), now, course.readyAt(now, this.behaviour), details),
						this.books.charge(now, id, request, conclusion, question.id())));
		return course.spoiled(answer(entry.id(), entry.submission(), question), hash, this.register);
	}

	/** What a fair provider would conclude; without a name none is compared. */
	private static Conclusion conclusion(BanficoReport report, BanficoQuestion question) {
		Conclusion conclusion = report.conclusion(question.vop());
		return switch (conclusion) {
			case MATCH, CLOSE_MATCH, NO_MATCH -> question.asksName() ? conclusion : Conclusion.UNABLE_TO_CHECK;
			case ACCOUNT_NOT_FOUND, ACCOUNT_UNUSABLE, UNABLE_TO_CHECK, REFUSED, OPEN -> conclusion;
		};
	}

	private Reply read(Inquiry inquiry) {
		this.meter.poll();
		String id = inquiry.path().substring(VERIFICATIONS.length() + 1);
		Submission submission = this.register.find(id);
		if (submission == null) {
			return error(404);
		}
		BanficoQuestion question = Json.MAPPER.readValue(submission.details(id), BanficoQuestion.class);
		if (this.books.drifts(Drift.FORGOTTEN, question.id())) {
			return error(404);
		}
		boolean changed = this.books.drifts(Drift.CHANGED, question.id());
		return answer(id, changed ? submission.with(BanficoReport.ANNM) : submission, question);
	}

	private Reply answer(String id, Submission submission, BanficoQuestion question) {
		long now = System.currentTimeMillis();
		return submission.isReady(now)
				? BanficoResult.ready(id, question, BanficoReport.valueOf(submission.outcome()), submission.createdAt())
				: BanficoResult.pending(id, submission.readyAt() - now, this.behaviour);
	}

	// From the whole question and not from its hash, which the record has in the clear:
	// the id opens what is sealed there
	private static String id(String question) {
		return UUID.nameUUIDFromBytes(("banfico:" + question).getBytes(StandardCharsets.UTF_8)).toString();
	}

	private static Reply oauth(int status, String error) {
		ObjectNode body = Json.object().put("error", error);
		return Reply.json(status, body);
	}

}
