package dev.tickmark.provider.paysafe;

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
import dev.tickmark.provider.Misconfigured;
import dev.tickmark.provider.Provider;
import dev.tickmark.provider.ProviderConfiguration;
import dev.tickmark.provider.Reading;
import dev.tickmark.provider.Request;
import dev.tickmark.provider.oauth.ClientCredentials;
import dev.tickmark.provider.oauth.OAuthSettings;

/**
 * Paysafe's instrument verification: the customer of a wallet shows Paysafe an account at
 * their bank, in a session that we open and whose link we hand over.
 * <p>
 * Open sessions count against a limit, and nothing tells two requests to open one apart.
 * So the list is looked at before one is opened, and again whenever it is not certain
 * that none was.
 *
 * @see <a href=
 * "https://docs.paysafe.com/api/embedded-wallets/business/1.0.0/wallet/init-instrument-verification-session">Opening
 * a session</a>
 * @see <a href=
 * "https://docs.paysafe.com/api/embedded-wallets/business/1.0.0/wallet/get-instrument-verification">Following
 * it</a>
 * @see <a href=
 * "https://docs.paysafe.com/api/embedded-wallets/business/1.0.0/wallet/get-instrument-verifications">The
 * list</a>
 */
class Paysafe implements Provider {

	static final HttpReadings HTTP = new HttpReadings(new ProviderName("paysafe"), "Paysafe", Basis.OWNERSHIP);

	private static final Map<String, String> HEADERS = Map.of("Accept", "application/json");

	private final PaysafeSettings settings;

	private final PaysafeAnswer answers;

	Paysafe(PaysafeSettings settings) {
		this.settings = settings;
		this.answers = new PaysafeAnswer(HTTP, new SessionAnswer(HTTP, settings.codeParameter()));
	}

	@Override
	public ProviderName name() {
		return HTTP.provider();
	}

	@Override
	public int rank() {
		return 10;
	}

	@Override
	public boolean fits(Payee payee) {
		return payee.has(Column.CUSTOMER_ID);
	}

	@Override
	public String covers() {
		return "a customer_id";
	}

	@Override
	public @Nullable Problem lacks(Payee payee) {
		return PaysafeQuestion.lacks(payee);
	}

	@Override
	public Payee question(Payee payee) {
		return payee.only(PaysafeQuestion.COLUMNS);
	}

	/** The list, the session, and its end. */
	@Override
	public int leastCalls() {
		return 3;
	}

	@Override
	public Request next(Conversation conversation) {
		String sessions = path(conversation.payee());
		return switch (Progress.of(conversation).step()) {
			case Step.Look look -> new Request(CallKind.LIST, "GET",
					sessions + "?limit=" + Step.Look.SIZE + "&offset=" + look.page() * Step.Look.SIZE, HEADERS, null,
					false);
			case Step.Open _ -> new Request(CallKind.SUBMIT, "POST", sessions, HEADERS,
					PaysafeQuestion.body(this.settings.returnUrl()), false);
			case Step.Follow follow -> readBack(conversation, follow.id());
		};
	}

	@Override
	public Request readBack(Conversation conversation, String reference) {
		return new Request(CallKind.STATUS, "GET", path(conversation.payee(), reference), HEADERS, null, false);
	}

	/** Where a session is followed. */
	static String path(Payee payee, String session) {
		return path(payee) + "/" + UriUtils.encode(session, StandardCharsets.UTF_8);
	}

	private static String path(Payee payee) {
		return "/customers/" + UriUtils.encode(payee.require(Column.CUSTOMER_ID), StandardCharsets.UTF_8)
				+ "/instrument-verifications";
	}

	@Override
	public Reading read(Conversation conversation) {
		return this.answers.read(conversation);
	}

	@Override
	public Set<Class<? extends Record>> settings() {
		return Set.of(OAuthSettings.class, PaysafeSettings.class);
	}

	@Override
	public Authenticator authenticator(ProviderConfiguration configuration) {
		if (this.settings.returnUrl() == null) {
			throw new Misconfigured("Configuration: tickmark.providers.paysafe.return-url: missing;"
					+ " it is where the customer's browser goes after the verification, an https address.");
		}
		return ClientCredentials.of(configuration, ClientCredentials.Placement.BASIC);
	}

}
