package dev.tickmark.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.tickmark.report.payment.Half;
import dev.tickmark.report.workbook.ResultsWorkbook;

/** Begins the files that a report consists of besides the results. */
final class ReportParts {

	/** All that a report may have: an older one may have had what this one has not. */
	static final Set<String> NAMES = Set.of("payable.csv", "quarantine.csv", "payable.txt", "quarantine.txt",
			PaymentFiles.name(Half.PAYABLE), PaymentFiles.name(Half.QUARANTINE), PaymentFiles.STATUS_NAME,
			ResultsWorkbook.NAME, PageFile.NAME, DuplicatesFile.NAME);

	private ReportParts() {
	}

	static List<ReportPart> of(Unfinished files, ReportPlan plan, DuplicatesFile duplicates) throws IOException {
		List<ReportPart> parts = new ArrayList<>(List.of(duplicates));
		try {
			begin(files, plan, duplicates, parts);
			return parts;
		}
		catch (IOException | RuntimeException ex) {
			for (ReportPart part : parts) {
				part.close();
			}
			throw ex;
		}
	}

	private static void begin(Unfinished files, ReportPlan plan, DuplicatesFile duplicates, List<ReportPart> parts)
			throws IOException {
		Set<ReportKind> kinds = plan.kinds();
		if (kinds.contains(ReportKind.WORKBOOK)) {
			parts.add(new WorkbookFile(files, plan));
		}
		if (kinds.contains(ReportKind.PAGE)) {
			parts.add(new PageFile(files, plan, duplicates));
		}
		switch (plan.original()) {
			case ReportPlan.Original.Payments payments -> {
				if (kinds.contains(ReportKind.SPLIT) || kinds.contains(ReportKind.STATUS)) {
					parts.add(new PaymentFiles(files, plan, payments.opener()));
				}
			}
			case ReportPlan.Original.Text text -> {
				if (kinds.contains(ReportKind.SPLIT)) {
					parts.add(TableSplit.of(files, text.ending(), text.opener().open(), text.charset(), plan));
				}
			}
			case ReportPlan.Original.Fields _ -> {
				if (kinds.contains(ReportKind.SPLIT)) {
					parts.add(new CellsSplit(files, plan));
				}
			}
		}
	}

}
