package dev.tickmark.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tickmark.ledger.StatementTotal;
import dev.tickmark.report.reconciliation.Table;

import static org.assertj.core.api.Assertions.assertThat;

class StatementTotalsTests {

	private static final BigDecimal PRICE = new BigDecimal("0.10");

	@Test
	void bothSidesAndTheirDifferenceAreAddedUp() {
		Table table = StatementTotals.table("By day", "day",
				List.of(total("2026-03-01", 3, "0.30", 2), total("2026-03-02", 1, "0.20", 1)), PRICE);
		assertThat(table.rows()).containsExactly(List.of("2026-03-01", "3", "2", "1", "0.30", "0.20", "0.10"),
				List.of("2026-03-02", "1", "1", "0", "0.20", "0.10", "0.10"),
				List.of("total", "4", "3", "1", "0.50", "0.30", "0.20"));
		assertThat(table.columns()).hasSize(7);
	}

	@Test
	void callsWithoutALineAreMoneyThatNobodyCharges() {
		assertThat(StatementTotals.table("By kind", "kind", List.of(total("SUBMIT", 0, null, 4)), PRICE).rows())
			.containsExactly(List.of("SUBMIT", "0", "4", "-4", "", "0.40", "-0.40"),
					List.of("total", "0", "4", "-4", "", "0.40", "-0.40"));
	}

	@Test
	void linesWithoutAPriceHaveNoDifferenceInMoney() {
		assertThat(
				StatementTotals.table("By kind", "kind", List.of(total("SUBMIT", 4, null, 4)), PRICE).rows().getFirst())
			.containsExactly("SUBMIT", "4", "4", "0", "", "0.40", "");
	}

	@Test
	void withoutAPriceThatWasAgreedNothingIsDue() {
		assertThat(StatementTotals.table("By kind", "kind", List.of(total("SUBMIT", 4, "0.40", 3)), null)
			.rows()
			.getFirst()).containsExactly("SUBMIT", "4", "3", "1", "0.40", "", "");
	}

	@Test
	void whatHasNoLabelIsThereAllTheSame() {
		assertThat(StatementTotals.table("By day", "day", List.of(total("", 1, "0.10", 0)), PRICE)
			.rows()
			.getFirst()
			.getFirst()).isEqualTo("(none)");
	}

	@Test
	void moreThanAYearOfDaysIsAddedUp() {
		List<StatementTotal> days = new ArrayList<>();
		for (int i = 0; i < 405; i++) {
			days.add(total("day " + i, 2, "0.20", 1));
		}
		List<List<String>> rows = StatementTotals.table("By day", "day", days, PRICE).rows();
		assertThat(rows).hasSize(402);
		assertThat(rows.get(399).getFirst()).isEqualTo("day 399");
		assertThat(rows.get(400)).containsExactly("others", "10", "5", "5", "1.00", "0.50", "0.50");
		assertThat(rows.get(401)).containsExactly("total", "810", "405", "405", "81.00", "40.50", "40.50");
	}

	private static StatementTotal total(String label, long lines, @Nullable String amount, long calls) {
		return new StatementTotal(label, lines, (amount != null) ? new BigDecimal(amount) : null, calls);
	}

}
