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

	/** The status that stands for a CLOSE_MATCH. */
	public static final int CLOSE = 203;

	/** For one with another name. */
	public static final int CLOSE_TO_ANOTHER = 206;

	/** For a NO_MATCH. */
	public static final int NO_MATCH = 226;

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
		if (conversation.latest().answer() instanceof Answer.Received received) {
			switch (received.status()) {
				case CLOSE, CLOSE_TO_ANOTHER, NO_MATCH -> {
					return new Reading.Done(new Outcome.Concluded(named(received.status())));
				}
				default -> {
					// read as usual
				}
			}
		}
		return this.http.read(conversation);
	}

	private static Finding named(int status) {
		Finding finding = Finding
			.of((status == NO_MATCH) ? Verdict.NO_MATCH : Verdict.CLOSE_MATCH, "The name is similar.")
			.account(AccountState.ACTIVE)
			.name((status == NO_MATCH) ? NameMatch.NONE : NameMatch.PARTIAL)
			.code("CMTC");
		return finding.suggesting((status == CLOSE) ? "Anna Berg" : "Anne Berg");
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
