package dev.tickmark.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a bank's report says of one payment information of the message.
 *
 * @param id its id; null when there is none
 * @param status its status; null when there is none
 * @param originalPayments how many transactions were ordered in it
 * @param counted how many transactions it counts by status code; empty when it counts
 * none
 */
public record BankPart(@Nullable String id, @Nullable BankStatus status, @Nullable Long originalPayments,
		Map<String, Long> counted) {

	public BankPart {
		counted = Collections.unmodifiableMap(new LinkedHashMap<>(counted));
	}

}
