package dev.tickmark.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Clearance;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Verdict;

/**
 * What a report consists of.
 *
 * @param header the names of the payee file's columns, as written
 * @param positions where the columns are that mean something, counted from 0
 * @param decimal the decimal separator of amounts; null when nobody said
 * @param original what is left of the payee file itself
 * @param kinds what is written besides the results
 * @param payable the verdicts with which a row may be paid
 * @param formulasHarmless whether cells that begin like a formula are made harmless
 * @param clearance whether what can be paid may be handed out
 */
public record ReportPlan(List<String> header, Map<Column, Integer> positions, @Nullable Character decimal,
		Original original, Set<ReportKind> kinds, Set<Verdict> payable, boolean formulasHarmless, Clearance clearance) {

	public ReportPlan {
		header = List.copyOf(header);
		positions = Map.copyOf(positions);
		kinds = Set.copyOf(kinds);
		payable = Set.copyOf(payable);
	}

	/** One whose payable half nobody has to release. */
	public ReportPlan(List<String> header, Map<Column, Integer> positions, @Nullable Character decimal,
			Original original, Set<ReportKind> kinds, Set<Verdict> payable, boolean formulasHarmless) {
		this(header, positions, decimal, original, kinds, payable, formulasHarmless, new Clearance.NotNeeded());
	}

	/** Whether a row can be paid: by its verdict, or because a person has accepted it. */
	boolean isPayable(ResultLine line) {
		return this.payable.contains(line.verdict()) || line.accepted() != null;
	}

	/** With more than this. */
	public ReportPlan with(Collection<ReportKind> more) {
		Set<ReportKind> all = new HashSet<>(this.kinds);
		all.addAll(more);
		return new ReportPlan(this.header, this.positions, this.decimal, this.original, all, this.payable,
				this.formulasHarmless, this.clearance);
	}

	/** A payee file, as far as it can be had again. */
	public sealed interface Original {

		/**
		 * A text of lines.
		 *
		 * @param ending the ending of the names of files like it, such as {@code .csv}
		 */
		record Text(Opener opener, Charset charset, String ending) implements Original {

		}

		/** A payment file, pain.001. */
		record Payments(Opener opener) implements Original {

		}

		/** Nothing but the fields of its rows. */
		record Fields() implements Original {

		}

	}

	/** Opens the payee file, as often as it is needed. */
	@FunctionalInterface
	public interface Opener {

		InputStream open() throws IOException;

	}

}
