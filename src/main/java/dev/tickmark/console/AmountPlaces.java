package dev.tickmark.console;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.intake.Input;
import dev.tickmark.intake.Source;
import dev.tickmark.ledger.AmountColumns;
import dev.tickmark.ledger.Run;
import dev.tickmark.payee.Column;
import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.JobDefinition;

/** Finds out where the rows of a run have their amounts: as its job definition says. */
final class AmountPlaces {

	/**
	 * In a payment file the payee's account may have another currency than the amount.
	 */
	private static final String OF_PAYMENT = "amount_currency";

	private AmountPlaces() {
	}

	/** The places; null when the rows have no amounts. */
	static @Nullable AmountColumns of(Run run) {
		boolean payments = isPaymentFile(run);
		Input input = payments ? Input.ANY : definition(run).input();
		Map<Column, Integer> positions = input.positions(run.header());
		Integer amount = positions.get(Column.AMOUNT);
		if (amount == null) {
			return null;
		}
		String fixed = (input.columns().get(Column.CURRENCY) instanceof Source.Fixed always) ? always.value() : "";
		int ofPayment = run.header().indexOf(OF_PAYMENT);
		@Nullable Integer currency = (payments && ofPayment >= 0) ? Integer.valueOf(ofPayment) : positions.get(Column.CURRENCY);
		return new AmountColumns(amount, currency, fixed, decimal(run, input));
	}

	static boolean isPaymentFile(Run run) {
		return Input.Kind.PAIN_001.written().equals(run.format());
	}

	/** A payment file, and a number in a workbook, has a full stop. */
	private static @Nullable Character decimal(Run run, Input input) {
		if (isPaymentFile(run)) {
			return '.';
		}
		return Input.Kind.XLSX.written().equals(run.format()) ? null : input.notation().decimal();
	}

	private static JobDefinition definition(Run run) {
		String began = run.definition();
		try {
			// whoever is asked makes no difference here
			return (began == null) ? Definitions.own()
					: Definitions.kept(run.key().job(), "run " + run.id(), began, Set.of());
		}
		catch (BadDefinition _) {
			return Definitions.own();
		}
	}

}
