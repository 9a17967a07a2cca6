package dev.tickmark.provider;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.PayeeType;

/** What a routing rule asks of a payee. */
public sealed interface Condition {

	boolean holds(Payee payee);

	/**
	 * The account is in one of these countries: that of the IBAN, or else that of the
	 * row; a sort code alone is British.
	 *
	 * @param codes ISO 3166-1, two letters in upper case
	 */
	record Country(Set<String> codes) implements Condition {

		public Country {
			codes = Set.copyOf(codes);
		}

		@Override
		public boolean holds(Payee payee) {
			String country = of(payee);
			return country != null && this.codes.contains(country);
		}

		private static @Nullable String of(Payee payee) {
			String iban = payee.get(Column.IBAN);
			if (iban != null && iban.length() > 2) {
				return iban.substring(0, 2);
			}
			String country = payee.get(Column.COUNTRY);
			return (country != null || !payee.has(Column.SORT_CODE)) ? country : "GB";
		}

	}

	/** The account can be asked about by one of these schemes. */
	record Within(Set<Scheme> schemes) implements Condition {

		public Within {
			schemes = Set.copyOf(schemes);
		}

		@Override
		public boolean holds(Payee payee) {
			return this.schemes.stream().anyMatch((scheme) -> scheme.covers(payee));
		}

	}

	/**
	 * The row is about one of these currencies.
	 *
	 * @param codes ISO 4217, three letters in upper case
	 */
	record Currency(Set<String> codes) implements Condition {

		public Currency {
			codes = Set.copyOf(codes);
		}

		@Override
		public boolean holds(Payee payee) {
			String currency = payee.get(Column.CURRENCY);
			return currency != null && this.codes.contains(currency);
		}

	}

	/** The payee is a person, or an organisation; a row that does not say is neither. */
	record Type(PayeeType type) implements Condition {

		@Override
		public boolean holds(Payee payee) {
			return payee.type() == this.type;
		}

	}

	/** The row has a value in each of these columns. */
	record Present(Set<Column> columns) implements Condition {

		public Present {
			columns = Set.copyOf(columns);
		}

		@Override
		public boolean holds(Payee payee) {
			return this.columns.stream().allMatch((column) -> payee.has(column));
		}

	}

	/** The row has no value in any of these columns. */
	record Absent(Set<Column> columns) implements Condition {

		public Absent {
			columns = Set.copyOf(columns);
		}

		@Override
		public boolean holds(Payee payee) {
			return this.columns.stream().noneMatch((column) -> payee.has(column));
		}

	}

}
