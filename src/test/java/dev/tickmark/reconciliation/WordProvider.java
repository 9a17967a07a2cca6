package dev.tickmark.reconciliation;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Authenticator;
import dev.tickmark.provider.Conversation;
import dev.tickmark.provider.HttpReadings;
import dev.tickmark.provider.Provider;
import dev.tickmark.provider.ProviderConfiguration;
import dev.tickmark.provider.Reading;
import dev.tickmark.provider.Request;

/**
 * A sixth provider, for tests: it asks {@code /ask/<name>}, reads back
 * {@code /back/<name>}, and is answered with a word. Whoever is called {@code bare} gets
 * no reference.
 */
class WordProvider implements Provider {

	static final ProviderName NAME = new ProviderName("words");

	private final HttpReadings http = new HttpReadings(NAME, "Words", Basis.NAME_AND_ACCOUNT);

	@Override
	public ProviderName name() {
		return NAME;
	}

	@Override
	public int rank() {
		return 99;
	}

	@Override
	public boolean fits(Payee payee) {
		return false;
	}

	@Override
	public String covers() {
		return "nothing by itself";
	}

	@Override
	public @Nullable Problem lacks(Payee payee) {
		return null;
	}

	@Override
	public Payee question(Payee payee) {
		return payee.only(Set.of(Column.NAME, Column.IBAN));
	}

	@Override
	public Request next(Conversation conversation) {
		return new Request(CallKind.SUBMIT, "GET", "/ask/" + conversation.payee().require(Column.NAME), Map.of(), null,
				conversation.inDoubt());
	}

	@Override
	public Request readBack(Conversation conversation, String reference) {
		return new Request(CallKind.STATUS, "GET", "/back/" + reference, Map.of(), null, false);
	}

	@Override
	public Reading read(Conversation conversation) {
		if (!(conversation.latest().answer() instanceof Answer.Received received) || received.status() != 200) {
			return this.http.read(conversation);
		}
		String name = conversation.payee().require(Column.NAME);
		String reference = name.startsWith("bare") ? null : name;
		return switch (received.body()) {
			case "BROKEN" -> this.http.held("Words said something that nobody can read.", reference);
			case "FAILED" -> new Reading.Done(new Outcome.Retryable(finding(Verdict.PROVIDER_ERROR, reference), null,
					true, false, finding(Verdict.UNABLE_TO_CHECK, reference)));
			case "PENDING" -> new Reading.Done(new Outcome.Pending(finding(Verdict.PENDING, reference),
					Duration.ofHours(1), Duration.ofHours(1), finding(Verdict.UNABLE_TO_CHECK, reference)));
			default -> new Reading.Done(new Outcome.Concluded(finding(Verdict.valueOf(received.body()), reference)));
		};
	}

	private static Finding finding(Verdict verdict, @Nullable String reference) {
		return GivenReadBack.finding(verdict, "Words said so.").reference(reference);
	}

	@Override
	public Authenticator authenticator(ProviderConfiguration configuration) {
		return new Authenticator() {

			@Override
			public Authorization authorize(Request request) {
				return new Authorization.Granted(request);
			}

			@Override
			public void refused(Request sent) {
			}

		};
	}

}
