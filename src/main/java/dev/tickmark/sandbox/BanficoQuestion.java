package dev.tickmark.sandbox;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What Banfico was asked.
 *
 * @param types what to check: STATUS, NAME, ID
 * @param type PERSONAL or BUSINESS, if told
 * @param name the payee's name, if told
 * @param idScheme IBAN or another scheme of account ids
 * @param id the account's id
 * @param secondaryId a building society's roll number or the like
 * @param identityType the kind of the first identity, if there is one
 * @param identityValue the first identity itself
 */
record BanficoQuestion(List<String> types, @Nullable String type, @Nullable String name, String idScheme, String id,
		@Nullable String secondaryId, @Nullable String identityType, @Nullable String identityValue) {

	private static final List<String> UK = List.of("GB", "GG", "IM", "JE", "GI");

	// Assumption: the countries of SEPA are served, and no other
	private static final List<String> SEPA = List.of("AD", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES",
			"FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MT", "NL", "NO", "PL", "PT",
			"RO", "SE", "SI", "SK", "SM", "VA");

	/** Whether EPC VOP answers, not UK CoP. */
	boolean vop() {
		return this.idScheme.equals("IBAN") && SEPA.contains(country());
	}

	/** Whether anybody answers. */
	boolean served() {
		return this.idScheme.equals("SCAN") || (this.idScheme.equals("IBAN") && (vop() || UK.contains(country())));
	}

	boolean asksName() {
		return this.types.contains("NAME") && this.name != null;
	}

	boolean asksIdentity() {
		return this.types.contains("ID") && this.identityType != null;
	}

	private String country() {
		return this.id.substring(0, 2);
	}

}
