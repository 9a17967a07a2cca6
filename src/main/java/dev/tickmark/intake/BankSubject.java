package dev.tickmark.intake;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Finds out whether a status report is about the verification of payees at all. */
final class BankSubject {

	private boolean verification;

	private boolean pending;

	private boolean other;

	void add(@Nullable BankStatus status) {
		if (status != null) {
			add(status.code());
		}
	}

	void add(BankCounts counts) {
		for (Map.Entry<String, Long> entry : counts.byStatus().entrySet()) {
			// A bank may count what it has none of
			if (entry.getValue() > 0 || VerificationCode.of(entry.getKey()) != null) {
				add(entry.getKey());
			}
		}
	}

	private void add(String code) {
		if (VerificationCode.of(code) != null) {
			this.verification = true;
		}
		else if (code.equals(BankStatus.PENDING)) {
			this.pending = true;
		}
		else {
			this.other = true;
		}
	}

	/**
	 * Whether it may be: a verification that has but begun has no other code than PDNG.
	 */
	boolean isVerification() {
		return this.verification || isOnlyPending();
	}

	boolean isOnlyPending() {
		return this.pending && !this.verification && !this.other;
	}

}
