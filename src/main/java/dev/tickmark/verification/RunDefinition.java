package dev.tickmark.verification;

import java.util.Set;

import org.springframework.stereotype.Component;

import dev.tickmark.ledger.Run;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Routing;
import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.JobDefinition;

/** Knows by which job definition a run goes. */
@Component
class RunDefinition {

	private static final String FOUR_EYES = "four-eyes";

	private final Set<ProviderName> providers;

	private final RecheckSettings recheck;

	RunDefinition(Routing routing, RecheckSettings recheck) {
		this.providers = Set.copyOf(routing.names());
		this.recheck = recheck;
	}

	/**
	 * Looks whether a definition can be used here: with these providers, and beside the
	 * settings.
	 * @throws BadDefinition when it cannot
	 */
	void check(JobDefinition job) throws BadDefinition {
		Definitions.read(job.name(), job.text(), this.providers);
		requireRecheck(job);
	}

	/**
	 * The definition that a run keeps, if it can be used here.
	 * @throws BadDefinition when it cannot
	 */
	JobDefinition usable(Run run) throws BadDefinition {
		JobDefinition job = kept(run);
		requireRecheck(job);
		return job;
	}

	private void requireRecheck(JobDefinition job) throws BadDefinition {
		try {
			recheck(job);
		}
		catch (IllegalArgumentException ex) {
			throw job.wrong("recheck." + ex.getMessage() + ", beside the settings tickmark.recheck.*");
		}
	}

	/** When the rechecks of a job are due. */
	RecheckSettings recheck(JobDefinition job) {
		return this.recheck.with(job.recheck());
	}

	/**
	 * The definition by which a run goes: the one with which its rows were taken in, or,
	 * before they were, the one that holds now.
	 */
	JobDefinition of(Run run, JobDefinition now) throws BadDefinition {
		return (run.rows() == null || now.text().equals(run.definition())) ? now : kept(run);
	}

	/** Tells when a run goes by another definition than the one that holds now. */
	static void tell(Run run, JobDefinition now, RunWatcher watcher) {
		String began = run.definition();
		if (run.rows() != null && began != null && !began.equals(now.text())) {
			watcher.remarks("The job definition " + now.name() + " was changed since this run began: it reads, asks and"
					+ " reports by the one it began with. With --again a new run would begin by the new one.");
		}
	}

	/**
	 * The definition that a run keeps; where this version cannot make sense of it any
	 * more, what holds by default.
	 */
	JobDefinition keptOrOwn(Run run) {
		try {
			return kept(run);
		}
		catch (BadDefinition _) {
			return Definitions.own();
		}
	}

	/**
	 * Whether a second person has to release what can be paid of a run. Where this
	 * version cannot make sense of its definition, the word is enough.
	 */
	boolean isFourEyes(Run run) {
		try {
			return kept(run).fourEyes();
		}
		catch (BadDefinition _) {
			return String.valueOf(run.definition()).contains(FOUR_EYES);
		}
	}

	/**
	 * The definition that a run keeps.
	 * @throws BadDefinition when this version of the program cannot use it
	 */
	JobDefinition kept(Run run) throws BadDefinition {
		String began = run.definition();
		return (began == null) ? Definitions.own() : Definitions.kept(run.key().job(),
				"the job definition that run " + run.id() + " keeps", began, this.providers);
	}

}
