package dev.tickmark.benchmark;

import org.jspecify.annotations.Nullable;

/**
 * Very many rows in and out, with little memory and without a call: half of them for
 * Banfico, half for PaySway, every question another. The run's deadline has passed before
 * its intake is over, so that it goes straight on to its balance and its report, as a
 * night does that has run out of time. So intake does all it ever does; the report says
 * of each row that it was not asked yet, and is shorter by what an answer says.
 */
final class IntakeAndReport implements BenchmarkCase {

	private static final double ROWS_PER_SECOND = 100_000;

	private final String letter;

	private final int rows;

	private @Nullable Passing measured;

	IntakeAndReport(String letter, int rows) {
		this.letter = letter;
		this.rows = rows;
	}

	@Override
	public void measure(Results results) throws Exception {
		Passing passing = Passing.of(this.letter, this.rows, true);
		this.measured = passing;
		Measurement intake = Measurement.of(this.letter, "intake", passing.rowsPerSecond(passing.steps().intake()),
				"rows/s");
		Measurement report = Measurement.of(this.letter, "report", passing.rowsPerSecond(passing.steps().report()),
				"rows/s");
		Psql copy = passing.copy();
		if (copy != null) {
			intake = intake.against("COPY by psql", passing.rowsPerSecond(copy.in()));
			report = report.against("COPY by psql", passing.rowsPerSecond(copy.out()));
		}
		else {
			results.remark(this.letter, "psql is not on the path: nothing to compare with");
		}
		results.add(intake.atLeast(ROWS_PER_SECOND));
		results.add(report.atLeast(ROWS_PER_SECOND));
		results.add(Measurement.of(this.letter, "balance", passing.rowsPerSecond(passing.steps().balance()), "rows/s"));
		results.add(Measurement.of(this.letter, "heap, most left by a collection", passing.heap().after(), "MB")
			.against("-Xmx512m", 512));
		results.add(Measurement.of(this.letter, "heap, most before a collection", passing.heap().before(), "MB")
			.against("-Xmx512m", 512));
		results.remark(this.letter, "steps: " + passing.steps());
		results.detail(this.letter, "run", passing);
	}

	/** How so many rows pass; those of the case itself are not passed again. */
	Passing of(String name, int count) throws Exception {
		Passing known = this.measured;
		return (known != null && known.rows() == count) ? known : Passing.of(name, count, false);
	}

}
