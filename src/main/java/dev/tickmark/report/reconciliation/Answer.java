package dev.tickmark.report.reconciliation;

import java.util.ArrayList;
import java.util.List;

/** What came of a reconciliation, for a reader with three seconds. */
record Answer(Bearing bearing, String headline, String detail) {

	static Answer of(Overview of) {
		return new Answer(bearing(of), headline(of), detail(of));
	}

	private static Bearing bearing(Overview of) {
		if (!of.agrees()) {
			return Bearing.DIFFERENCE;
		}
		return (of.items() == 0 || of.count(Bearing.OPEN) > 0) ? Bearing.OPEN : Bearing.AGREEMENT;
	}

	private static String headline(Overview of) {
		String items = PlainNumber.shown(of.items());
		long differences = of.differences();
		if (of.items() == 0) {
			return "There was nothing to compare.";
		}
		if (differences > 0) {
			return PlainNumber.shown(differences) + ((differences == 1) ? " difference in " : " differences in ")
					+ items + ".";
		}
		if (of.count(Bearing.AGREEMENT) < of.items()) {
			return "No differences in " + items + ".";
		}
		return (of.items() == 1) ? "The only one agrees." : "All " + items + " agree.";
	}

	private static String detail(Overview of) {
		List<String> parts = new ArrayList<>();
		if (of.count(Bearing.AGREEMENT) < of.items()) {
			add(parts, of.count(Bearing.AGREEMENT), "agrees", "agree");
		}
		add(parts, of.count(Bearing.CONCLUDED), "was open and is concluded now", "were open and are concluded now");
		add(parts, of.count(Bearing.OPEN), "is still open", "are still open");
		return parts.isEmpty() ? "" : String.join("; ", parts) + ".";
	}

	private static void add(List<String> parts, long count, String one, String many) {
		if (count > 0) {
			parts.add(PlainNumber.shown(count) + " " + ((count == 1) ? one : many));
		}
	}

}
