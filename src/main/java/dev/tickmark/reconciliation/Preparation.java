package dev.tickmark.reconciliation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.tickmark.intake.StatementFile;
import dev.tickmark.intake.StatementMapping;
import dev.tickmark.ledger.ComparedFile;
import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.ledger.Period;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Runs;
import dev.tickmark.ledger.Subject;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Lanes;
import dev.tickmark.provider.Routing;
import dev.tickmark.verification.definition.BadDefinition;

/** Finds out what a command means, and whether it can be done, before anything is. */
@Component
class Preparation {

	/** A statement is of a month, or less, unless its period is said. */
	private static final Duration LONGEST_UNSAID = Duration.ofDays(31);

	private final Runs runs;

	private final Routing routing;

	private final Lanes lanes;

	Preparation(Runs runs, Routing routing, Lanes lanes) {
		this.runs = runs;
		this.routing = routing;
		this.lanes = lanes;
	}

	/**
	 * Prepares a command.
	 * @param locks takes the locks of the runs whose answers are read back
	 */
	Prepared prepare(ReconcileCommand command, OwnerLocks.Holder locks) throws CannotReconcile, BadDefinition {
		return switch (command) {
			case ReconcileCommand.OfRun ofRun -> {
				own(answered(ofRun.run(), ofRun.sandbox()), locks);
				// how it stands is only certain now
				Run run = answered(ofRun.run(), ofRun.sandbox());
				yield new Prepared(Subject.answersOf(run), new Material.Answers(List.of()));
			}
			case ReconcileCommand.OfAnswersSince since -> new Prepared(
					Subject.answersSince(since.since(), since.sandbox()), new Material.Answers(leftOut(since, locks)));
			case ReconcileCommand.WithStatement with -> statement(with);
			case ReconcileCommand.WithBankReport with -> {
				Run run = ended(with.run());
				yield new Prepared(
						Subject.bankReport(run, file(with.file().path(), with.file().sha256(), with.file().size())),
						new Material.BankAnswer(with.file(), run));
			}
		};
	}

	private Run answered(long number, boolean sandbox) throws CannotReconcile {
		Run run = ended(number);
		if (run.key().sandbox() != sandbox) {
			throw new CannotReconcile(run.key().sandbox()
					? "Run " + number + " was a rehearsal: its answers are the sandbox's. Add --sandbox."
					: "Run " + number + " was answered by the providers, and the sandbox knows nothing of it. Leave out"
							+ " --sandbox.");
		}
		return run;
	}

	private Run ended(long number) throws CannotReconcile {
		Run run = this.runs.find(number)
			.orElseThrow(
					() -> new CannotReconcile("There is no run " + number + "; tickmark runs lists those there are."));
		if (!run.state().hasEnded()) {
			throw new CannotReconcile("Run " + number + " is not at its end (" + run.state()
					+ "): wait for it, or continue it with the command that began it.");
		}
		return run;
	}

	/** Nobody else is to work on a run while what is open in it may be concluded. */
	private static void own(Run run, OwnerLocks.Holder locks) throws CannotReconcile {
		String lock = run.key().lock();
		if (!locks.take(lock, OwnerLocks.UNTIL_NOTICED)) {
			String holder = locks.holder(lock);
			throw new CannotReconcile("Run " + run.id() + " is worked on by "
					+ ((holder != null) ? holder : "another process") + ". Wait until that has ended.");
		}
	}

	private List<Long> leftOut(ReconcileCommand.OfAnswersSince since, OwnerLocks.Holder locks) {
		List<Long> leftOut = new ArrayList<>();
		for (Run run : this.runs.answeredSince(since.since(), since.sandbox())) {
			// how it stands is only certain once nobody else can take it up
			boolean ours = locks.take(run.key().lock());
			if (!ours || !this.runs.find(run.id()).orElseThrow().state().hasEnded()) {
				leftOut.add(run.id());
			}
		}
		return leftOut;
	}

	private Prepared statement(ReconcileCommand.WithStatement with) throws CannotReconcile, BadDefinition {
		ProviderName provider = with.provider();
		if (!this.routing.names().contains(provider)) {
			throw new CannotReconcile("There is no provider " + provider + "; there are: "
					+ String.join(", ", this.routing.names().stream().map(ProviderName::value).toList()) + ".");
		}
		StatementMapping mapping = with.definition().requireStatement();
		StatementFile file = with.file();
		Period period = period(with, mapping.zone());
		Instant first = file.first();
		Instant last = file.last();
		if (first != null && last != null && (!first.isBefore(period.to()) || last.isBefore(period.from()))) {
			throw new CannotReconcile(file.path() + ": its lines are of " + day(first, mapping.zone()) + " to "
					+ day(last, mapping.zone()) + ", which is not in the period from "
					+ day(period.from(), mapping.zone()) + " to " + day(period.to().minusNanos(1), mapping.zone())
					+ ". Check --from and --to, or name the statement of that period.");
		}
		Subject subject = Subject.statement(provider, period, file(file.path(), file.sha256(), file.size()),
				with.definition().text(), with.sandbox());
		return new Prepared(subject,
				new Material.Statement(file, mapping, with.definition().name(),
						(mapping.price() != null) ? mapping.price() : this.lanes.price(provider),
						this.lanes.provider(provider).repetitionWord()));
	}

	private static Period period(ReconcileCommand.WithStatement with, ZoneId zone) throws CannotReconcile {
		@Nullable Instant first = with.file().first();
		@Nullable Instant last = with.file().last();
		boolean said = with.from() != null && with.to() != null;
		if (!said && first != null && last != null && Duration.between(first, last).compareTo(LONGEST_UNSAID) > 0) {
			throw new CannotReconcile(with.file().path() + ": its lines are of " + day(first, zone) + " to "
					+ day(last, zone) + ", which is more than a month. Say --from and --to, so that lines of another"
					+ " period can be told.");
		}
		LocalDate from = (with.from() != null) ? with.from() : (first != null) ? day(first, zone) : null;
		LocalDate to = (with.to() != null) ? with.to() : (last != null) ? day(last, zone) : LocalDate.now(zone);
		if (from == null) {
			throw new CannotReconcile(with.file().path()
					+ ": no line of it has a time, so nobody can tell which period it is of. Say --from, and --to.");
		}
		if (to.isBefore(from)) {
			throw new CannotReconcile(
					"The period would end on " + to + ", before it begins on " + from + ". Check --from and --to.");
		}
		return new Period(from.atStartOfDay(zone).toInstant(), to.plusDays(1).atStartOfDay(zone).toInstant());
	}

	private static LocalDate day(Instant instant, ZoneId zone) {
		return LocalDate.ofInstant(instant, zone);
	}

	private static ComparedFile file(Path path, String sha256, long size) {
		return new ComparedFile(path.toAbsolutePath().normalize(), sha256, size);
	}

	/** What a command means. */
	record Prepared(Subject subject, Material material) {

	}

}
