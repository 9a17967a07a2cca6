package dev.tickmark.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.ProviderName;

/**
 * What is compared with what: the same subject again continues a comparison that is
 * unfinished.
 *
 * @param sandbox whether the sandbox stands for the providers
 * @param run the number of the run that is compared; null when it is not one run
 * @param since from when on answers are read back; null when a run is compared
 * @param provider whose statement it is; null when it is none
 * @param period the time that a statement is about; null when it is none
 * @param file the statement or the bank's report; null when the providers are asked
 * @param definition how the file is read, as text; null when nothing has to be said
 */
public record Subject(ReconciliationKind kind, boolean sandbox, @Nullable Long run, @Nullable Instant since,
		@Nullable ProviderName provider, @Nullable Period period, @Nullable ComparedFile file,
		@Nullable String definition) {

	/** The answers of a run, read back. */
	public static Subject answersOf(Run run) {
		return new Subject(ReconciliationKind.PROVIDERS, run.key().sandbox(), run.id(), null, null, null, null, null);
	}

	/** All answers since then, read back. */
	public static Subject answersSince(Instant since, boolean sandbox) {
		return new Subject(ReconciliationKind.PROVIDERS, sandbox, null, since, null, null, null, null);
	}

	/** A provider's statement. */
	public static Subject statement(ProviderName provider, Period period, ComparedFile file, String definition,
			boolean sandbox) {
		return new Subject(ReconciliationKind.STATEMENT, sandbox, null, null, provider, period, file, definition);
	}

	/** A bank's report on a run. */
	public static Subject bankReport(Run run, ComparedFile file) {
		return new Subject(ReconciliationKind.BANK_REPORT, run.key().sandbox(), run.id(), null, null, null, file, null);
	}

	/** In one line: what makes two commands mean the same. */
	String line() {
		return this.kind.written() + " run=" + this.run + " since=" + this.since + " provider=" + this.provider
				+ " period=" + this.period + " file=" + ((this.file != null) ? this.file.sha256() : null)
				+ " definition=" + ((this.definition != null) ? Hashes.sha256(this.definition) : null) + " sandbox="
				+ this.sandbox;
	}

	/** The name of the lock that a process holds while it works on it. */
	public String lock() {
		return "reconciliation/" + line();
	}

}
