package dev.tickmark.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Clearance;
import dev.tickmark.payee.Verdict;

/**
 * Streams the files of a run's report. They appear at the end and together, the summary
 * last: a folder that has a {@code summary.json} has a whole report. Until then an older
 * report stays as it is.
 */
public final class ReportWriter implements AutoCloseable {

	private final Unfinished files;

	private final CsvFile results;

	private final CsvFile rejected;

	private final CsvFile actions;

	private final ResultsFile resultsFile;

	private final RejectedFile rejectedFile;

	private final ActionsFile actionsFile;

	private final DuplicatesFile duplicates;

	private final List<ReportPart> parts = new ArrayList<>();

	/** Those that need the rows again, from when these come. */
	private final List<SecondPass> twice = new ArrayList<>();

	private final @Nullable PayableCount payable;

	private final Map<Verdict, Long> written = new EnumMap<>(Verdict.class);

	private ReportWriter(Unfinished files, ReportPlan plan) throws IOException {
		List<String> header = plan.header();
		this.files = files;
		this.results = new CsvFile(files.create(ResultsFile.NAME), plan.formulasHarmless());
		this.rejected = new CsvFile(files.create(RejectedFile.NAME), plan.formulasHarmless());
		this.actions = new CsvFile(files.createPrivate(ActionsFile.NAME), plan.formulasHarmless());
		this.resultsFile = new ResultsFile(this.results, header);
		this.rejectedFile = new RejectedFile(this.rejected);
		this.actionsFile = new ActionsFile(this.actions, header);
		this.duplicates = new DuplicatesFile(files, plan);
		this.payable = (plan.clearance() instanceof Clearance.NotNeeded) ? null : new PayableCount(plan);
	}

	/**
	 * Begins a report.
	 * @param folder where its files will be; made at the end
	 * @throws IOException when the folder beside it cannot be written to
	 */
	public static ReportWriter open(Path folder, ReportPlan plan) throws IOException {
		Unfinished files = Unfinished.beside(folder, "report");
		try {
			ReportWriter writer = new ReportWriter(files, plan);
			try {
				writer.parts.addAll(ReportParts.of(files, plan, writer.duplicates));
				return writer;
			}
			catch (IOException | RuntimeException ex) {
				writer.close();
				throw ex;
			}
		}
		catch (IOException | RuntimeException ex) {
			files.discard();
			throw ex;
		}
	}

	/** Adds a row; rows come in the order of the payee file. */
	public void write(ResultLine line) throws IOException {
		this.resultsFile.write(line);
		this.rejectedFile.write(line);
		this.actionsFile.write(line);
		for (ReportPart part : this.parts) {
			part.write(line);
		}
		if (this.payable != null) {
			this.payable.add(line);
		}
		this.written.merge(line.verdict(), 1L, Long::sum);
	}

	/**
	 * What can be paid, to be asked once, when all rows have passed; null when nobody has
	 * to release it.
	 */
	public @Nullable Payable payable() {
		return (this.payable != null) ? this.payable.finish() : null;
	}

	/**
	 * Whether something needs all rows a second time, before the report is finished; to
	 * be asked when they have passed.
	 */
	public boolean needsRowsAgain() {
		return this.parts.stream().anyMatch((part) -> part instanceof SecondPass second && second.wanted());
	}

	/** Says that all rows have passed and come once more. */
	public void beginAgain(RunSummary summary) throws IOException {
		for (ReportPart part : this.parts) {
			if (part instanceof SecondPass second && second.wanted()) {
				second.beginAgain(summary);
				this.twice.add(second);
			}
		}
	}

	/** Adds a row for the second time. */
	public void writeAgain(ResultLine line) throws IOException {
		for (SecondPass part : this.twice) {
			part.writeAgain(line);
		}
	}

	/**
	 * Adds the summary and puts the files in their place.
	 * @return what the payee file has more than once
	 * @throws IllegalStateException when the summary counts other rows than were written:
	 * there is no report then
	 */
	public Duplicates finish(RunSummary summary) throws IOException {
		summary.verdicts().forEach((verdict, count) -> {
			long found = this.written.getOrDefault(verdict, 0L);
			if (found != count) {
				throw new IllegalStateException(
						"the summary counts " + count + " rows with " + verdict + ", written were " + found);
			}
		});
		long rows = this.written.values().stream().mapToLong(Long::longValue).sum();
		if (rows != summary.rowsOut()) {
			throw new IllegalStateException("the summary counts " + summary.rowsOut() + " rows, written were " + rows);
		}
		this.results.close();
		this.rejected.close();
		this.actions.close();
		List<String> names = new ArrayList<>(List.of(ResultsFile.NAME, RejectedFile.NAME, ActionsFile.NAME));
		for (ReportPart part : this.parts) {
			names.addAll(part.finish(summary));
		}
		try (var out = this.files.create(SummaryFile.NAME)) {
			out.write(SummaryFile.content(summary, this.duplicates.counts()));
		}
		names.add(SummaryFile.NAME);
		this.files.publish(names, ReportParts.NAMES);
		return this.duplicates.counts();
	}

	/** Discards what is unfinished. */
	@Override
	public void close() throws IOException {
		try (this.results; this.rejected; this.actions) {
			for (ReportPart part : this.parts) {
				part.close();
			}
		}
		finally {
			this.files.discard();
		}
	}

}
