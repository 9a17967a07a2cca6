package dev.tickmark.provider.bank131;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.provider.PhoneNumber;

/** A person's phone number as Bank 131 is told it. */
final class Phone {

	/** Bank 131's people live there, unless the row says otherwise. */
	private static final String HOME = "RU";

	private Phone() {
	}

	/**
	 * The payee's number with plus and country code ({@code +79161234567}); null when
	 * there is none, or none that could be. Assumption: the page takes any format, so the
	 * one that leaves no doubt is sent.
	 */
	static @Nullable String international(Payee payee) {
		String written = payee.get(Column.PHONE);
		if (written == null) {
			return null;
		}
		String digits = PhoneNumber.of(written, Objects.requireNonNullElse(payee.get(Column.COUNTRY), HOME)).digits();
		return (digits != null) ? "+" + digits : null;
	}

}
