package dev.tickmark.provider.paysafe;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;
import dev.tickmark.provider.Json;

/** What Paysafe is asked about a payee: the customer only, never an account. */
final class PaysafeQuestion {

	/** The only instrument that can be verified so far. */
	static final String US_BANK_ACCOUNT = "US_BANK_ACCOUNT";

	static final Set<Column> COLUMNS = Set.of(Column.CUSTOMER_ID);

	private static final Pattern CUSTOMER_ID = Pattern.compile("[0-9]{1,19}");

	private PaysafeQuestion() {
	}

	static @Nullable Problem lacks(Payee payee) {
		String customer = payee.get(Column.CUSTOMER_ID);
		if (customer == null) {
			return new Problem(Column.CUSTOMER_ID.header(), "Paysafe needs the wallet customer's id; the row has none");
		}
		if (!CUSTOMER_ID.matcher(customer).matches()) {
			return new Problem(Column.CUSTOMER_ID.header(), "Paysafe needs a customer id of 1 to 19 digits");
		}
		if (payee.has(Column.IBAN)) {
			return new Problem(Column.IBAN.header(), elsewhere("an IBAN is never one"));
		}
		if (payee.has(Column.SORT_CODE)) {
			return new Problem(Column.SORT_CODE.header(), elsewhere("a sort code never leads to one"));
		}
		String country = payee.get(Column.COUNTRY);
		if (country != null && !country.equals("US")) {
			return new Problem(Column.COUNTRY.header(), elsewhere("the country must be US, or empty"));
		}
		return null;
	}

	static String body(@Nullable String returnUrl) {
		return Json.write(Json.object()
			.put("instrumentType", US_BANK_ACCOUNT)
			.put("returnUrl", Objects.requireNonNull(returnUrl, "a lane without return-url was used")));
	}

	private static String elsewhere(String why) {
		return "Paysafe verifies bank accounts in the United States only; " + why;
	}

}
