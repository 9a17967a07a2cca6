package dev.tickmark.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Begins the files that a report consists of besides the results. */
final class ReportParts {

	private ReportParts() {
	}

	static List<ReportPart> of(Unfinished files, ReportPlan plan) throws IOException {
		List<ReportPart> parts = new ArrayList<>();
		// in the order of the kinds: what fails first is the same each time
		for (ReportKind kind : ReportKind.values()) {
			if (!plan.kinds().contains(kind)) {
				continue;
			}
			switch (kind) {
				case SPLIT -> parts.add(split(files, plan));
				case PAGE -> parts.add(new PageFile(files, plan));
				case WORKBOOK, STATUS, DUPLICATES -> {
					// not yet
				}
			}
		}
		return parts;
	}

	private static ReportPart split(Unfinished files, ReportPlan plan) throws IOException {
		return switch (plan.original()) {
			case ReportPlan.Original.Text text ->
				TableSplit.of(files, text.ending(), text.opener().open(), text.charset(), plan.payable());
			case ReportPlan.Original.Fields _ -> new CellsSplit(files, plan.header(), plan.payable());
			case ReportPlan.Original.Payments _ -> throw new IllegalStateException("payments cannot be split yet");
		};
	}

}
