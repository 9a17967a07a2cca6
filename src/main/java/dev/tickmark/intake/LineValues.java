package dev.tickmark.intake;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The values of one line of a statement. What cannot be read is null, and the first such
 * is the line's problem.
 */
final class LineValues {

	/** The longest value that is taken, in characters. */
	static final int LONGEST = 200;

	/** What is seen of a date is no account number, though it may have as many digits. */
	private static final Pattern DATE = Pattern
		.compile("[0-9]{1,4}[-./][0-9A-Za-z]{1,9}[-./][0-9]{1,4}([T ][0-9]{1,2}:[0-9]{2}[0-9:.+Z-]{0,20})?");

	private final StatementLayout layout;

	private final Records.Found found;

	private @Nullable String problem;

	LineValues(StatementLayout layout, Records.Found found) {
		this.layout = layout;
		this.found = found;
	}

	/** The first thing that could not be read, in a sentence; null when there is none. */
	@Nullable String problem() {
		return this.problem;
	}

	/** Tells what is wrong, unless something else already is. */
	void fault(String sentence) {
		this.problem = (this.problem != null) ? this.problem : sentence;
	}

	/** What stands in a column, without white space around it; null when nothing does. */
	@Nullable String text(StatementColumn column) {
		Integer position = this.layout.positions().get(column);
		if (position == null) {
			return null;
		}
		String written = Text.stripped(this.found.fields().get(position));
		String flaw = this.found.flaws().getOrDefault(position, Text.flaw(written));
		if (flaw == null && written.length() > LONGEST) {
			flaw = "The value has " + written.length() + " characters, at most " + LONGEST + " are allowed.";
		}
		if (flaw != null) {
			fault(column, flaw);
			return null;
		}
		return written.isEmpty() ? null : written;
	}

	StatementTimes.@Nullable Moment time(StatementTimes times) {
		String written = text(StatementColumn.TIME);
		StatementTimes.Moment moment = (written != null) ? times.read(written) : null;
		if (written != null && moment == null) {
			String shown = DATE.matcher(written).matches() ? "\"" + written + "\"" : Shown.value(written);
			fault(StatementColumn.TIME, shown + " is no time; expected is " + times.forms() + ".");
		}
		return moment;
	}

	PriceText.@Nullable Amount price() {
		String written = text(StatementColumn.PRICE);
		Character decimal = this.layout.mapping().input().notation().decimal();
		PriceText.Amount price = (written != null) ? PriceText.parse(written, decimal) : null;
		if (written != null && price == null) {
			fault(StatementColumn.PRICE, Shown.value(written) + " is no amount"
					+ ((decimal != null) ? " with the decimal separator \"" + decimal + "\"." : "."));
		}
		return price;
	}

	/** What its own column says, or what stands beside the price, or the definition. */
	@Nullable String currency(PriceText.@Nullable Amount price) {
		String written = text(StatementColumn.CURRENCY);
		String own = (written != null) ? PriceText.currency(written) : null;
		if (written != null && own == null) {
			fault(StatementColumn.CURRENCY,
					Shown.value(written) + " is no code of ISO 4217; three letters are expected, for example EUR.");
		}
		String beside = (price != null) ? price.currency() : null;
		if (own == null || beside == null) {
			String said = (own != null) ? own : beside;
			return (said != null || price == null) ? said : this.layout.mapping().currency();
		}
		// other dollars have the same sign
		boolean dollars = price != null && price.bySign() && beside.equals("USD");
		if (!own.equals(beside) && !dollars) {
			fault(StatementColumn.PRICE,
					"The amount is in " + beside + ", and the currency of the line is " + own + ".");
		}
		return own;
	}

	@Nullable String account() {
		String written = text(StatementColumn.ACCOUNT);
		String account = (written != null) ? MaskedAccount.of(written) : "";
		return account.isEmpty() ? null : account;
	}

	private void fault(StatementColumn column, String what) {
		fault("Column " + this.layout.shown(column) + ": " + what);
	}

}
