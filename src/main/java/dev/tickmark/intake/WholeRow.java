package dev.tickmark.intake;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;

/** The rules that concern several columns of a row. */
final class WholeRow {

	/** The longest name, in Unicode code points. */
	static final int LONGEST_NAME = 150;

	private WholeRow() {
	}

	static @Nullable Problem problem(Layout layout, Payee payee) {
		Problem problem = name(layout, payee);
		problem = (problem != null) ? problem : contradiction(layout, payee);
		return (problem != null) ? problem : partner(layout, payee);
	}

	private static @Nullable Problem name(Layout layout, Payee payee) {
		String name = payee.fullName();
		String whole = layout.written(Column.NAME);
		if (name == null) {
			return new Problem((whole != null) ? whole : layout.written(Column.LAST_NAME), "The name is missing.");
		}
		int length = name.codePointCount(0, name.length());
		if (length > LONGEST_NAME) {
			boolean parts = !payee.has(Column.NAME);
			return new Problem(parts ? layout.written(Column.LAST_NAME) : whole, "The name " + (parts ? "in all " : "")
					+ "has " + length + " characters, at most " + LONGEST_NAME + " are allowed.");
		}
		return null;
	}

	/** An IBAN of GB has the sort code at 8 and the account number at 14. */
	private static @Nullable Problem contradiction(Layout layout, Payee payee) {
		String iban = payee.get(Column.IBAN);
		if (iban == null || !iban.startsWith("GB")) {
			return null;
		}
		String sortCode = payee.get(Column.SORT_CODE);
		if (sortCode != null && !sortCode.equals(iban.substring(8, 14))) {
			return new Problem(layout.written(Column.SORT_CODE), differs("sort code", iban));
		}
		String account = payee.get(Column.ACCOUNT_NUMBER);
		if (account != null && !account.equals(iban.substring(14, 22))) {
			return new Problem(layout.written(Column.ACCOUNT_NUMBER), differs("account number", iban));
		}
		return null;
	}

	private static String differs(String what, String iban) {
		return "The " + what + " is not the one that the IBAN " + Shown.account(iban)
				+ " contains. Correct the one that is wrong, or leave one of them out.";
	}

	/** One half of an account is a problem only where nothing else tells the account. */
	private static @Nullable Problem partner(Layout layout, Payee payee) {
		boolean told = payee.has(Column.IBAN) || payee.has(Column.SORT_CODE, Column.ACCOUNT_NUMBER)
				|| payee.has(Column.PHONE, Column.BANK_ID) || payee.has(Column.PASSPORT_NUMBER)
				|| payee.has(Column.CUSTOMER_ID);
		if (told) {
			return null;
		}
		Problem problem = half(layout, payee, Column.SORT_CODE, Column.ACCOUNT_NUMBER);
		return (problem != null) ? problem : half(layout, payee, Column.PHONE, Column.BANK_ID);
	}

	private static @Nullable Problem half(Layout layout, Payee payee, Column one, Column other) {
		if (payee.has(one) == payee.has(other)) {
			return null;
		}
		Column present = payee.has(one) ? one : other;
		Column absent = payee.has(one) ? other : one;
		String written = layout.written(absent);
		return new Problem((written != null) ? written : absent.header(),
				"The " + words(absent) + " is missing: the " + words(present) + " alone does not identify an account.");
	}

	private static String words(Column column) {
		return column.header().replace('_', ' ').replace(" id", " ID");
	}

}
