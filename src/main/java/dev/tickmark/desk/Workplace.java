package dev.tickmark.desk;

import java.nio.file.Path;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.JobDefinition;

/** What holds for all that this process does for people. */
@Component
public class Workplace {

	private final Path reports;

	private final boolean sandbox;

	private final DeskSettings settings;

	private final Definitions definitions = Definitions.here();

	Workplace(@Value("${tickmark.home:./.tickmark}/reports") Path reports,
			@Value("${tickmark.serve.sandbox:false}") boolean sandbox, DeskSettings settings) {
		this.settings = settings;
		this.reports = reports;
		this.sandbox = sandbox;
	}

	/** Whether the sandbox answers what is asked here. */
	public boolean sandbox() {
		return this.sandbox;
	}

	/** The names of the definitions that people may choose. */
	public List<String> jobs() {
		return this.definitions.names().stream().filter(this::mayBeChosen).toList();
	}

	/**
	 * A definition of payee files.
	 * @throws BadDefinition when there is none of this name, or it cannot be used, or
	 * people may not choose it
	 */
	public JobDefinition job(String name) throws BadDefinition {
		JobDefinition job = this.definitions.find(name);
		if (!mayBeChosen(name)) {
			throw job.wrong("people may not choose this job here; they may choose "
					+ String.join(", ", this.settings.jobs()) + " (tickmark.desk.jobs).");
		}
		job.requirePayees();
		return job;
	}

	private boolean mayBeChosen(String name) {
		return this.settings.jobs().isEmpty() || this.settings.jobs().contains(name);
	}

	/** Where the reports of its runs go. */
	Path reports(JobDefinition job) {
		return job.reports().folderOr(this.reports);
	}

}
