package dev.tickmark.reconciliation;

import org.jspecify.annotations.Nullable;

import dev.tickmark.intake.BankGroup;
import dev.tickmark.intake.BankReport;
import dev.tickmark.intake.BankStatus;
import dev.tickmark.ledger.BankMatching;

/**
 * What a bank's report says of payments that it does not list. Some list exceptions only,
 * some nothing at all when everything matched, and count the rest.
 */
final class Unlisted {

	private static final String MATCHED = "RCVC";

	private Unlisted() {
	}

	/**
	 * The code that all payments have which are not listed; null when the report does not
	 * say so beyond doubt.
	 */
	static @Nullable String code(BankReport report, BankMatching.Standing standing) {
		BankGroup group = report.group();
		Long ordered = group.originalPayments();
		if (standing.unlisted() == 0 || standing.strange() > 0 || (ordered != null && ordered != standing.rows())) {
			return null;
		}
		if (!group.counted().isEmpty()) {
			long all = group.counted().values().stream().mapToLong(Long::longValue).sum();
			long matched = group.counted().getOrDefault(MATCHED, 0L);
			boolean rest = matched - standing.listedMatches() == standing.unlisted();
			return (rest && all == standing.rows()) ? MATCHED : null;
		}
		BankStatus status = group.status();
		boolean contradicted = group.parts()
			.stream()
			.anyMatch((part) -> part.status() != null && !MATCHED.equals(part.status().code()));
		boolean nothingListed = report.payments() == 0 && !contradicted;
		return (nothingListed && ordered != null && status != null && MATCHED.equals(status.code())) ? MATCHED : null;
	}

}
