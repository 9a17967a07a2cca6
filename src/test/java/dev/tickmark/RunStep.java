package dev.tickmark;

import java.util.Locale;

/** What a run is doing, in this order. */
enum RunStep {

	/**
	 * From the process's first moment, the taking up of what an earlier one left
	 * included.
	 */
	START_UP, INTAKE, VERIFY, RECHECK, BALANCE,
	/** Until the end of the process. */
	REPORT;

	/** The step of this name in Spring Batch's words. */
	static RunStep named(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT));
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
