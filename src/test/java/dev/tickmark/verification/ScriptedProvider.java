package dev.tickmark.verification;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.AccountTypeMatch;
import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
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
 * A sixth provider, for tests: it asks {@code GET /<name>} and takes 200 for a match. A
 * payee named {@code throws} makes it fail as only a bug could.
 */
public class ScriptedProvider implements Provider {

	static final ProviderName NAME = new ProviderName("scripted");

	/** Another one of the same kind, whose calls begin with its name. */
	static final ProviderName SPARE = new ProviderName("spare");

	private final HttpReadings http = new HttpReadings(NAME, "Scripted", Basis.NAME_AND_ACCOUNT);

	private final ProviderName name;

	public ScriptedProvider() {
		this(NAME);
	}

	ScriptedProvider(ProviderName name) {
		this.name = name;
	}

	@Override
	public ProviderName name() {
		return this.name;
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
		return payee.only(Set.of(Column.NAME));
	}

	@Override
	public Request next(Conversation conversation) {
		String path = (this.name.equals(NAME) ? "/" : "/" + this.name + "/")
				+ conversation.payee().require(Column.NAME);
		return new Request(CallKind.SUBMIT, "GET", path.replace(' ', '_'), Map.of(), null, conversation.inDoubt());
	}

	@Override
	public Request readBack(Conversation conversation, String reference) {
		return new Request(CallKind.STATUS, "GET", "/" + reference, Map.of(), null, false);
	}

	@Override
	public Reading read(Conversation conversation) {
		if (conversation.payee().require(Column.NAME).startsWith("throws") && Bug.present) {
			throw new IllegalStateException("a bug");
		}
		if (conversation.latest().answer() instanceof Answer.Received received && received.status() == 200) {
			return new Reading.Done(new Outcome.Concluded(new Finding(Verdict.MATCH, AccountState.ACTIVE,
					NameMatch.FULL, AccountTypeMatch.UNKNOWN, Basis.NAME_AND_ACCOUNT, "matched", null, null, null)));
		}
		if (conversation.latest().answer() instanceof Answer.Received received && received.status() == 204) {
			return new Reading.Done(new Outcome.Concluded(
					Finding.of(Verdict.UNABLE_TO_CHECK, "The bank takes no part.").code("OPTED_OUT")));
		}
		return this.http.read(conversation);
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

	/** The bug that {@code throws} meets, until it is mended. */
	static final class Bug {

		static volatile boolean present = true;

		private Bug() {
		}

	}

}
