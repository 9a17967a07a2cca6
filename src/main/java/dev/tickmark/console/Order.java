package dev.tickmark.console;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.verification.definition.Deadline;
import dev.tickmark.verification.definition.JobDefinition;
import dev.tickmark.verification.VerifyCommand;

/** What the command line asks for, before the settings are known. */
record Order(PayeeFile file, JobDefinition job, @Nullable Path reports, @Nullable Deadline deadline, boolean sandbox,
		boolean again) {

	/** Where reports go when nothing else is said, in tickmark.home. */
	static final String REPORTS = "reports";

	VerifyCommand command(Path home) {
		Path folder = (this.reports != null) ? this.reports : this.job.reports().folderOr(home.resolve(REPORTS));
		return new VerifyCommand(this.file, this.job, folder, this.deadline, this.sandbox, this.again);
	}

}
