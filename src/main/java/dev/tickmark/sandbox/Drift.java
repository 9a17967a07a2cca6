package dev.tickmark.sandbox;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What may come between a provider's books and its clients'. It is chosen by the last
 * four characters of the number asked about, as an answer is.
 */
enum Drift {

	CHANGED("7201", "read back with another final result, which the statement has as well"),
	FORGOTTEN("7202", "read back as an unknown id"),
	CHARGED_TWICE("7203", "twice on the statement, a second apart, with the same id"),
	MISSING("7204", "missing from the statement"), OTHER_PRICE("7205", "at twice the price on the statement"),
	OTHER_RESULT("7206", "with the outcome no match on the statement alone"),
	OUTSIDE("7207", "40 days earlier on the statement"),
	WITHOUT_REFERENCE("7208", "without verification_id on the statement"),
	NAMELESS("7209", "without verification_id and request_id on the statement"),
	WRITTEN_OTHERWISE("7210", "with three zeros before its verification_id, whose letters have the other case");

	private static final Duration AGAIN = Duration.ofSeconds(1);

	private static final Duration EARLIER = Duration.ofDays(40);

	private static final BigDecimal TWO = BigDecimal.valueOf(2);

	private final String ending;

	private final String meaning;

	Drift(String ending, String meaning) {
		this.ending = ending;
		this.meaning = meaning;
	}

	/**
	 * How what is said of this number drifts; null when it does not.
	 * @param number the number asked about, whole or masked
	 */
	static @Nullable Drift of(String number) {
		String masked = Charge.masked(number);
		for (Drift drift : values()) {
			if (masked.endsWith(drift.ending)) {
				return drift;
			}
		}
		return null;
	}

	String ending() {
		return this.ending;
	}

	/** What becomes of it, in a few words. */
	String meaning() {
		return this.meaning;
	}

	/**
	 * What stands on the statement in place of the line that belongs there.
	 * @param changed what a changed answer of this provider comes to
	 */
	List<Charge> of(Charge line, Conclusion changed) {
		return switch (this) {
			case CHANGED -> List.of(concluding(line, changed));
			case FORGOTTEN -> List.of(line);
			case CHARGED_TWICE -> List.of(line, later(line, AGAIN));
			case MISSING -> List.of();
			case OTHER_PRICE -> List.of(new Charge(line.chargedAt(), line.verificationId(), line.requestId(),
					line.conclusion(), line.amount().multiply(TWO), line.currency(), line.account()));
			case OTHER_RESULT -> List.of(concluding(line, Conclusion.NO_MATCH));
			case OUTSIDE -> List.of(later(line, EARLIER.negated()));
			case WITHOUT_REFERENCE -> List.of(named(line, "", line.requestId()));
			case NAMELESS -> List.of(named(line, "", ""));
			case WRITTEN_OTHERWISE -> List.of(named(line, "000" + otherCase(line.verificationId()), line.requestId()));
		};
	}

	private static Charge concluding(Charge line, Conclusion conclusion) {
		return new Charge(line.chargedAt(), line.verificationId(), line.requestId(), conclusion, line.amount(),
				line.currency(), line.account());
	}

	private static Charge later(Charge line, Duration by) {
		return new Charge(line.chargedAt().plus(by), line.verificationId(), line.requestId(), line.conclusion(),
				line.amount(), line.currency(), line.account());
	}

	private static Charge named(Charge line, String id, String requestId) {
		return new Charge(line.chargedAt(), id, requestId, line.conclusion(), line.amount(), line.currency(),
				line.account());
	}

	private static String otherCase(String id) {
		StringBuilder other = new StringBuilder(id.length());
		id.chars()
			.map((c) -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
			.forEach((c) -> other.append((char) c));
		return other.toString();
	}

}
