package dev.tickmark.provider.paysway;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.PayeeType;
import dev.tickmark.payee.Problem;
import dev.tickmark.provider.Json;

/**
 * What PaySway is asked about a payee: by IBAN (Verification of Payee), or by sort code
 * and account number (Confirmation of Payee) where the country has these.
 * <p>
 * No metadata are sent: rows that ask the same share one question, and none of their
 * references would be its own.
 *
 * @see <a href="https://docs.paysway.io/payment-preparation/verify-account/vop">Fields of
 * Verification of Payee</a>
 * @see <a href="https://docs.paysway.io/payment-preparation/verify-account/cop">Fields of
 * Confirmation of Payee</a>
 */
final class PaySwayQuestion {

	static final Set<Column> COLUMNS = Collections
		.unmodifiableSet(EnumSet.of(Column.TYPE, Column.NAME, Column.FIRST_NAME, Column.MIDDLE_NAME, Column.LAST_NAME,
				Column.COUNTRY, Column.CURRENCY, Column.IBAN, Column.BIC, Column.SORT_CODE, Column.ACCOUNT_NUMBER,
				Column.DATE_OF_BIRTH, Column.TAX_ID, Column.EMAIL, Column.PHONE, Column.POSTCODE, Column.ADDRESS));

	private static final Set<String> SORT_CODE_COUNTRIES = Set.of("GB", "GG", "GI", "IM", "JE");

	private PaySwayQuestion() {
	}

	static @Nullable Problem lacks(Payee payee) {
		if (payee.fullName() == null) {
			return new Problem(Column.NAME.header(), "PaySway needs the payee's name; the row has none");
		}
		if (!bySortCode(payee)) {
			if (payee.has(Column.IBAN)) {
				return null;
			}
			return new Problem(Column.IBAN.header(), "PaySway needs an IBAN, or a sort code and an account number"
					+ " with a country of GB, GG, GI, IM or JE; the row has neither");
		}
		String account = payee.require(Column.SORT_CODE) + payee.require(Column.ACCOUNT_NUMBER);
		if (!account.matches("\\d{14}")) {
			return new Problem(Column.ACCOUNT_NUMBER.header(),
					"PaySway needs a sort code of 6 digits and an account number of 8 digits");
		}
		if (!payee.has(Column.TYPE)) {
			return new Problem(Column.TYPE.header(),
					"PaySway needs to know whether an account with a sort code is personal or business");
		}
		return null;
	}

	static String body(Payee payee) {
		ObjectNode body = Json.object();
		ObjectNode details = body.putObject("details");
		Json.put(details, "country", country(payee));
		Json.put(details, "currency", payee.get(Column.CURRENCY));
		agent(details, payee);
		ObjectNode id = details.putObject("creditorAccount").putObject("id");
		if (bySortCode(payee)) {
			id.put("value", payee.require(Column.ACCOUNT_NUMBER)).put("type", "ACCOUNT_NUMBER");
		}
		else {
			id.put("value", payee.require(Column.IBAN)).put("type", "IBAN");
		}
		creditor(details.putObject("creditor"), payee);
		return Json.write(body);
	}

	private static void agent(ObjectNode details, Payee payee) {
		if (!payee.has(Column.BIC) && !bySortCode(payee)) {
			return;
		}
		ObjectNode agent = details.putObject("creditorAgent");
		Json.put(agent, "bic", payee.get(Column.BIC));
		if (bySortCode(payee)) {
			agent.putObject("clearingSystemMemberId").put("memberId", payee.require(Column.SORT_CODE));
		}
	}

	private static void creditor(ObjectNode creditor, Payee payee) {
		Json.put(creditor, "name", payee.fullName());
		PayeeType type = payee.type();
		if (type != null) {
			creditor.put("type", switch (type) {
				case PERSONAL -> "INDIVIDUAL";
				// Assumption: shown for Confirmation of Payee only
				case BUSINESS -> "BUSINESS";
			});
		}
		Json.put(creditor, "dateOfBirth", payee.get(Column.DATE_OF_BIRTH));
		Json.put(creditor, "taxId", payee.get(Column.TAX_ID));
		if (payee.has(Column.EMAIL) || payee.has(Column.PHONE)) {
			ObjectNode contact = creditor.putObject("contactDetails");
			Json.put(contact, "email", payee.get(Column.EMAIL));
			Json.put(contact, "phone", payee.get(Column.PHONE));
		}
		if (payee.has(Column.POSTCODE) || payee.has(Column.ADDRESS)) {
			ObjectNode address = creditor.putObject("address");
			Json.put(address, "country", payee.get(Column.COUNTRY));
			Json.put(address, "addressLine1", payee.get(Column.ADDRESS));
			Json.put(address, "postCode", payee.get(Column.POSTCODE));
		}
	}

	private static boolean bySortCode(Payee payee) {
		String country = country(payee);
		return payee.has(Column.SORT_CODE, Column.ACCOUNT_NUMBER) && country != null
				&& SORT_CODE_COUNTRIES.contains(country);
	}

	/**
	 * The account's country: that of the IBAN, else the one given. Assumption: the page
	 * has it beside the account and requires it by scheme, so a payee who lives elsewhere
	 * does not change it.
	 */
	private static @Nullable String country(Payee payee) {
		String iban = payee.get(Column.IBAN);
		return (iban != null && iban.length() > 1) ? iban.substring(0, 2) : payee.get(Column.COUNTRY);
	}

}
