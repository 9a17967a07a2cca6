package dev.tickmark.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Verdict;

/**
 * A line of a provider's statement. What its file does not say is null or empty.
 *
 * @param number which of the lines it is, counted from 1, the header and blank lines not
 * counted
 * @param line where it begins in the file, counted from 1
 * @param reference the provider's id, as written, without white space around it, at most
 * 200 characters
 * @param key our idempotency key, likewise
 * @param at when it came about; the start of its day when only the day is said
 * @param wholeDay whether only the day is said; a workbook does not tell midnight from
 * that
 * @param kind what it is for; SUBMIT when the definition names no column for it, null
 * when the definition does not know the word
 * @param kindWritten the word for it; empty when there is none
 * @param result what the verification came to, as written, at most 200 characters
 * @param meaning the verdicts of ours that this may be; empty when it is not said, or the
 * definition does not know the words
 * @param price what it cost; negative when it was given back
 * @param currency its currency, a code of ISO 4217
 * @param account letters and digits in capitals, {@code *} for each character that is
 * masked, and {@code …} for several
 * @param name the name that was asked about, every stretch of white space as one space
 * @param problem why it cannot be read, a sentence with the name of the column; what
 * could be read beside that is there all the same. Null when nothing is wrong
 */
public record StatementLine(long number, long line, @Nullable String reference, @Nullable String key,
		@Nullable Instant at, boolean wholeDay, @Nullable CallKind kind, String kindWritten, @Nullable String result,
		Set<Verdict> meaning, @Nullable BigDecimal price, @Nullable String currency, @Nullable String account,
		@Nullable String name, @Nullable String problem) {

	public StatementLine {
		meaning = Set.copyOf(meaning);
	}

	/** Without whom it is about. */
	@Override
	public String toString() {
		return "StatementLine[" + this.number + ", line " + this.line + ", " + this.reference + ", " + this.at + ", "
				+ this.kind + ", " + this.result + ", " + this.price + " " + this.currency + ", " + this.problem + "]";
	}

}
