package dev.tickmark.provider.bank131;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

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
import dev.tickmark.provider.Provider;
import dev.tickmark.provider.ProviderConfiguration;
import dev.tickmark.provider.Reading;
import dev.tickmark.provider.Request;
import dev.tickmark.provider.signing.PartnerSettings;

/**
 * Bank 131's check of a person's passport and INN, version 1.1 (residents of Russia).
 * <p>
 * INN and contract number together are the key of a check: the same question again is
 * answered with the id of the check that is there already. So it may be sent again
 * whenever its answer is not known.
 *
 * @see <a href=
 * "https://developer.131.ru/docs/en/verification/verification-process/">Sending a
 * question</a>
 * @see <a href="https://developer.131.ru/docs/en/verification/verification-status/">
 * Reading a check</a>
 */
class Bank131 implements Provider {

	static final ProviderName NAME = new ProviderName("bank131");

	private static final String PATH = "/api/v1.1/check";

	// The page has it although there is no body; where there is one, the lane adds it
	private static final Map<String, String> READING = Map.of("Content-Type", "application/json");

	private final Bank131Settings settings;

	private final SigningSchemes schemes;

	private final Requirements requirements;

	private final Bank131Answer answers = new Bank131Answer(
			new HttpReadings(NAME, "Bank 131", Basis.IDENTITY_DOCUMENT));

	Bank131(Bank131Settings settings, SigningSchemes schemes, InstantSource clock) {
		this.settings = settings;
		this.schemes = schemes;
		this.requirements = new Requirements(clock);
	}

	@Override
	public ProviderName name() {
		return NAME;
	}

	@Override
	public int rank() {
		return 20;
	}

	@Override
	public boolean fits(Payee payee) {
		return payee.has(Column.PASSPORT_NUMBER);
	}

	@Override
	public String covers() {
		return "a passport_number";
	}

	@Override
	public @Nullable Problem lacks(Payee payee) {
		return this.requirements.lacks(payee);
	}

	@Override
	public Payee question(Payee payee) {
		return Bank131Question.of(payee);
	}

	/** The key of a check; neither the passport nor the name is part of it. */
	@Override
	public Set<Column> sharedBy() {
		return Set.of(Column.TAX_ID, Column.CONTRACT_NUMBER);
	}

	/** The question, and reading the check. */
	@Override
	public int leastCalls() {
		return 2;
	}

	@Override
	public Request next(Conversation conversation) {
		String id = Progress.of(conversation.calls()).id();
		if (id != null) {
			return readBack(conversation, id);
		}
		return new Request(CallKind.SUBMIT, "POST", PATH, Map.of(), Bank131Question.payload(conversation.payee()),
				false);
	}

	@Override
	public Request readBack(Conversation conversation, String reference) {
		return new Request(CallKind.STATUS, this.settings.readBackMethod(),
				PATH + "/" + UriUtils.encode(reference, StandardCharsets.UTF_8), READING, null, false);
	}

	@Override
	public String repetitionWord() {
		return "already_exists";
	}

	@Override
	public boolean isUnknown(Received answer) {
		return answer.status() == 404 || (answer.status() == 200 && Said.of(answer).word() == Said.Word.NOT_FOUND);
	}

	@Override
	public Reading read(Conversation conversation) {
		return this.answers.read(conversation);
	}

	@Override
	public Set<Class<? extends Record>> settings() {
		Set<Class<? extends Record>> all = new HashSet<>(this.schemes.settings());
		all.add(PartnerSettings.class);
		all.add(Bank131Settings.class);
		return all;
	}

	@Override
	public Authenticator authenticator(ProviderConfiguration configuration) {
		String project = configuration.settings(PartnerSettings.class).project();
		SigningScheme scheme = this.schemes.named(this.settings.signature());
		return new SignedBody(project, scheme.signer(configuration));
	}

}
