package dev.tickmark.provider.paysafe;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Action;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Payee;
import dev.tickmark.provider.Dialogue;

/** A customer, and what Paysafe says of them. */
final class Given {

	static final String CUSTOMER = "0071234567890";

	static final String RETURN_URL = "https://www.example.com/verified";

	/** The session that is opened in these tests, and its secret. */
	static final String ID = "2cb56b2749af52d6b257054e";

	static final String SECRET = "c2Rmc2ZzZmRzZGZzZGY=";

	static final String REDIRECT = "https://verify.example.net/instruments/fa2830cb/initiate";

	static final String LINK = REDIRECT + "?secureCode=c2Rmc2ZzZmRzZGZzZGY%3D";

	static final String PATH = "/customers/" + CUSTOMER + "/instrument-verifications";

	private Given() {
	}

	static Paysafe paysafe() {
		return new Paysafe(new PaysafeSettings(RETURN_URL, "secureCode"));
	}

	static Payee payee() {
		return Dialogue.payee(Column.CUSTOMER_ID, CUSTOMER);
	}

	/** Nobody was asked anything. */
	static Dialogue begun() {
		return Dialogue.about(paysafe(), payee());
	}

	/** No session is open. */
	static Dialogue listed() {
		return begun().answered(200, list());
	}

	/** A session was opened at {@link Dialogue#NOW}, for two minutes. */
	static Dialogue opened() {
		return listed().answered(200, opening());
	}

	/** Somebody else's session was found open. */
	static Dialogue adopted() {
		return begun().answered(200, list(session("ACTIVE", null)));
	}

	/** The answer that opens a session. */
	static String opening() {
		return opening(REDIRECT, SECRET);
	}

	static String opening(String redirect, String code) {
		return session(ID, "ACTIVE", null)
			.replace("}", ",\"secureCode\":\"" + code + "\",\"secureCodeMethod\":\"sha512\"}")
			.replace(REDIRECT, redirect);
	}

	/** A session as it is read back. */
	static String session(String status, @Nullable String reason) {
		return session(ID, status, reason);
	}

	static String session(String id, String status, @Nullable String reason) {
		String failed = (reason != null) ? ",\"statusReason\":\"" + reason + "\"" : "";
		return """
				{"instrumentType":"US_BANK_ACCOUNT","returnUrl":"%s","id":"%s","redirectUrl":"%s",
				"creationTime":"2026-03-02T22:00:00Z","expirationTime":"2026-03-02T22:02:00Z",
				"sessionStatus":"%s"%s}""".formatted(RETURN_URL, id, REDIRECT, status, failed);
	}

	/** A session that came to an instrument. */
	static String completed() {
		return session("COMPLETED", null).replace("}",
				",\"instrument\":{\"id\":\"1001\",\"instrumentType\":\"US_BANK_ACCOUNT\"}}");
	}

	/** A list with these sessions. */
	static String list(String... sessions) {
		return "{\"instrumentVerifications\":[" + String.join(",", sessions) + "],\"meta\":{\"numberOfRecords\":"
				+ sessions.length + ",\"limit\":50,\"offset\":0,\"page\":1}}";
	}

	static String error(String code) {
		return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"No.\",\"details\":[\"No.\"]}}";
	}

	/** What a person is handed. */
	static Action action(Dialogue dialogue) {
		Outcome.ActionRequired required = (Outcome.ActionRequired) dialogue.outcome();
		return Objects.requireNonNull(required.action());
	}

}
