package dev.tickmark.sandbox;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import dev.tickmark.sandbox.Bank131Switches.Told;

/**
 * Bank 131's check of a passport and a tax number, v1.1. What the submission is answered
 * with, and that RSA may take the place of a qualified certificate, are assumptions.
 *
 * @see <a href="https://developer.131.ru/docs/en/verification/verification-process/">Bank
 * 131: verification process</a>
 */
final class Bank131 implements Simulation {

	private static final String CHECK = "/api/v1.1/check";

	private static final String NATURAL_KEY = "inn and contract:";

	private static final long LEAST_ID = 1_000_000_000_000L;

	private static final long MOST_ID = 9_000_000_000_000_000L;

	private final Behaviour behaviour;

	private final Bookkeeping books;

	private final Register register;

	private final Meter meter;

	private final PartnerKey partnerKey;

	private final Bank131Switches switches;

	private final Bank131Answers answers;

	Bank131(Stage stage) {
		this.behaviour = stage.behaviour();
		this.books = this.behaviour.bookkeeping();
		this.register = stage.register();
		this.meter = stage.meter();
		this.partnerKey = stage.partnerKey();
		this.switches = this.behaviour.switches(Bank131Switches.class);
		this.answers = new Bank131Answers(this.switches);
	}

	@Override
	public Reply call(Inquiry inquiry) {
		String project = inquiry.header("X-PARTNER-PROJECT");
		if (project == null || project.isBlank()) {
			return Bank131Errors.noProject();
		}
		if (!project.equals(Sandbox.PROJECT)) {
			return Bank131Errors.told("partner_project_not_found");
		}
		if (inquiry.path().equals(CHECK)) {
			return inquiry.method().equals("POST") ? submit(inquiry) : error(405).with("Allow", "POST");
		}
		if (inquiry.path().startsWith(CHECK + "/")) {
			boolean allowed = this.switches.readBack().allows(inquiry.method());
			return allowed ? read(inquiry) : error(405).with("Allow", this.switches.readBack().allowed());
		}
		return error(404);
	}

	@Override
	public Calls sort(Inquiry inquiry) {
		return inquiry.path().equals(CHECK) ? Calls.SUBMISSIONS : Calls.READS;
	}

	@Override
	public Reply error(int status) {
		return Bank131Errors.of(status);
	}

	@Override
	public Markers<Bank131Report> markers() {
		return Bank131Markers.ALL;
	}

	@Override
	public String stray() {
		return id(Fingerprint.of("bank131:nobody's key"));
	}

	@Override
	public Map<String, String> properties() {
		return this.partnerKey.properties();
	}

	private Reply submit(Inquiry inquiry) {
		Bank131Form form = new Bank131Form(inquiry.body());
		if (!form.isComplete()) {
			return error(422);
		}
		boolean signed = form.isSigned(this.partnerKey);
		if (!signed && this.switches.signatureCheck() == Told.AT_ONCE) {
			return Bank131Errors.told("invalid_sign");
		}
		Marker<Bank131Report> marker = markers().of(form.passport(), form.name(), false);
		int refusal = marker.course().refusal(form.hash(), this.register);
		if (refusal != 0) {
			return error(refusal);
		}
		if (!signed) {
			// Whoever cannot sign takes nobody's place
			return accept(form, newId(), marker.course(), Bank131Report.INVALID_SIGN, "");
		}
		String first = first(form.naturalKey());
		if (this.register.find(first) != null) {
			return duplicate(form, first);
		}
		return accept(form, first, marker.course(), marker.report(), "");
	}

	private Reply duplicate(Bank131Form form, String earlier) {
		return switch (this.switches.duplicateCheck()) {
			case AT_ONCE -> {
				this.meter.replay();
				yield this.answers.alreadyExists(earlier);
			}
			case LATER -> accept(form, newId(), Course.AT_ONCE, Bank131Report.ALREADY_EXISTS, earlier);
		};
	}

	private Reply accept(Bank131Form form, String id, Course course, Bank131Report report, String earlier) {
		long now = System.currentTimeMillis();
		// Nothing is decided at once here
		long readyAt = Math.max(course.readyAt(now, this.behaviour), Course.PENDING_FIRST.readyAt(now, this.behaviour));
		long hash = form.hash();
		String details = earlier.isEmpty() ? Charge.masked(form.passport()) : earlier;
		Submission fresh = Submission.of(id, hash, 0, report.name(), now, readyAt, details);
		// An answer that is cut leaves a check that the same question is told of
		Conclusion conclusion = course.conclusion(conclusion(report, earlier), false);
		Entry entry = new Entry(fresh, this.books.charge(now, id, "", conclusion, form.passport()));
		if (this.register.accept(entry) != fresh) {
			// another one about the same person was accepted since this one was looked
			// for
			return duplicate(form, id);
		}
		return course.spoiled(this.answers.pending(id), hash, this.register);
	}

	/** What a check comes to: one that exists already, to what that came to. */
	private Conclusion conclusion(Bank131Report report, String earlier) {
		Submission first = (report == Bank131Report.ALREADY_EXISTS) ? this.register.find(earlier) : null;
		if (first == null) {
			return report.conclusion();
		}
		return (first.readyAt() == Long.MAX_VALUE) ? Conclusion.OPEN
				: Bank131Report.valueOf(first.outcome()).conclusion();
	}

	/** The id that the first check with this key has, or will have. */
	private String first(String naturalKey) {
		// Follows from the key, so that the same run has the same ids
		String id = id(Fingerprint.of("bank131:" + naturalKey));
		String noted = this.register.note(NATURAL_KEY + naturalKey, id) ? id
				: this.register.noted(NATURAL_KEY + naturalKey);
		return (noted != null) ? noted : id;
	}

	private Reply read(Inquiry inquiry) {
		this.meter.poll();
		String id = inquiry.path().substring(CHECK.length() + 1);
		Submission submission = this.register.find(id);
		if (submission == null) {
			return Bank131Errors.told("request_not_found");
		}
		if (drifts(Drift.FORGOTTEN, id, submission)) {
			return Bank131Errors.told("request_not_found");
		}
		if (!submission.isReady(System.currentTimeMillis())) {
			return this.answers.pending(id);
		}
		return result(id, drifts(Drift.CHANGED, id, submission)
				? submission.with(Bank131Report.PASSPORT_VALIDATION_FAILURE) : submission);
	}

	/** The details of a check that is valid have the end of the passport's number. */
	private boolean drifts(Drift way, String id, Submission submission) {
		return submission.outcome().equals(Bank131Report.VALID.name())
				&& this.books.drifts(way, submission.details(id));
	}

	private Reply result(String id, Submission submission) {
		Bank131Report report = Bank131Report.valueOf(submission.outcome());
		return switch (report) {
			case VALID -> this.answers.valid("ok", id);
			case SUCCESS -> this.answers.valid("success", id);
			case NO_DATA -> Reply.json(200, Bank131Answers.status("ok"));
			case PASSPORT_VALIDATION_FAILURE, INN_VALIDATION_FAILURE, INVALID_SIGN ->
				this.answers.failed(report.name().toLowerCase(Locale.ROOT), id);
			case ALREADY_EXISTS -> this.answers.alreadyExists(submission.details(id));
			case EXISTS_NOWHERE -> Bank131Errors.told("already_exists");
			case REQUEST_NOT_FOUND -> Bank131Errors.told("request_not_found");
			case UNKNOWN_STATUS -> this.answers.unknownStatus(id);
			case UNKNOWN_CODE -> this.answers.failed("address_validation_failure", id);
			case NO_ERROR -> Reply.json(200, Bank131Answers.status("error"));
			case CUT -> this.answers.valid("ok", id).cut();
			case CUT_ONCE -> {
				Reply whole = this.answers.valid("ok", id);
				yield this.register.failsNow(Fingerprint.of("read:" + id)) ? whole.cut() : whole;
			}
		};
	}

	// Digits, as the samples have them; as a number it is exact for every reader
	private static String newId() {
		return id(ThreadLocalRandom.current().nextLong());
	}

	private static String id(long hash) {
		return Long.toString(LEAST_ID + Math.floorMod(hash, MOST_ID - LEAST_ID));
	}

}
