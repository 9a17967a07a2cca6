package dev.tickmark.sandbox;

import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What PaySway was asked.
 *
 * @param country the account's country
 * @param idType IBAN or ACCOUNT_NUMBER
 * @param account the account's id
 * @param memberId the sort code of an account number
 * @param name the payee's name
 * @param type INDIVIDUAL or BUSINESS, if told
 */
record PayswayQuestion(String country, String idType, String account, @Nullable String memberId, String name,
		@Nullable String type) {

	private static final Set<String> COP = Set.of("GB", "GG", "GI", "IM", "JE");

	// Assumption: the countries of SEPA are served, and no other
	private static final Set<String> VOP = Set.of("AD", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES",
			"FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MT", "NL", "NO", "PL", "PT",
			"RO", "SE", "SI", "SK", "SM", "VA");

	// Check digits are not looked at, as with any well-formed account nobody opened
	private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");

	private static final Pattern ACCOUNT_NUMBER = Pattern.compile("\\d{8}");

	private static final Pattern SORT_CODE = Pattern.compile("\\d{6}");

	/** Whether EPC VoP answers, not UK CoP. */
	boolean vop() {
		return this.idType.equals("IBAN");
	}

	boolean served() {
		return (vop() ? VOP : COP).contains(this.country);
	}

	boolean wellFormed() {
		if (vop()) {
			return IBAN.matcher(this.account).matches();
		}
		return ACCOUNT_NUMBER.matcher(this.account).matches() && this.memberId != null
				&& SORT_CODE.matcher(this.memberId).matches();
	}

}
