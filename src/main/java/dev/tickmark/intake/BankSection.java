package dev.tickmark.intake;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Gathers what a report says of a whole: of the message or of a payment information. */
final class BankSection {

	private final BankValue status;

	private final BankValue reason;

	private final Map<BankValue, String> values = new EnumMap<>(BankValue.class);

	/** What decides in the status and in its reasons. */
	private final Set<VerificationCode> codes = VerificationCode.none();

	private final BankCounts counts = new BankCounts();

	private boolean pending;

	private boolean mismatch;

	BankSection(BankValue status, BankValue reason) {
		this.status = status;
		this.reason = reason;
	}

	/** Of what repeats and is no reason, the first is kept. */
	void keep(BankValue value, String written) {
		if (value == this.status || value == this.reason) {
			VerificationCode code = VerificationCode.of(written);
			if (code != null && code.verdict() != null) {
				this.codes.add(code);
			}
			this.mismatch |= code == VerificationCode.RVCM;
			this.pending |= written.equals(BankStatus.PENDING);
		}
		this.values.putIfAbsent(value, written);
	}

	/** A counter ends; whether it could be understood. */
	boolean count(BankValue counted, BankValue number) {
		return this.counts.add(this.values.remove(counted), this.values.remove(number));
	}

	@Nullable BankStatus status() {
		if (this.mismatch && this.codes.isEmpty()) {
			return new BankStatus(VerificationCode.RVCM.name(), null);
		}
		return BankStatus.of(this.values.get(this.status), this.codes, this.pending);
	}

	@Nullable String get(BankValue value) {
		return this.values.get(value);
	}

	BankCounts counts() {
		return this.counts;
	}

}
