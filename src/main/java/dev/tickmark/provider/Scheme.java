package dev.tickmark.provider;

import java.util.Set;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;

/** The schemes by which banks answer for one another. */
public enum Scheme {

	/** Confirmation of Payee (Pay.UK): sort codes, and the IBANs that contain one. */
	COP {
		@Override
		boolean covers(Payee payee) {
			return payee.has(Column.SORT_CODE, Column.ACCOUNT_NUMBER) || isIn(BRITISH, payee);
		}
	},

	/**
	 * Verification of Payee (EPC218-23): IBANs of the countries in SEPA's geographical
	 * scope (EPC409-09), the British ones left to Confirmation of Payee.
	 */
	VOP {
		@Override
		boolean covers(Payee payee) {
			return isIn(SEPA, payee);
		}
	};

	private static final Set<String> BRITISH = Set.of("GB", "GG", "IM", "JE", "GI");

	private static final Set<String> SEPA = Set.of("AD", "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE",
			"ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT",
			"NL", "NO", "PL", "PT", "RO", "RS", "SE", "SI", "SK", "SM", "VA");

	/** Whether a payee's account can be asked about by this scheme. */
	abstract boolean covers(Payee payee);

	private static boolean isIn(Set<String> countries, Payee payee) {
		String iban = payee.get(Column.IBAN);
		return iban != null && iban.length() > 2 && countries.contains(iban.substring(0, 2));
	}

}
