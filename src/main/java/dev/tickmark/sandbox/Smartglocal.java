package dev.tickmark.sandbox;

import java.util.Map;
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

	private final Behaviour behaviour;

	private final Register register;

	private final Meter meter;

	private final PartnerKey partnerKey;

	private final SmartglocalSwitches switches;

	Smartglocal(Stage stage) {
		this.behaviour = stage.behaviour();
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
		String id = "ps_" + ThreadLocalRandom.current().nextLong(100_000_000_000_000_000L, 1_000_000_000_000_000_000L);
		String key = inquiry.header("x-partner-idempotency-key");
		// A repetition is an error here, not a replay of the first answer
		if (key != null && !key.isBlank() && !this.register.note(IDEMPOTENCY + key, id)) {
			this.meter.replay();
			return SmartglocalErrors.of(400, "idempotency_key_already_exists",
					"A request with this idempotency key is being processed or was");
		}
		long now = System.currentTimeMillis();
		this.register.note(SESSION + id, Long.toString(now));
		return new SmartglocalSession(id, now, this.switches).created();
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
		if (this.register.accept(fresh) != fresh) {
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
		return session.asked(submission, question, this.switches.listNames() != ListNames.V1);
	}

	private @Nullable SmartglocalSession session(String id) {
		String openedAt = this.register.noted(SESSION + id);
		return (openedAt != null) ? new SmartglocalSession(id, Long.parseLong(openedAt), this.switches) : null;
	}

	private static Reply unknown() {
		return SmartglocalErrors.invalid("session_id names no session");
	}

	private static Reply wrongState() {
		return SmartglocalErrors.of(409, "session_wrong_state", "Something was asked in this session already");
	}

}
