package dev.tickmark.sandbox;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How a session at Smart Glocal may end, or be stuck, or be refused before it begins.
 *
 * @see <a href="https://developer.smart-glocal.com/docs/reference/objects/">Smart Glocal:
 * objects</a>
 */
enum SmartglocalReport {

	REGISTERED("accepted", "succeeded", null), NOT_REGISTERED("cancelled", "failed", "recipient_not_found"),
	NAME_DIFFERS("accepted", "succeeded", null), CANCELLED("cancelled", "failed", null),
	CANCELLED_BY_PARTNER("cancelled", "failed", "session_cancelled_by_partner"),
	REJECTED("cancelled", "failed", "operation_rejected"), SESSION_ERROR("error", "in_progress", "internal_error"),
	PAYMENT_PENDING("in_progress", "pending", null), NEXT_ACTION("in_progress", "pending", null),
	UNKNOWN_STATUS("examined", "succeeded", null), UNKNOWN_PAYMENT("accepted", "examined", null),
	PAYMENT_FAILED("accepted", "failed", null), NO_PAYMENTS("accepted", "", null), INVALID_REQUEST, AUTHORIZATION_ERROR,
	INTERNAL_ERROR, PROVIDER_INTERNAL_ERROR, PROVIDER_ISSUER_UNAVAILABLE, PROVIDER_TIMEOUT, ROUTING_INTERNAL_ERROR;

	private final String session;

	private final String payment;

	private final @Nullable String code;

	/** What refuses the question; when it lets the question pass, it is a good one. */
	SmartglocalReport() {
		this("accepted", "succeeded", null);
	}

	SmartglocalReport(String session, String payment, @Nullable String code) {
		this.session = session;
		this.payment = payment;
		this.code = code;
	}

	String session() {
		return this.session;
	}

	String payment() {
		return this.payment;
	}

	boolean hasPayments() {
		return !this.payment.isEmpty();
	}

	boolean isFinal() {
		return this.session.equals("accepted") || this.session.equals("cancelled");
	}

	/** What it comes to; what else refuses a question has let it pass. */
	Conclusion conclusion() {
		return switch (this) {
			case REGISTERED, NAME_DIFFERS, INVALID_REQUEST, AUTHORIZATION_ERROR, INTERNAL_ERROR,
					PROVIDER_INTERNAL_ERROR, PROVIDER_ISSUER_UNAVAILABLE, PROVIDER_TIMEOUT, ROUTING_INTERNAL_ERROR ->
				Conclusion.MATCH;
			case NOT_REGISTERED, CANCELLED -> Conclusion.ACCOUNT_NOT_FOUND;
			case CANCELLED_BY_PARTNER, REJECTED -> Conclusion.UNABLE_TO_CHECK;
			case SESSION_ERROR, PAYMENT_PENDING, NEXT_ACTION, UNKNOWN_STATUS, UNKNOWN_PAYMENT, PAYMENT_FAILED,
					NO_PAYMENTS ->
				Conclusion.OPEN;
		};
	}

	/** The code of the session's own error, or null. */
	@Nullable String code(SmartglocalSwitches switches) {
		return (this == NOT_REGISTERED) ? switches.notRegisteredCode() : this.code;
	}

	/** The answer to a question that is refused with this status. */
	Reply refusal(int status) {
		return switch (this) {
			case INVALID_REQUEST, AUTHORIZATION_ERROR, INTERNAL_ERROR, PROVIDER_INTERNAL_ERROR,
					PROVIDER_ISSUER_UNAVAILABLE, PROVIDER_TIMEOUT, ROUTING_INTERNAL_ERROR ->
				SmartglocalErrors.of(status, name().toLowerCase(Locale.ROOT), "As the marker says");
			case REGISTERED, NOT_REGISTERED, NAME_DIFFERS, CANCELLED, CANCELLED_BY_PARTNER, REJECTED, SESSION_ERROR,
					PAYMENT_PENDING, NEXT_ACTION, UNKNOWN_STATUS, UNKNOWN_PAYMENT, PAYMENT_FAILED, NO_PAYMENTS ->
				SmartglocalErrors.of(status);
		};
	}

}
