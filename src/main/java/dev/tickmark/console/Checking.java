package dev.tickmark.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.tickmark.ledger.RunCheck;
import dev.tickmark.ledger.RunChecks;

/** Checks runs, one after the other, and says what came of it. */
final class Checking {

	/** More numbers than these are not told once more at the end. */
	private static final int MOST_NAMED = 20;

	private final RunChecks checks;

	private final Screen screen;

	private final List<Long> faulty = new ArrayList<>();

	private int checked;

	Checking(RunChecks checks, Screen screen) {
		this.checks = checks;
		this.screen = screen;
	}

	/**
	 * Checks a run.
	 * @return whether there is one of this number
	 */
	boolean check(long run) {
		Optional<RunCheck> found = this.checks.check(run, AmountPlaces::of);
		found.ifPresent((check) -> {
			CheckLines.of(check).forEach(this.screen::say);
			this.checked++;
			if (!check.addsUp()) {
				this.faulty.add(run);
			}
		});
		return found.isPresent();
	}

	/**
	 * Says what came of all of them.
	 * @return the exit code
	 */
	int end() {
		this.screen.say(summary(this.checked, this.faulty));
		return this.faulty.isEmpty() ? ExitCode.COMPLETE : ExitCode.DIFFERENCES;
	}

	static String summary(int checked, List<Long> faulty) {
		String runs = checked + ((checked == 1) ? " run checked, " : " runs checked, ");
		if (faulty.isEmpty()) {
			return runs + ((checked == 1) ? "it adds up." : "all add up.");
		}
		String named = faulty.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
		int more = faulty.size() - MOST_NAMED;
		return runs + faulty.size() + ((faulty.size() == 1) ? " does" : " do") + " not add up: run"
				+ ((faulty.size() == 1) ? " " : "s ") + named + ((more > 0) ? " and " + more + " more" : "") + ".";
	}

}
