package dev.tickmark.intake;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Verdict;

/** What a bank's report has wrong in itself, as sentences. */
final class BankRemarks {

	private static final String ROWS_WIN = " What the transactions say counts.";

	private final PaymentRemarks remarks = new PaymentRemarks();

	void contradiction(BankPayment payment, BankStatus status) {
		this.remarks.add("Line " + payment.line() + ": transaction " + payment.number() + " has the codes "
				+ status.code() + ", which contradict each other; it has no verdict.");
	}

	void notUnderstood(long line) {
		this.remarks.add("Line " + line + ": a number of transactions by status (NbOfTxsPerSts) cannot be read; "
				+ "it is passed over.");
	}

	void notANumber(String element, String written) {
		this.remarks
			.addOnTheWhole(element + " is " + Shown.value(written) + ", which is no number; it is passed over.");
	}

	void tooManyParts(long more) {
		this.remarks.addOnTheWhole("There are " + more + " payment informations beyond the first "
				+ BankGroup.MOST_PARTS + "; their transactions are read, what is said of each as a whole is not kept.");
	}

	void undecided(long payments, long listed) {
		if (payments > 0) {
			this.remarks.addOnTheWhole(payments + " of " + Shown.count(listed, "listed transaction")
					+ " say nothing of the verification.");
		}
	}

	/** All counts and statuses only repeat that something is pending. */
	void onlyPending() {
		this.remarks.addOnTheWhole("It says of everything that it is pending (PDNG) and nothing else, "
				+ "so it may or may not be about the verification of payees.");
	}

	void statusOfMessage(@Nullable BankStatus status, BankCounts listed) {
		status("The message as a whole", true, status, listed);
	}

	void statusOfPart(@Nullable String id, @Nullable BankStatus status, BankCounts listed) {
		status("The payment information" + ((id != null) ? " \"" + Shown.text(id, 35) + "\"" : ""), false, status,
				listed);
	}

	/** Whether a status holds for what is listed below it. */
	private void status(String where, boolean whole, @Nullable BankStatus status, BankCounts listed) {
		if (status == null || status.verdict() != Verdict.MATCH) {
			return;
		}
		String others = listed.byStatus()
			.entrySet()
			.stream()
			.filter((entry) -> isException(entry.getKey()))
			.map((entry) -> entry.getValue() + " " + entry.getKey())
			.collect(Collectors.joining(", "));
		if (!others.isEmpty()) {
			String sentence = where + " says that all match (" + status.code()
					+ "), and the transactions listed there have " + Shown.text(others, 200) + "." + ROWS_WIN;
			if (whole) {
				this.remarks.addOnTheWhole(sentence);
			}
			else {
				this.remarks.add(sentence);
			}
		}
	}

	private static boolean isException(String code) {
		VerificationCode known = VerificationCode.of(code);
		return known != null && known != VerificationCode.RCVC && known != VerificationCode.RVCM;
	}

	/** Something should not match, and all that is told does. */
	void nothingFound(@Nullable BankStatus status, BankCounts counted, BankCounts listed, @Nullable Long payments) {
		if (status == null || !status.code().equals(VerificationCode.RVCM.name())) {
			return;
		}
		BankCounts whole = (payments != null && listed.total() >= payments) ? listed : counted;
		long matched = whole.of(VerificationCode.RCVC.name());
		if (matched > 0 && matched == whole.total()) {
			this.remarks.addOnTheWhole("The message as a whole has RVCM, something in it does not match, and all "
					+ matched + " transactions have RCVC." + ROWS_WIN);
		}
	}

	void counts(BankCounts group, BankCounts parts, boolean complete) {
		if (!group.isEmpty() && complete && !group.agreesWith(parts)) {
			this.remarks.addOnTheWhole("The message as a whole counts " + shown(group)
					+ ", its payment informations together " + shown(parts) + "; the counts of the whole are taken.");
		}
	}

	void listed(BankCounts counted, BankCounts listed) {
		// Who writes the codes as reasons counts by something else
		if (counted.byStatus().keySet().stream().allMatch((status) -> VerificationCode.of(status) == null)) {
			return;
		}
		for (VerificationCode code : VerificationCode.values()) {
			long told = counted.of(code.name());
			long found = listed.of(code.name());
			boolean wrong = (code == VerificationCode.RCVC) ? found > told : found != told;
			if (wrong) {
				this.remarks.addOnTheWhole("It counts " + told + " " + code + " and lists " + found + ".");
			}
		}
	}

	void total(BankCounts counted, long listed, @Nullable Long payments) {
		if (payments == null) {
			return;
		}
		if (!counted.isEmpty() && counted.total() != payments) {
			this.remarks.addOnTheWhole("The message has " + Shown.count(payments, "transaction")
					+ " (OrgnlNbOfTxs), and " + counted.total() + " are counted by status.");
		}
		if (listed > payments) {
			this.remarks.addOnTheWhole("The message has " + Shown.count(payments, "transaction")
					+ " (OrgnlNbOfTxs), and " + listed + " are listed.");
		}
	}

	private static String shown(BankCounts counts) {
		String all = counts.byStatus()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() > 0)
			.map(BankRemarks::shown)
			.collect(Collectors.joining(", "));
		return all.isEmpty() ? "nothing" : Shown.text(all, 200);
	}

	private static String shown(Map.Entry<String, Long> entry) {
		return entry.getValue() + " " + entry.getKey();
	}

	List<String> sentences() {
		return this.remarks.sentences();
	}

}
