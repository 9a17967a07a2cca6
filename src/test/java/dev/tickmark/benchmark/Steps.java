package dev.tickmark.benchmark;

import java.sql.SQLException;
import java.time.Duration;

/**
 * How long each step of a run took, by Spring Batch's own record.
 *
 * @param all from the beginning of the first to the end of the last
 */
record Steps(Duration intake, Duration verify, Duration recheck, Duration balance, Duration report, Duration all) {

	/** Those of the latest run. */
	static Steps of(Ledger ledger) throws SQLException {
		return new Steps(ledger.step("intake"), ledger.step("verify"), ledger.step("recheck"), ledger.step("balance"),
				ledger.step("report"), ledger.job());
	}

	@Override
	public String toString() {
		return "intake " + seconds(this.intake) + ", verify " + seconds(this.verify) + ", recheck "
				+ seconds(this.recheck) + ", balance " + seconds(this.balance) + ", report " + seconds(this.report);
	}

	private static String seconds(Duration duration) {
		return Figure.of(Figure.seconds(duration)) + " s";
	}

}
