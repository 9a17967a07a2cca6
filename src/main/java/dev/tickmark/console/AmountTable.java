package dev.tickmark.console;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.tickmark.ledger.AmountSums;
import dev.tickmark.payee.Verdict;

/** Amounts by verdict and currency, as lines of text. */
final class AmountTable {

	/** More do not fit beside each other. */
	private static final int SHOWN = 4;

	private AmountTable() {
	}

	/** The table; no lines when there is nothing to add up. */
	static List<String> of(AmountSums amounts) {
		List<String> currencies = amounts.sums().keySet().stream().limit(SHOWN).toList();
		if (currencies.isEmpty()) {
			return List.of();
		}
		Grid grid = new Grid("l" + "r".repeat(currencies.size()));
		grid.add(line("amounts", currencies, (currency) -> currency.isEmpty() ? "no currency" : currency));
		for (Verdict verdict : Verdict.values()) {
			if (amounts.byVerdict().containsKey(verdict.name())) {
				grid.add(line(verdict.name(), currencies, (currency) -> money(amounts.of(verdict.name(), currency))));
			}
		}
		grid.add(line("all", currencies, (currency) -> money(amounts.sums().getOrDefault(currency, BigDecimal.ZERO))));
		return grid.lines();
	}

	/** What has to be said of the sums, a sentence each. */
	static List<String> remarks(AmountSums amounts, boolean paymentFile) {
		List<String> remarks = new ArrayList<>();
		int others = amounts.sums().size() - SHOWN;
		if (others > 0) {
			remarks.add("Not shown, but added up as well: " + others + ((others == 1) ? " currency." : " currencies."));
		}
		if (paymentFile) {
			remarks.add("The control sum of the payment file, over all currencies: " + money(amounts.control()) + ".");
		}
		if (amounts.unread() > 0) {
			remarks.add(String.format(Locale.ROOT,
					"%,d %s no amount that can be read for certain; the sums are taken without.", amounts.unread(),
					(amounts.unread() == 1) ? "row has" : "rows have"));
		}
		return remarks;
	}

	private static String[] line(String name, List<String> currencies, Function<String, String> cell) {
		return Stream.concat(Stream.of(name), currencies.stream().map(cell)).toArray(String[]::new);
	}

	private static String money(BigDecimal amount) {
		return (amount.signum() != 0) ? String.format(Locale.ROOT, "%,." + Math.max(2, amount.scale()) + "f", amount)
				: "-";
	}

}
