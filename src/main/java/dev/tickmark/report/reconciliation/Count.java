package dev.tickmark.report.reconciliation;

/**
 * How many items have a result.
 *
 * @param key the result as programs know it, such as CHARGED_TWICE
 * @param count how many; 0 says that it was looked for
 * @param label the result as a person reads it
 * @param difference whether it means that the two sides do not agree
 * @param meaning one sentence: what it means; may be empty
 * @param action one sentence: what to do about it; may be empty
 */
public record Count(String key, long count, String label, boolean difference, String meaning, String action) {

	public Count {
		if (count < 0) {
			throw new IllegalArgumentException("there are " + count + " items with " + key);
		}
	}

	/**
	 * With the words that there are for a result.
	 * @throws IllegalArgumentException when there are none for it
	 */
	public static Count of(String key, long count) {
		KnownResult known = KnownResult.of(key)
			.orElseThrow(() -> new IllegalArgumentException("there are no words for the result " + key));
		return new Count(key, count, known.label(), known.bearing() == Bearing.DIFFERENCE, known.meaning(),
				known.action());
	}

	Bearing bearing() {
		return this.difference ? Bearing.DIFFERENCE
				: KnownResult.of(this.key)
					.map(KnownResult::bearing)
					.filter((bearing) -> bearing != Bearing.DIFFERENCE)
					.orElse(Bearing.AGREEMENT);
	}

}
