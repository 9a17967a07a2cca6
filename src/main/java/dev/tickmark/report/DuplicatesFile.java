package dev.tickmark.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Sharing;

/**
 * {@code duplicates.csv}: the rows that have their payee in common, and those that have
 * their reference in common with another payee, each with the line of the first. It is
 * not written when there are none. Whether a reference is another payee's, too, is known
 * only after the last row: where one is, the rows pass twice.
 */
final class DuplicatesFile implements ReportPart, SecondPass {

	static final String NAME = "duplicates.csv";

	static final List<String> OURS = List.of("line", "first_line", "duplicate", "reason");

	private static final String SAME_PAYEE = "SAME_PAYEE";

	private static final String SAME_REFERENCE = "SAME_REFERENCE";

	/** True whether somebody was asked already, or the answer was there before. */
	private static final String CHECKED_ONCE = "; it is checked once for all of them.";

	private final Unfinished files;

	private final ReportPlan plan;

	private final RowKeys keys;

	private final References references = new References();

	private @Nullable AmbiguousReferences ambiguous;

	private long samePayeeRows;

	private boolean passedTwice;

	private @Nullable CsvFile out;

	DuplicatesFile(Unfinished files, ReportPlan plan) {
		this.files = files;
		this.plan = plan;
		this.keys = new RowKeys(new Cells(plan.positions(), plan.decimal()));
	}

	@Override
	public void write(ResultLine line) throws IOException {
		this.samePayeeRows += writeSamePayee(line) ? 1 : 0;
		Long reference = this.keys.reference(line);
		if (reference != null) {
			this.references.add(reference, this.keys.payee(line));
		}
	}

	/** What there is, when all rows have passed once. */
	Duplicates counts() {
		return new Duplicates(this.samePayeeRows, ambiguous().rows());
	}

	private AmbiguousReferences ambiguous() {
		AmbiguousReferences known = this.ambiguous;
		if (known == null) {
			known = this.references.ambiguous();
			this.ambiguous = known;
		}
		return known;
	}

	@Override
	public boolean wanted() {
		return ambiguous().rows() > 0;
	}

	@Override
	public void beginAgain(RunSummary summary) throws IOException {
		this.passedTwice = true;
		if (this.out != null) {
			// it has the one kind, and rows that have both come between
			this.out.close();
			this.out = null;
			this.files.drop(NAME);
		}
	}

	@Override
	public void writeAgain(ResultLine line) throws IOException {
		writeSamePayee(line);
		Long reference = this.keys.reference(line);
		if (reference != null) {
			AmbiguousReferences.Clash clash = ambiguous().next(line.line(), reference, this.keys.payee(line));
			if (clash != null) {
				print(line, clash.firstLine(), SAME_REFERENCE, reason(clash));
			}
		}
	}

	private boolean writeSamePayee(ResultLine line) throws IOException {
		Sharing sharing = line.sharing();
		if (sharing == null || !sharing.isShared()) {
			return false;
		}
		Long first = sharing.firstLine();
		print(line, (first != null) ? first : line.line(), SAME_PAYEE, reason(sharing));
		return true;
	}

	private static String reason(Sharing sharing) {
		return (sharing.firstLine() != null) ? "The same payee as in line " + sharing.firstLine() + CHECKED_ONCE
				: "The same payee is also in " + otherLines(sharing.rows() - 1) + CHECKED_ONCE;
	}

	private static String reason(AmbiguousReferences.Clash clash) {
		String what = (clash.others() > 0)
				? "The same reference is also in " + otherLines(clash.others()) + ", with other details of the payee."
				: "The same reference as in line " + clash.firstLine() + ", with other details of the payee.";
		return what + " Find out which is right before you pay.";
	}

	private static String otherLines(long count) {
		return (count == 1) ? "1 other line" : count + " other lines";
	}

	private void print(ResultLine line, long firstLine, String word, String reason) throws IOException {
		if (this.out == null) {
			this.out = new CsvFile(this.files.create(NAME), this.plan.formulasHarmless());
			List<String> names = new ArrayList<>(OURS);
			names.addAll(ResultCells.renamed(this.plan.header(), OURS));
			this.out.print(names);
		}
		List<String> record = new ArrayList<>(
				List.of(Long.toString(line.line()), Long.toString(firstLine), word, reason));
		record.addAll(ResultCells.fields(line, this.plan.header().size()));
		this.out.print(record);
	}

	@Override
	public List<String> finish(RunSummary summary) throws IOException {
		if (wanted() && !this.passedTwice) {
			throw new IllegalStateException("the rows have to pass twice: a reference stands for several payees");
		}
		if (this.out == null) {
			return List.of();
		}
		this.out.close();
		return List.of(NAME);
	}

	@Override
	public void close() throws IOException {
		if (this.out != null) {
			this.out.close();
		}
	}

}
