package dev.tickmark.verification;

import java.util.Set;

import org.springframework.stereotype.Component;

import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Runs;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Routing;
import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.JobDefinition;

/** Knows by which job definition a run goes. */
@Component
class RunDefinition {

	private final Runs runs;

	private final Set<ProviderName> providers;

	RunDefinition(Runs runs, Routing routing) {
		this.runs = runs;
		this.providers = Set.copyOf(routing.names());
	}

	/**
	 * Looks whether a definition names only providers that there are.
	 * @throws BadDefinition when it does not
	 */
	void check(JobDefinition job) throws BadDefinition {
		Definitions.read(job.name(), job.text(), this.providers);
	}

	/**
	 * The definition by which a run goes: the one with which its rows were taken in, or,
	 * before they were, the one that holds now.
	 */
	JobDefinition of(Run run, JobDefinition now, RunWatcher watcher) throws BadDefinition {
		String began = run.definition();
		if (now.text().equals(began)) {
			return now;
		}
		if (run.rows() == null) {
			this.runs.define(run.id(), now.text());
			return now;
		}
		if (began != null) {
			watcher.remarks("The job definition " + now.name() + " was changed since this run began; the run goes on as"
					+ " it began. With --again a new run would begin by the new one.");
		}
		return kept(run);
	}

	/**
	 * The definition that a run keeps.
	 * @throws BadDefinition when this version of the program cannot use it
	 */
	JobDefinition kept(Run run) throws BadDefinition {
		String began = run.definition();
		return (began != null) ? Definitions.read(run.key().job(), began, this.providers) : Definitions.own();
	}

}
