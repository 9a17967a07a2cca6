package dev.tickmark.provider.smartglocal;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.provider.Dialogue;

/** The exchange of the provider's page, and what its answers could be beside. */
final class SmartGlocalExchange {

	/** The recipient of the page's sample, the phone as people write it. */
	static final Payee IVAN = Dialogue.payee(Column.PHONE, "+7 (926) 123-45-67", Column.BANK_ID, "100000000069",
			Column.FIRST_NAME, "Ivan", Column.LAST_NAME, "Ivanov", Column.MIDDLE_NAME, "Ivanovich");

	/** The page's sample: what the service answers to the question. */
	static final String IN_PROGRESS = Dialogue.sample("smartglocal/verification-response");

	static final String CREATED = """
			{"status":"ok","session":{"id":"ps_3230","status":"created","created_at":"2022-03-01T11:57:31.652396Z",
			"updated_at":"2022-03-01T11:57:31.652396Z"}}""";

	static final String CONFIRMED = states("accepted", "succeeded");

	private SmartGlocalExchange() {
	}

	/** Before anything was sent. */
	static Dialogue begun() {
		return Dialogue.about(new SmartGlocal(), IVAN);
	}

	/** With a session, so that the question is next. */
	static Dialogue opened() {
		return begun().answered(200, CREATED);
	}

	/** With the question on its way, so that its state is next. */
	static Dialogue asked() {
		return opened().answered(200, IN_PROGRESS);
	}

	/** The page's sample, in other states. */
	static String states(String session, String payment) {
		String marked = IN_PROGRESS.replaceFirst("in_progress", session);
		return marked.replaceFirst("(?s)(payments.*?)in_progress", "$1" + payment);
	}

	/** The same in the words of the interface's second version. */
	static String secondVersion(String body) {
		return body.replace("\"payments\"", "\"payout_list\"").replace("\"payment_method\"", "\"payout_details\"");
	}

	/** With another member, or more than one, in the session itself. */
	static String inSession(String body, String members) {
		return body.replace("\"id\": \"ps_3230\",", "\"id\": \"ps_3230\"," + members + ",");
	}

	/** With another member, or more than one, in the payment. */
	static String inPayment(String body, String members) {
		return body.replace("\"id\": \"po_31668\",", "\"id\": \"po_31668\"," + members + ",");
	}

	/** A session called off for a reason. */
	static String cancelled(String code) {
		return inSession(states("cancelled", "failed"), "\"error\":{\"code\":\"" + code + "\",\"description\":\"x\"}");
	}

	/** A session without any payment. */
	static String empty(String state) {
		return CREATED.replace("\"created\"", "\"" + state + "\"");
	}

	/** A call that is refused. */
	static String refused(String code) {
		return Dialogue.sample("smartglocal/error").replace("error code", code);
	}

}
