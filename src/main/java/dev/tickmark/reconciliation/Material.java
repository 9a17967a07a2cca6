package dev.tickmark.reconciliation;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tickmark.intake.BankReport;
import dev.tickmark.intake.StatementFile;
import dev.tickmark.intake.StatementMapping;
import dev.tickmark.ledger.Run;

/** What the ledger is compared with, and what of the ledger. */
sealed interface Material {

	/**
	 * What the providers say of the ledger's answers now.
	 *
	 * @param leftOut the numbers of the runs that are left out, because they are not at
	 * their end or somebody works on them
	 */
	record Answers(List<Long> leftOut) implements Material {

		public Answers {
			leftOut = List.copyOf(leftOut);
		}

	}

	/**
	 * A provider's statement.
	 *
	 * @param name what the definition is called
	 * @param price what a line should cost; null when nobody says
	 * @param repetitionWord what the provider's answer has when it is not charged; null
	 * when nothing is
	 */
	record Statement(StatementFile file, StatementMapping mapping, String name, @Nullable BigDecimal price,
			@Nullable String repetitionWord) implements Material {

	}

	/** A bank's report on a run. */
	record BankAnswer(BankReport report, Run run) implements Material {

	}

}
