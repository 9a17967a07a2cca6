package dev.tickmark.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * {@code payable} and {@code quarantine}: the lines of a table in two files, every byte
 * of them as it was, with what stands above the first row in both.
 */
final class TableSplit implements ReportPart {

	private final List<String> names;

	private final LineCopy original;

	private final OutputStream payable;

	private final OutputStream quarantine;

	private final ReportPlan plan;

	/** Where the row that was read last goes; null before the first. */
	private @Nullable OutputStream current;

	private TableSplit(Unfinished files, List<String> names, InputStream original, Charset charset, ReportPlan plan)
			throws IOException {
		this.names = names;
		this.original = new LineCopy(original, charset);
		this.payable = plan.clearance().isHeld() ? OutputStream.nullOutputStream()
				: new BufferedOutputStream(files.create(names.getFirst()), 1 << 16);
		this.quarantine = new BufferedOutputStream(files.create(names.getLast()), 1 << 16);
		this.plan = plan;
	}

	/**
	 * Begins both files.
	 * @param ending that of their names
	 */
	static TableSplit of(Unfinished files, String ending, InputStream original, Charset charset, ReportPlan plan)
			throws IOException {
		return new TableSplit(files, List.of("payable" + ending, "quarantine" + ending), original, charset, plan);
	}

	@Override
	public void write(ResultLine line) throws IOException {
		if (!passOn(line.line())) {
			throw new IllegalStateException("the file that was kept has no line " + line.line());
		}
		this.current = this.plan.isPayable(line) ? this.payable : this.quarantine;
	}

	@Override
	public List<String> finish(RunSummary summary) throws IOException {
		passOn(Long.MAX_VALUE);
		this.payable.close();
		this.quarantine.close();
		return this.plan.clearance().isHeld() ? List.of(this.names.getLast()) : this.names;
	}

	private boolean passOn(long line) throws IOException {
		return this.original.copy(line,
				(this.current != null) ? List.of(this.current) : List.of(this.payable, this.quarantine));
	}

	@Override
	public void close() throws IOException {
		try (this.original; this.payable; this.quarantine) {
			// whatever happens with one of them
		}
	}

}
