package dev.tickmark.story;

import java.util.ArrayList;
import java.util.List;

import dev.tickmark.payee.AcceptedMatch;
import dev.tickmark.report.ClearanceText;
import dev.tickmark.verification.Explained;

/** Whether a row may be paid, and who has decided that, as sentences. */
final class PaymentLines {

	private PaymentLines() {
	}

	static List<String> of(Explained.Payment payment) {
		List<String> said = new ArrayList<>();
		AcceptedMatch accepted = payment.accepted();
		if (!payment.payable()) {
			said.add("It is not in the payable half.");
			return said;
		}
		said.add((accepted != null) ? "It is in the payable half, although it is a CLOSE_MATCH: "
				: "It is in the payable half, by its verdict.");
		if (accepted != null) {
			said.add(PlainText.of(accepted.by()) + " accepted this answer for this payee "
					+ Moments.seconds(accepted.at()) + ", until " + Moments.seconds(accepted.until()) + ": \""
					+ PlainText.of(accepted.comment()) + "\"");
		}
		String release = ClearanceText.of(payment.clearance());
		said.add(release.isEmpty() ? "Nobody has to release that half: the job does not ask for it."
				: PlainText.of(release));
		return said;
	}

}
