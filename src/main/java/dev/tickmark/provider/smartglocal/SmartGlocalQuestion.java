package dev.tickmark.provider.smartglocal;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;
import dev.tickmark.provider.Json;
import dev.tickmark.provider.PhoneNumber;

/** What Smart Glocal is asked about a payee. */
final class SmartGlocalQuestion {

	/** What kind of transfer stands in for the question, and the member that holds it. */
	static final String SYSTEM = "faster_payment_system_verification";

	private static final Set<Column> COLUMNS = Collections.unmodifiableSet(
			EnumSet.of(Column.PHONE, Column.BANK_ID, Column.FIRST_NAME, Column.MIDDLE_NAME, Column.LAST_NAME));

	private static final Map<Column, String> NEEDED = Map.of(Column.PHONE, "the payee's phone number", Column.BANK_ID,
			"the bank's id in the Faster Payment System", Column.FIRST_NAME, "the payee's first name", Column.LAST_NAME,
			"the payee's last name");

	/** Where the Faster Payment System is. */
	private static final String HOME = "RU";

	private static final Pattern BANK = Pattern.compile("[0-9]{12}");

	private SmartGlocalQuestion() {
	}

	static @Nullable Problem lacks(Payee payee) {
		for (Column column : COLUMNS) {
			String what = NEEDED.get(column);
			if (what != null && !payee.has(column)) {
				return new Problem(column.header(),
						"Smart Glocal needs " + what + " in a column of its own; the row has none");
			}
		}
		String flaw = read(payee).flaw();
		if (flaw != null) {
			return new Problem(Column.PHONE.header(),
					"Smart Glocal needs a phone number that can be called, without an extension; " + flaw);
		}
		if (!BANK.matcher(payee.require(Column.BANK_ID)).matches()) {
			return new Problem(Column.BANK_ID.header(),
					"Smart Glocal needs the bank's id in the Faster Payment System, which has 12 digits");
		}
		return null;
	}

	/** The payee as the question has it, so that one number written twice is one. */
	static Payee asked(Payee payee) {
		Payee asked = payee.only(COLUMNS);
		String digits = payee.has(Column.PHONE) ? read(payee).digits() : null;
		return (digits != null) ? asked.with(Column.PHONE, digits) : asked;
	}

	/**
	 * The question. Assumption: the middle name, which the page's sample has and not
	 * everybody else, is left out where there is none.
	 */
	static String body(Payee payee, String session) {
		ObjectNode body = Json.object();
		body.put("session_id", session);
		ObjectNode account = body.putObject("payment_method").put("type", "bank_account").putObject("bank_account");
		account.put("system_type", SYSTEM)
			.putObject(SYSTEM)
			.put("phone", phone(payee))
			.put("bank_id", payee.require(Column.BANK_ID));
		ObjectNode recipient = body.putObject("participant_details").putObject("recipient");
		recipient.put("first_name", payee.require(Column.FIRST_NAME));
		recipient.put("last_name", payee.require(Column.LAST_NAME));
		Json.put(recipient, "middle_name", payee.get(Column.MIDDLE_NAME));
		return Json.write(body);
	}

	/** The number as it is asked about, of a payee that lacks nothing. */
	static String phone(Payee payee) {
		return Objects.requireNonNull(read(payee).digits(), "no phone number");
	}

	private static PhoneNumber read(Payee payee) {
		return PhoneNumber.of(payee.require(Column.PHONE), Objects.requireNonNullElse(payee.get(Column.COUNTRY), HOME));
	}

}
