package dev.tickmark.reconciliation;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import dev.tickmark.intake.BankReport;
import dev.tickmark.intake.StatementFile;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.verification.definition.JobDefinition;

/** What is to be compared. */
public sealed interface ReconcileCommand {

	/** The folder in which the reconciliation gets a folder of its own. */
	Path reports();

	/** The answers of a run, with what its providers say now. */
	record OfRun(long run, boolean sandbox, Path reports) implements ReconcileCommand {

	}

	/** All answers since then, with what the providers say now. */
	record OfAnswersSince(Instant since, boolean sandbox, Path reports) implements ReconcileCommand {

	}

	/**
	 * The journal, with a provider's statement.
	 *
	 * @param definition how the statement is read
	 * @param from the first day that is compared; null: that of the first line
	 * @param to the last day that is compared; null: that of the last line
	 */
	record WithStatement(ProviderName provider, StatementFile file, JobDefinition definition, @Nullable LocalDate from,
			@Nullable LocalDate to, boolean sandbox, Path reports) implements ReconcileCommand {

	}

	/** The verdicts of a run, with a bank's report on the same payments. */
	record WithBankReport(long run, BankReport file, Path reports) implements ReconcileCommand {

	}

}
