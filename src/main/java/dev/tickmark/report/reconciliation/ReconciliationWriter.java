package dev.tickmark.report.reconciliation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

import dev.tickmark.report.PageTemplate;
import dev.tickmark.report.Unfinished;

/**
 * Writes the files of a reconciliation's report. They appear at the end and together, the
 * summary last: a folder that has a {@code summary.json} has a whole report. Until then
 * an older report stays as it is.
 */
public final class ReconciliationWriter {

	static final String DIFFERENCES = "differences.csv";

	static final String ITEMS = "reconciliation.csv";

	static final String PAGE = "reconciliation.html";

	static final String SUMMARY = "summary.json";

	/** In the order in which they appear. */
	static final List<String> NAMES = List.of(DIFFERENCES, ITEMS, PAGE, SUMMARY);

	private ReconciliationWriter() {
	}

	/**
	 * Writes a report. Whatever the items throw comes out as it is, and nothing is
	 * written then.
	 * @param folder where its files will be; made at the end
	 * @param listing the items, each asked for once; memory holds few of them
	 * @throws IOException when the folder, or the one beside it, cannot be written to
	 * @throws IllegalStateException when the items are not as many as are counted: there
	 * is no report then
	 */
	public static void write(Path folder, Overview reconciliation, Listing listing) throws IOException {
		Unfinished files = Unfinished.beside(folder, "reconciliation");
		try {
			FirstDifferences first = new FirstDifferences();
			agree("differences", reconciliation.differences(),
					new ItemsFile(listing).write(files.create(DIFFERENCES), listing.differences(), first::add));
			agree("items", reconciliation.items(),
					new ItemsFile(listing).write(files.create(ITEMS), listing.all(), (_) -> {
					}));
			PageTemplate.write("reconciliation", new PageWords(reconciliation, listing, first).variables(),
					files.create(PAGE));
			try (OutputStream out = files.create(SUMMARY)) {
				out.write(SummaryWords.content(reconciliation));
			}
			files.publish(NAMES);
		}
		finally {
			files.discard();
		}
	}

	private static void agree(String what, long counted, long written) {
		if (counted != written) {
			throw new IllegalStateException("the counts make " + counted + " " + what + ", written were " + written);
		}
	}

}
