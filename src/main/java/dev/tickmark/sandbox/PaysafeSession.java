package dev.tickmark.sandbox;

import java.time.Instant;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A session that was opened with Paysafe. Where it stands follows from the clock alone.
 *
 * @param id its id, 24 hex digits
 * @param report how it goes
 * @param createdAt when it was opened, in milliseconds of the epoch
 * @param endsAt when the person comes to an end, in milliseconds of the epoch, unless the
 * session expires before
 * @param kept what nobody reads who does not know the id
 */
record PaysafeSession(String id, PaysafeReport report, long createdAt, long endsAt, Kept kept) {

	private static final String FAILED = "FAILED";

	static PaysafeSession of(String id, Submission submission) {
		return new PaysafeSession(id, PaysafeReport.valueOf(submission.outcome()), submission.createdAt(),
				submission.readyAt(), Json.MAPPER.readValue(submission.details(id), Kept.class));
	}

	/** What is asked, as the register tells questions apart: one for each customer. */
	static long question(String customer) {
		return Fingerprint.of("customer:" + customer);
	}

	/** The session as the register keeps it. */
	Submission submission() {
		return Submission.of(this.id, question(this.kept.customer()), 0, this.report.name(), this.createdAt,
				this.endsAt, Json.MAPPER.writeValueAsString(this.kept));
	}

	/** The same session with another end. */
	PaysafeSession with(PaysafeReport other) {
		return new PaysafeSession(this.id, other, this.createdAt, this.endsAt, this.kept);
	}

	/** What it comes to; one that expires before its end is not finished. */
	Conclusion conclusion() {
		return (this.endsAt <= this.kept.expiresAt()) ? this.report.conclusion() : Conclusion.OPEN;
	}

	String status(long now) {
		if (isEnded(now)) {
			return this.report.status();
		}
		if (now >= this.kept.expiresAt()) {
			return FAILED;
		}
		return this.report.finishes() ? progress(now) : this.report.status();
	}

	/** Whether it counts against the limit because it may still verify an account. */
	boolean isOpen(long now) {
		return !isEnded(now) && now < this.kept.expiresAt();
	}

	/** Whether it has verified the customer's account. */
	boolean hasVerified(long now) {
		return status(now).equals("COMPLETED");
	}

	/** What is handed out to whoever reads it: all but the secure code. */
	ObjectNode document(long now, String origin) {
		return document(status(now), isEnded(now), origin);
	}

	/** What is handed out once, to who opened it. */
	ObjectNode opened(String origin) {
		ObjectNode document = document("ACTIVE", false, origin);
		if (this.report != PaysafeReport.NO_SECURE_CODE) {
			document.put("secureCode", this.kept.secureCode());
		}
		return document.put("secureCodeMethod", "sha512");
	}

	/** What tells the link of a session with this id from all others, 64 hex digits. */
	static String link(String id) {
		return id + HexFormat.of().formatHex(Fingerprint.sha256("link:" + id)).substring(id.length());
	}

	private ObjectNode document(String status, boolean ended, String origin) {
		ObjectNode document = Json.object()
			.put("instrumentType", PaysafeForm.VERIFIABLE)
			.put("returnUrl", this.kept.returnUrl())
			.put("id", this.id)
			.put("redirectUrl", origin + "/instruments/verifications/" + link(this.id) + "/initiate")
			.put("creationTime", Instant.ofEpochMilli(this.createdAt).toString())
			.put("expirationTime", Instant.ofEpochMilli(this.kept.expiresAt()).toString());
		if (ended && this.report.instrument()) {
			document.putObject("instrument").put("id", instrument()).put("instrumentType", PaysafeForm.VERIFIABLE);
		}
		document.put("sessionStatus", status);
		String reason = ended ? this.report.reason() : expiry(status);
		if (reason != null) {
			document.put("statusReason", reason);
		}
		return document;
	}

	private boolean isEnded(long now) {
		return this.endsAt <= Math.min(now, this.kept.expiresAt());
	}

	// The person hesitates for half of the time, and the bank is asked in the last
	// quarter
	private String progress(long now) {
		double passed = (double) (now - this.createdAt) / (this.endsAt - this.createdAt);
		if (passed < 0.5) {
			return "ACTIVE";
		}
		return (passed < 0.75) ? "AWAITING_USER_INPUT" : "ONGOING_VERIFICATION";
	}

	private static @Nullable String expiry(String status) {
		return status.equals(FAILED) ? "SESSION_EXPIRED" : null;
	}

	// The person always chooses the same account
	private String instrument() {
		return Long.toString(1000 + Math.floorMod(Fingerprint.of("instrument:" + this.kept.customer()), 1_000_000L));
	}

	/**
	 * What is sealed.
	 *
	 * @param customer the customer's id
	 * @param returnUrl where the person is sent in the end
	 * @param secureCode what opens the link, in Base64
	 * @param expiresAt when the session expires, in milliseconds of the epoch
	 */
	record Kept(String customer, String returnUrl, String secureCode, long expiresAt) {

	}

}
