package dev.tickmark.provider.smartglocal;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import dev.tickmark.payee.Answer.Received;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Authenticator;
import dev.tickmark.provider.Conversation;
import dev.tickmark.provider.HttpReadings;
import dev.tickmark.provider.Json;
import dev.tickmark.provider.Provider;
import dev.tickmark.provider.ProviderConfiguration;
import dev.tickmark.provider.Reading;
import dev.tickmark.provider.Request;
import dev.tickmark.provider.signing.PartnerSettings;

/**
 * Smart Glocal's check of a recipient in the Faster Payment System: a session is opened,
 * the question goes into it, and the session's status tells the answer.
 *
 * @see <a href=
 * "https://developer.smart-glocal.com/docs/reference/methods/fps-verification">The
 * provider's page</a>
 * @see <a href=
 * "https://developer.smart-glocal.com/docs/reference/methods/session-create">Opening a
 * session</a>
 * @see <a href=
 * "https://developer.smart-glocal.com/docs/reference/methods/session-status/">Reading it
 * back</a>
 */
class SmartGlocal implements Provider {

	private static final HttpReadings HTTP = new HttpReadings(new ProviderName("smartglocal"), "Smart Glocal",
			Basis.REGISTRATION_ONLY);

	private static final String PATH = "/api/v1";

	private final SmartGlocalAnswer answers = new SmartGlocalAnswer(HTTP);

	@Override
	public ProviderName name() {
		return HTTP.provider();
	}

	@Override
	public int rank() {
		return 30;
	}

	@Override
	public boolean fits(Payee payee) {
		return payee.has(Column.PHONE, Column.BANK_ID);
	}

	@Override
	public String covers() {
		return "a phone with a bank_id";
	}

	@Override
	public @Nullable Problem lacks(Payee payee) {
		return SmartGlocalQuestion.lacks(payee);
	}

	@Override
	public Payee question(Payee payee) {
		return SmartGlocalQuestion.asked(payee);
	}

	/** A session, the question, and its status. */
	@Override
	public int leastCalls() {
		return 3;
	}

	@Override
	public Request next(Conversation conversation) {
		Progress progress = Progress.of(conversation);
		return switch (progress.step()) {
			// Assumption: a session for a check is opened with nothing in it
			case OPEN -> post(CallKind.SESSION, "/session/create", Json.write(Json.object()),
					Map.of("x-partner-idempotency-key", conversation.idempotencyKey(progress.opened()).toString()));
			case ASK -> post(CallKind.SUBMIT, "/fps/customer_verification",
					SmartGlocalQuestion.body(conversation.payee(), session(progress)), Map.of());
			case LOOK -> readBack(conversation, session(progress));
		};
	}

	@Override
	public Request readBack(Conversation conversation, String reference) {
		ObjectNode body = Json.object().put("session_id", reference);
		return post(CallKind.STATUS, "/session/status", Json.write(body), Map.of());
	}

	@Override
	public boolean isUnknown(Received answer) {
		return Progress.isUnknown(answer);
	}

	private static Request post(CallKind kind, String path, String body, Map<String, String> headers) {
		return new Request(kind, "POST", PATH + path, headers, body, false);
	}

	private static String session(Progress progress) {
		return Objects.requireNonNull(progress.session(), "a step without its session");
	}

	@Override
	public Reading read(Conversation conversation) {
		return this.answers.read(conversation);
	}

	@Override
	public Set<Class<? extends Record>> settings() {
		return Set.of(PartnerSettings.class);
	}

	@Override
	public Authenticator authenticator(ProviderConfiguration configuration) {
		return PartnerSignature.of(configuration);
	}

}
