package dev.tickmark.desk;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tickmark.intake.Glance;
import dev.tickmark.intake.PayeeFile;
import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.ledger.DatabaseTrouble;
import dev.tickmark.ledger.desk.Upload;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.payee.Column;
import dev.tickmark.provider.Misconfigured;
import dev.tickmark.verification.DryRun;
import dev.tickmark.verification.VerifyCommand;
import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.ColumnChoice;
import dev.tickmark.verification.definition.Deadline;
import dev.tickmark.verification.definition.JobDefinition;

/** Looks at uploads before anything is done with them; it calls nobody. */
@Component
public class Looking {

	/** So many rows that would be rejected are told one by one. */
	public static final int REJECTIONS = 200;

	private final DryRun dryRun;

	private final Choices choices;

	private final Workplace workplace;

	private final Forecasts forecasts;

	private final Clock clock = Clock.systemUTC();

	Looking(DryRun dryRun, Choices choices, Workplace workplace, Forecasts forecasts) {
		this.dryRun = dryRun;
		this.choices = choices;
		this.workplace = workplace;
		this.forecasts = forecasts;
	}

	/**
	 * Looks at the beginning of one.
	 * @param said which column is which; null when the person has not said
	 */
	public Look look(Upload upload, JobDefinition job, @Nullable Map<Integer, Column> said) {
		return look(upload, job, said, true);
	}

	/**
	 * Looks at the beginning of one for a program: what a person has said of another file
	 * with the same header would be no part of what the program was promised.
	 */
	public Look lookForAProgram(Upload upload, JobDefinition job) {
		return look(upload, job, null, false);
	}

	private Look look(Upload upload, JobDefinition job, @Nullable Map<Integer, Column> said, boolean remembering) {
		Glance glance;
		try {
			glance = Glance.at(upload.path(), job.input());
		}
		catch (UnreadableFile ex) {
			return new Look.Unreadable(upload, sentence(upload, ex));
		}
		List<String> header = glance.layout().header();
		Optional<Choices.Remembered> before = remembering ? this.choices.find(header) : Optional.empty();
		ColumnChoice found = Proposal.of(glance);
		ColumnChoice choice = (said != null) ? Proposal.said(header, said)
				: before.map(Choices.Remembered::choice).orElse(found);
		boolean remembered = before.isPresent() && before.get().choice().equals(choice) && !choice.equals(found);
		Look.Readable look = new Look.Readable(upload, job, glance, choice, remembered ? before.get().by() : null,
				remembered ? before.get().at() : null, List.of());
		return look.canBeChosen() ? withFaults(look) : withLacks(look);
	}

	/**
	 * Remembers a choice for the next file with the same header, if that would be
	 * proposed another one.
	 */
	public void remember(Look.Readable look, Actor actor) {
		if (look.canBeChosen() && look.faults().isEmpty()) {
			ColumnChoice proposed = this.choices.find(look.choice().header())
				.map(Choices.Remembered::choice)
				.orElseGet(() -> Proposal.of(look.glance()));
			if (look.choice().equals(proposed)) {
				this.choices.use(proposed, this.clock.instant());
			}
			else {
				this.choices.remember(look.choice(), look.upload(), actor, this.clock.instant());
			}
		}
	}

	/**
	 * The definition by which it would be verified.
	 * @throws BadDefinition when there is none
	 */
	public JobDefinition definition(Look.Readable look) throws BadDefinition {
		if (!look.canBeChosen()) {
			return look.job();
		}
		Glance glance = look.glance();
		// what the definition lacks here, it would refuse the file for
		return look.choice().in(look.job(), glance.lacks().isEmpty() ? glance.layout().positions() : Map.of());
	}

	/**
	 * Reads the whole file as a run would, and forecasts that run; what takes long, the
	 * caller has to ask for again.
	 */
	public Forecast forecast(Upload upload, JobDefinition job, @Nullable Deadline deadline, boolean again) {
		return this.forecasts.make(new Forecasts.Key(upload.id(), job.name(), job.text(), deadline, again),
				() -> read(upload, job, deadline, again));
	}

	private Forecast read(Upload upload, JobDefinition job, @Nullable Deadline deadline, boolean again) {
		try {
			PayeeFile file = PayeeFile.open(upload.path(), job.input());
			VerifyCommand command = new VerifyCommand(file, job, this.workplace.reports(job), deadline,
					this.workplace.sandbox(), again);
			return new Forecast.Made(this.dryRun.plan(command, REJECTIONS), file.remarks());
		}
		catch (UnreadableFile ex) {
			return new Forecast.Refused(sentence(upload, ex));
		}
		catch (BadDefinition | Misconfigured ex) {
			return new Forecast.Refused(String.valueOf(ex.getMessage()));
		}
		catch (RuntimeException ex) {
			return new Forecast.Refused(DatabaseTrouble.in(ex).orElseThrow(() -> ex));
		}
	}

	private static Look.Readable withFaults(Look.Readable look) {
		return with(look, look.choice().faults(look.job()));
	}

	private static Look.Readable withLacks(Look.Readable look) {
		return with(look, look.glance().lacks().stream().map((what) -> "In this file " + what + ".").toList());
	}

	private static Look.Readable with(Look.Readable look, List<String> faults) {
		return new Look.Readable(look.upload(), look.job(), look.glance(), look.choice(), look.chosenBy(),
				look.chosenAt(), faults);
	}

	/** With the name that the person knows, and not the path where it lies. */
	static String sentence(Upload upload, UnreadableFile ex) {
		Path path = upload.path();
		return String.valueOf(ex.getMessage()).replace(path.toString(), upload.name());
	}

}
