package dev.tickmark.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A session at Smart Glocal as it is told.
 *
 * @param id the session's id
 * @param openedAt when it was created, in milliseconds of the epoch
 * @param key the idempotency key it was created with; empty for none
 * @param switches how it is told
 */
record SmartglocalSession(String id, long openedAt, String key, SmartglocalSwitches switches) {

	private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
		.withZone(ZoneOffset.UTC);

	/** The session with this note. */
	static SmartglocalSession of(String id, String note, SmartglocalSwitches switches) {
		String[] parts = note.split(" ", 2);
		return new SmartglocalSession(id, Long.parseLong(parts[0]), (parts.length == 2) ? parts[1] : "", switches);
	}

	/** What is to be remembered of it. */
	String note() {
		return this.openedAt + " " + this.key;
	}

	/** A session in which nothing was asked yet. */
	Reply created() {
		return told("created", this.openedAt);
	}

	/** A session in which this was asked, as it stands now. */
	Reply asked(Submission submission, SmartglocalQuestion question, boolean secondVersion) {
		SmartglocalReport report = SmartglocalReport.valueOf(submission.outcome());
		boolean ready = submission.isReady(System.currentTimeMillis());
		ObjectNode session = session(ready ? report.session() : "in_progress",
				ready ? submission.readyAt() : submission.createdAt());
		String code = ready ? report.code(this.switches) : null;
		if (code != null) {
			session.set("error", SmartglocalErrors.error(code, "The verification did not succeed"));
		}
		if (ready && report == SmartglocalReport.NEXT_ACTION) {
			session.put("next_action", "confirm");
		}
		if (!ready || report.hasPayments()) {
			ObjectNode payment = session.putArray(secondVersion ? "payout_list" : "payments").addObject();
			payment(payment, submission, ready ? report : null, code);
			payment.set(secondVersion ? "payout_details" : "payment_method", question.paymentMethod());
			payment.set("participant_details", question.participantDetails());
		}
		return told(session);
	}

	private static void payment(ObjectNode payment, Submission submission, @Nullable SmartglocalReport report,
			@Nullable String code) {
		payment.put("id", "po_" + Long.toUnsignedString(submission.id()));
		payment.put("status", (report != null) ? report.payment() : "in_progress");
		payment.put("created_at", time(submission.createdAt()));
		if (report != null && report.isFinal()) {
			payment.put("finished_at", time(submission.readyAt()));
		}
		if (code != null) {
			payment.set("error", SmartglocalErrors.error(code, "The verification did not succeed"));
		}
	}

	private Reply told(String status, long updatedAt) {
		return told(session(status, updatedAt));
	}

	private static Reply told(ObjectNode session) {
		ObjectNode envelope = Json.object().put("status", "ok");
		envelope.set("session", session);
		return Reply.json(200, envelope);
	}

	private ObjectNode session(String status, long updatedAt) {
		return Json.object()
			.put("id", this.id)
			.put("status", status)
			.put("created_at", time(this.openedAt))
			.put("updated_at", time(updatedAt));
	}

	private static String time(long millis) {
		return MICROSECONDS.format(Instant.ofEpochMilli(millis));
	}

}
