package dev.tickmark.verification;

import java.util.List;

/** A run does not add up: the fault is ours, and no report is written. */
public class OutOfBalance extends Exception {

	private static final long serialVersionUID = 1;

	OutOfBalance(List<String> faults) {
		super("The run does not add up, so no report is written: " + String.join("; ", faults)
				+ ". This is a fault of Tickmark; nothing is lost, and the ledger has every answer.");
	}

}
