package dev.tickmark.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.StatementItem;
import dev.tickmark.ledger.StatementResult;

/** What differs between a line of a statement and the journal, in words. */
final class StatementWords {

	private StatementWords() {
	}

	/** Empty when nothing does. */
	static String difference(StatementItem item, @Nullable BigDecimal price) {
		List<String> words = new ArrayList<>();
		StatementItem.Line line = item.entry();
		StatementItem.Charged call = item.charged();
		if (line == null) {
			return (call != null) ? withoutLine(call) : "";
		}
		if (line.problem() != null) {
			return line.problem();
		}
		if (item.result() == StatementResult.OUTSIDE_PERIOD) {
			words.add(
					line.inPeriod() ? "the call was made outside the period" : "the line's time is outside the period");
		}
		if (line.resultDiffers() && call != null) {
			words.add(((line.result() != null) ? "result " + line.result() : "no result") + ", here "
					+ ((call.verdict() != null) ? call.verdict() : "PENDING"));
		}
		if (line.priceDiffers() && call != null && price != null) {
			words.add(((line.price() != null) ? "price " + line.price().toPlainString() : "no price") + ", agreed "
					+ price.toPlainString());
		}
		if (line.price() != null && line.price().signum() < 0) {
			words.add("given back");
		}
		if (item.result() == StatementResult.CHARGED_TWICE) {
			words.add("another line charges the same call");
		}
		return String.join("; ", words);
	}

	private static String withoutLine(StatementItem.Charged call) {
		return "called " + Folder.cell(call.sentAt()) + " in run " + call.run()
				+ ((call.reference() != null) ? ", " + call.reference() : "")
				+ (call.atEdge() ? "; at the edge of the period: it may be on the statement before or after" : "");
	}

}
