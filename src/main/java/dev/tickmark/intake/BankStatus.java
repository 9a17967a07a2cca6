package dev.tickmark.intake;

import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Verdict;

/**
 * What a bank's report says of a transaction, of a payment or of the whole message.
 *
 * @param code the code for the verification where there is one, wherever it stood; else
 * the status as it came; where codes contradict each other, all of them
 * @param verdict what it means; null when it says nothing of a verification by itself,
 * like ACCP or RJCT, or RVCM, after which the transactions say what does not match
 */
public record BankStatus(String code, @Nullable Verdict verdict) {

	/** Further checks and another status follow. */
	static final String PENDING = "PDNG";

	/**
	 * What a status means together with its reasons.
	 * @param status the status itself
	 * @param codes what is decisive in it and in its reasons
	 * @param pending whether one of them is PDNG, which any code is better than
	 * @return null when there is neither status nor code
	 */
	static @Nullable BankStatus of(@Nullable String status, Set<VerificationCode> codes, boolean pending) {
		if (codes.size() == 1) {
			VerificationCode code = codes.iterator().next();
			return new BankStatus(code.name(), code.verdict());
		}
		if (codes.size() > 1) {
			return new BankStatus(codes.stream().map(Enum::name).collect(Collectors.joining(", ")), null);
		}
		if (pending) {
			return new BankStatus(PENDING, Verdict.PENDING);
		}
		VerificationCode group = VerificationCode.of(status);
		return (status != null) ? new BankStatus((group != null) ? group.name() : status, null) : null;
	}

	/** Whether it says what became of the verification. */
	public boolean isDecided() {
		return this.verdict != null;
	}

}
