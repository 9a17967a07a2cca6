package dev.tickmark.verification;

import java.io.IOException;
import java.nio.file.Path;

/** A report cannot be written; the verdicts are in the ledger. */
public class ReportUnwritable extends Exception {

	private static final long serialVersionUID = 1;

	public ReportUnwritable(Path folder, IOException cause) {
		super("The report cannot be written to " + folder + " (" + cause.getClass().getSimpleName() + ": "
				+ cause.getMessage() + "). Make room there, or mend its permissions; the verdicts are kept, "
				+ "and writing them calls nobody.", cause);
	}

}
