package dev.tickmark.console;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tickmark.ledger.AmountColumns;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunKey;
import dev.tickmark.ledger.RunState;

import static org.assertj.core.api.Assertions.assertThat;

class AmountPlacesTests {

	private static final String MAPPED = """
			input:
			  columns:
			    amount: Betrag
			    currency: {value: CHF}
			  decimal: ","
			routing:
			  - when: {present: [iban]}
			    provider: somebody
			""";

	@Test
	void columnsAreFoundByTheirOwnNames() {
		assertThat(AmountPlaces.of(run(null, null, "name", "currency", "Amount")))
			.isEqualTo(new AmountColumns(2, 1, "", null));
	}

	@Test
	void orWhereTheDefinitionOfTheRunSays() {
		assertThat(AmountPlaces.of(run("csv:UTF-8", MAPPED, "name", "Betrag")))
			.isEqualTo(new AmountColumns(1, null, "CHF", ','));
		assertThat(AmountPlaces.of(run("xlsx", MAPPED, "name", "Betrag")))
			.isEqualTo(new AmountColumns(1, null, "CHF", null));
	}

	@Test
	void theAmountOfAPaymentHasACurrencyOfItsOwn() {
		assertThat(AmountPlaces.of(run("pain.001", MAPPED, "currency", "amount", "amount_currency")))
			.isEqualTo(new AmountColumns(1, 2, "", '.'));
	}

	@Test
	void aFileWithoutAmountsHasNone() {
		assertThat(AmountPlaces.of(run("csv:UTF-8", null, "name", "iban"))).isNull();
		assertThat(AmountPlaces.of(run("csv:UTF-8", "no definition: [", "name", "iban"))).isNull();
	}

	private static Run run(@Nullable String format, @Nullable String definition, String... header) {
		return new Run(12, UUID.randomUUID(), new RunKey("ab", "salaries", false), "payees.csv", "/in/payees.csv", 7,
				List.of(header), format, definition, RunState.COMPLETE, null, Path.of("/out"), 1, 1, 3L, Instant.EPOCH,
				Instant.EPOCH);
	}

}
