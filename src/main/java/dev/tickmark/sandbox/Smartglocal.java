package dev.tickmark.sandbox;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

import dev.tickmark.sandbox.SmartglocalSwitches.ListNames;

/**
 * Smart Glocal's verification of a recipient in the Faster Payment System, with the
 * session around it.
 *
 * @see <a href=
 * "https://developer.smart-glocal.com/docs/reference/methods/fps-verification">Smart
 * Glocal: FPS verification</a>
 * @see <a href=
 * "https://developer.smart-glocal.com/docs/reference/methods/session-status/">Smart
 * Glocal: session status</a>
 */
final class Smartglocal implements Simulation {

	private static final String CREATE = "/api/v1/session/create";

	private static final String STATUS = "/api/v1/session/status";

	private static final String VERIFICATION = "/api/v1/fps/customer_verification";

	private static final String BANKS = "/api/v1/fps/banks";

	private static final String SESSION = "session:";

	private static final String IDEMPOTENCY = "idempotency:";

	private static final long IDS = 900_000_000_000_000_000L;

	private final Behaviour behaviour;

	private final Bookkeeping books;

	private final Register register;

	private final Meter meter;

	private final PartnerKey partnerKey;

	private final SmartglocalSwitches switches;

	Smartglocal(Stage stage) {
		this.behaviour = stage.behaviour();
		this.books = this.behaviour.bookkeeping();
		this.register = stage.register();
		this.meter = stage.meter();
		this.partnerKey = stage.partnerKey();
		this.switches = this.behaviour.switches(SmartglocalSwitches.class);
	}

	@Override
	public Reply call(Inquiry inquiry) {
		if (!Sandbox.PROJECT.equals(inquiry.header("X-PARTNER-PROJECT"))) {
			return SmartglocalErrors.of(401, "identification_error", "X-PARTNER-PROJECT names no project");
		}
		if (!this.partnerKey.signed(inquiry.body(), inquiry.header("X-PARTNER-SIGN"))) {
			return SmartglocalErrors.of(401, "authentication_error", "X-PARTNER-SIGN does not fit the body");
		}
		return switch (inquiry.method() + " " + inquiry.path()) {
			case "POST " + CREATE -> create(inquiry);
			case "POST " + VERIFICATION -> verify(inquiry);
			case "POST " + STATUS -> status(inquiry);
			case "GET " + BANKS -> SmartglocalBanks.list();
			default -> elsewhere(inquiry.path());
		};
	}

	@Override
	public Calls sort(Inquiry inquiry) {
		return switch (inquiry.path()) {
			case VERIFICATION -> Calls.SUBMISSIONS;
			case STATUS -> Calls.READS;
			default -> Calls.ALL;
		};
	}

	@Override
	public Reply error(int status) {
		return SmartglocalErrors.of(status);
	}

	@Override
	public Markers<SmartglocalReport> markers() {
		return SmartglocalMarkers.ALL;
	}

	@Override
	public Conclusion changed() {
		return SmartglocalReport.NOT_REGISTERED.conclusion();
	}

	@Override
	public String stray() {
		return id("nobody's key");
	}

	@Override
	public Map<String, String> properties() {
		return this.partnerKey.properties();
	}

	private Reply elsewhere(String path) {
		return switch (path) {
			case CREATE, VERIFICATION, STATUS -> error(405).with("Allow", "POST");
			case BANKS -> error(405).with("Allow", "GET");
			default -> error(404);
		};
	}

	private Reply create(Inquiry inquiry) {
		if (!Json.isContainer(inquiry.body())) {
			return SmartglocalErrors.invalid("The body is not JSON");
		}
		String key = Objects.requireNonNullElse(inquiry.header("x-partner-idempotency-key"), "").strip();
		String id = key.isEmpty() ? id(ThreadLocalRandom.current().nextLong()) : id(key);
		// A repetition is an error here, not a replay of the first answer
		if (!key.isEmpty() && !this.register.note(IDEMPOTENCY + key, id)) {
			this.meter.replay();
			return SmartglocalErrors.of(400, "idempotency_key_already_exists",
					"A request with this idempotency key is being processed or was");
		}
		SmartglocalSession session = new SmartglocalSession(id, System.currentTimeMillis(), key, this.switches);
		this.register.note(SESSION + id, session.note());
		return session.created();
	}

	private Reply verify(Inquiry inquiry) {
		SmartglocalForm form = new SmartglocalForm(inquiry.body());
		Reply refused = form.refusal();
		if (refused != null) {
			return refused;
		}
		SmartglocalSession session = session(form.session());
		if (session == null) {
			return unknown();
		}
		return (this.register.find(session.id()) == null) ? accept(session, form.question()) : wrongState();
	}

	private Reply accept(SmartglocalSession session, SmartglocalQuestion question) {
		long hash = question.hash();
		Marker<SmartglocalReport> marker = markers().of(question.phone(), question.name(), false);
		int refusal = marker.course().refusal(hash, this.register);
		if (refusal != 0) {
			return marker.report().refusal(refusal);
		}
		SmartglocalReport report = marker.report();
		if (report == SmartglocalReport.NAME_DIFFERS && this.switches.nameMismatchCancels()) {
			report = SmartglocalReport.NOT_REGISTERED;
		}
		long now = System.currentTimeMillis();
		// Nothing is decided at once here
		long readyAt = Math.max(marker.course().readyAt(now, this.behaviour),
				Course.PENDING_FIRST.readyAt(now, this.behaviour));
		Submission fresh = Submission.of(session.id(), hash, 0, report.name(), now, readyAt,
				Json.MAPPER.writeValueAsString(question));
		// An answer that is cut is told whole by the status
		Charge charge = this.books.charge(now, session.id(), session.key(),
				marker.course().conclusion(report.conclusion(), false), question.phone());
		if (this.register.accept(new Entry(fresh, charge)) != fresh) {
			return wrongState();
		}
		boolean secondVersion = this.switches.listNames() == ListNames.V2;
		return marker.course().spoiled(session.asked(fresh, question, secondVersion), hash, this.register);
	}

	private Reply status(Inquiry inquiry) {
		this.meter.poll();
		String id = Json.text(Json.orEmpty(inquiry.body()), "session_id");
		SmartglocalSession session = (id != null) ? session(id) : null;
		if (session == null) {
			return unknown();
		}
		Submission submission = this.register.find(session.id());
		if (submission == null) {
			return session.created();
		}
		SmartglocalQuestion question = Json.MAPPER.readValue(submission.details(session.id()),
				SmartglocalQuestion.class);
		if (this.books.drifts(Drift.FORGOTTEN, question.phone())) {
			return unknown();
		}
		boolean changed = this.books.drifts(Drift.CHANGED, question.phone());
		return session.asked(changed ? submission.with(SmartglocalReport.NOT_REGISTERED) : submission, question,
				this.switches.listNames() != ListNames.V1);
	}

	private @Nullable SmartglocalSession session(String id) {
		String note = this.register.noted(SESSION + id);
		return (note != null) ? SmartglocalSession.of(id, note, this.switches) : null;
	}

	// Follows from the key where there is one, so that the same run has the same ids
	private static String id(String key) {
		return id(Fingerprint.of("smartglocal:" + key));
	}

	private static String id(long hash) {
		return "ps_" + (IDS / 9 + Math.floorMod(hash, IDS));
	}

	private static Reply unknown() {
		return SmartglocalErrors.invalid("session_id names no session");
	}

	private static Reply wrongState() {
		return SmartglocalErrors.of(409, "session_wrong_state", "Something was asked in this session already");
	}

}
