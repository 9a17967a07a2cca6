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
			words.add("result " + line.result() + ", here " + ((call.verdict() != null) ? call.verdict() : "PENDING"));
		}
		if (line.priceDiffers() && line.price() != null && price != null) {
			words.add("price " + line.price().toPlainString() + ", agreed " + price.toPlainString());
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
