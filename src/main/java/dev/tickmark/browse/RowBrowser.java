package dev.tickmark.browse;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Service;

import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.browse.ListedRow;
import dev.tickmark.ledger.browse.RowFilter;
import dev.tickmark.ledger.browse.RowList;
import dev.tickmark.ledger.browse.RowMix;
import dev.tickmark.ledger.browse.RowOrder;
import dev.tickmark.ledger.browse.RowPage;
import dev.tickmark.payee.Verdict;
import dev.tickmark.verification.RunColumns;

/** Looks at the rows of a run, page by page. A run that goes on shows what is known. */
@Service
public class RowBrowser {

	private final RowList rows;

	private final Mixes mixes;

	private final Readiness readiness;

	private final RunColumns columns;

	RowBrowser(RowList rows, Mixes mixes, Readiness readiness, RunColumns columns) {
		this.rows = rows;
		this.mixes = mixes;
		this.readiness = readiness;
		this.columns = columns;
	}

	/** A page of the rows that a filter lets through. */
	public Looked look(Run run, RowFilter filter, RowPage page) {
		Optional<String> why = notReady(run);
		if (why.isPresent()) {
			return new Looked.NotNow(why.get());
		}
		try {
			PayeeCells cells = new PayeeCells(this.columns.of(run));
			List<ShownRow> shown = this.rows.page(run.id(), filter, page)
				.stream()
				.map((row) -> shown(row, cells))
				.toList();
			RowMix.Counts mix = this.mixes.of(run);
			long found = canBeAdded(filter) ? added(mix, filter)
					: isAll(page, shown) ? page.skipped() + shown.size() : this.rows.count(run.id(), filter);
			boolean more = !canBeAdded(filter) && found > RowList.MOST_COUNTED;
			return new Looked.Rows(shown, more ? RowList.MOST_COUNTED : found, more, mix);
		}
		catch (QueryTimeoutException _) {
			return new Looked.NotNow("The database is too busy to look through this run in a few seconds. Look for"
					+ " less, or try again in a minute; what runs goes on.");
		}
	}

	/** One row of a run that is ready, by its number in the file. */
	public Optional<ShownRow> find(Run run, long row) {
		PayeeCells cells = new PayeeCells(this.columns.of(run));
		return this.rows.page(run.id(), RowFilter.NONE, RowPage.after(RowOrder.LINE, false, Math.max(row, 1) - 1, 1))
			.stream()
			.filter((found) -> found.number() == row)
			.map((found) -> shown(found, cells))
			.findFirst();
	}

	/**
	 * Hands over all rows of a run that is ready which a filter lets through, in the
	 * order of the file.
	 */
	public void each(Run run, RowFilter filter, Consumer<ShownRow> reader) {
		PayeeCells cells = new PayeeCells(this.columns.of(run));
		this.rows.each(run.id(), filter, (row) -> reader.accept(shown(row, cells)));
	}

	/** Why its rows cannot be looked at yet, in a sentence; empty when they can. */
	public Optional<String> notReady(Run run) {
		if (run.rows() == null) {
			return Optional.of("Run " + run.id() + " has not read its file yet. Its rows are here when it has.");
		}
		return this.readiness.await(run) ? Optional.empty()
				: Optional.of("The rows of this run are being put in order, which is done once and takes a while for a"
						+ " large file. Ask again in a few seconds.");
	}

	private static ShownRow shown(ListedRow row, PayeeCells cells) {
		List<String> fields = row.fields();
		return new ShownRow(row, cells.reference(fields), cells.name(fields), cells.shown(fields));
	}

	/** Whether nothing comes after these: then they need not be looked for once more. */
	private static boolean isAll(RowPage page, List<ShownRow> shown) {
		return page.side() == RowPage.Side.FROM_START && shown.size() < page.size()
				&& (!shown.isEmpty() || page.skipped() == 0);
	}

	/** Whether what there is in the run says how many rows it lets through. */
	private static boolean canBeAdded(RowFilter filter) {
		return filter.text().isEmpty() && filter.reasonCode() == null;
	}

	private static long added(RowMix.Counts mix, RowFilter filter) {
		return mix.parts()
			.stream()
			.filter((part) -> filter.verdict() == null || part.verdict() == filter.verdict())
			.filter((part) -> filter.provider() == null || filter.provider().equals(part.provider()))
			.filter((part) -> filter.open() == null || filter.open() == isOpen(part.verdict()))
			.filter((part) -> filter.nameMatch() == null || Objects.equals(filter.nameMatch(), part.nameMatch()))
			.mapToLong(RowMix.Part::rows)
			.sum();
	}

	private static boolean isOpen(Verdict verdict) {
		return !verdict.isFinal();
	}

}
