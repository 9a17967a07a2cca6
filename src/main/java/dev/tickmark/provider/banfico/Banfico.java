package dev.tickmark.provider.banfico;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

import dev.tickmark.payee.Basis;
import dev.tickmark.payee.CallKind;
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
 * Banfico's account verification, version 1.0, asked for the name.
 * <p>
 * The service knows no idempotency: asking again is a second verification, which may be
 * charged. So an answer that has an id is always read back by its id, and a question is
 * only asked again where nothing can tell whether it was answered.
 *
 * @see <a href="https://portal.epc-vop.banfico.io/documentation/account-verification">The
 * provider's page</a>
 */
class Banfico implements Provider {

	private static final HttpReadings HTTP = new HttpReadings(new ProviderName("banfico"), "Banfico",
			Basis.NAME_AND_ACCOUNT);

	private static final String PATH = "/v1.0/account-verifications";

	private static final String TRACE = "Transaction-XRef-Id";

	private final BanficoAnswer answers = new BanficoAnswer(HTTP);

	@Override
	public ProviderName name() {
		return HTTP.provider();
	}

	@Override
	public int rank() {
		return 50;
	}

	@Override
	public boolean fits(Payee payee) {
		return BanficoQuestion.covers(payee);
	}

	@Override
	public String covers() {
		return "a sort_code with an account_number, or an iban of GB, GG, GI, IM or JE";
	}

	@Override
	public @Nullable Problem lacks(Payee payee) {
		return BanficoQuestion.lacks(payee);
	}

	@Override
	public Payee question(Payee payee) {
		return payee.only(BanficoQuestion.COLUMNS);
	}

	@Override
	public Request next(Conversation conversation) {
		Progress progress = Progress.of(conversation);
		String id = progress.id();
		if (id != null) {
			return readBack(conversation, id);
		}
		return new Request(
				CallKind.SUBMIT, "POST", PATH, Map.of("Accept", "application/json", "Content-Type", "application/json",
						TRACE, progress.trace().toString()),
				BanficoQuestion.body(conversation.payee()), progress.repeat());
	}

	@Override
	public Request readBack(Conversation conversation, String reference) {
		return new Request(CallKind.STATUS, "GET", PATH + "/" + UriUtils.encode(reference, StandardCharsets.UTF_8),
				Map.of("Accept", "application/json", TRACE, Progress.of(conversation).trace().toString()), null, false);
	}

	@Override
	public String requestIdHeader() {
		return TRACE;
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
		return ClientCredentials.of(configuration, ClientCredentials.Placement.BASIC);
	}

}
