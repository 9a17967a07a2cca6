package dev.tickmark.provider.paysway;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

import dev.tickmark.payee.Basis;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Authenticator;
import dev.tickmark.provider.Conversation;
import dev.tickmark.provider.HttpReadings;
import dev.tickmark.provider.Provider;
import dev.tickmark.provider.ProviderConfiguration;
import dev.tickmark.provider.Reading;
import dev.tickmark.provider.Request;
import dev.tickmark.provider.oauth.ClientCredentials;
import dev.tickmark.provider.oauth.OAuthSettings;

/**
 * PaySway's account verification.
 * <p>
 * Every question bears an idempotency key, so that it may be sent again whenever its
 * answer is not known: the same key with the same body gives the verification that is
 * there already. No repetition is ever charged.
 *
 * @see <a href=
 * "https://docs.paysway.io/api-reference/payment-preparation/submit-account-verification">The
 * provider's page</a>
 * @see <a href="https://docs.paysway.io/get-started/idempotency">Idempotency</a>
 */
class PaySway implements Provider {

	private static final HttpReadings HTTP = new HttpReadings(new ProviderName("paysway"), "PaySway",
			Basis.NAME_AND_ACCOUNT);

	private static final String PATH = "/payments/verifications";

	private static final String KEY = "Idempotency-Key";

	private final PaySwayAnswer answers = new PaySwayAnswer(HTTP);

	@Override
	public ProviderName name() {
		return HTTP.provider();
	}

	@Override
	public int rank() {
		return 60;
	}

	@Override
	public boolean fits(Payee payee) {
		return payee.has(Column.IBAN);
	}

	@Override
	public String covers() {
		return "an iban";
	}

	@Override
	public @Nullable Problem lacks(Payee payee) {
		return PaySwayQuestion.lacks(payee);
	}

	@Override
	public Payee question(Payee payee) {
		return payee.only(PaySwayQuestion.COLUMNS);
	}

	@Override
	public Request next(Conversation conversation) {
		Operation operation = Operation.of(conversation);
		String id = operation.id();
		if (id != null) {
			return readBack(conversation, id);
		}
		String key = conversation.idempotencyKey(operation.generation()).toString();
		return new Request(CallKind.SUBMIT, "POST", PATH,
				Map.of("Accept", "application/json", "Content-Type", "application/json", KEY, key),
				PaySwayQuestion.body(conversation.payee()), false);
	}

	@Override
	public Request readBack(Conversation conversation, String reference) {
		return new Request(CallKind.STATUS, "GET", path(reference), Map.of("Accept", "application/json"), null, false);
	}

	@Override
	public String requestIdHeader() {
		return KEY;
	}

	/** Where a verification is read back. */
	static String path(String id) {
		return PATH + "/" + UriUtils.encode(id, StandardCharsets.UTF_8);
	}

	@Override
	public Reading read(Conversation conversation) {
		return this.answers.read(conversation);
	}

	@Override
	public Set<Class<? extends Record>> settings() {
		return Set.of(OAuthSettings.class);
	}

	@Override
	public Authenticator authenticator(ProviderConfiguration configuration) {
		return ClientCredentials.of(configuration, ClientCredentials.Placement.BODY);
	}

}
