package dev.tickmark.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import dev.tickmark.ledger.Figures;
import dev.tickmark.ledger.Outcomes;
import dev.tickmark.ledger.RowOutcome;
import dev.tickmark.ledger.Run;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Clearance;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Limits;
import dev.tickmark.report.ActionsWriter;
import dev.tickmark.report.Duplicates;
import dev.tickmark.report.Payable;
import dev.tickmark.report.ReportKind;
import dev.tickmark.report.ReportPlan;
import dev.tickmark.report.ReportWriter;
import dev.tickmark.report.ResultLine;
import dev.tickmark.report.RunSummary;
import dev.tickmark.verification.definition.JobDefinition;

/** Writes a run's report from the ledger; the same run gives the same bytes. */
@Service
public class RunReport {

	private static final Finding NOT_ASKED = Finding.of(Verdict.PENDING,
			"The provider was not asked yet: the run was over first. The next pass asks.");

	private final Outcomes outcomes;

	private final Figures figures;

	private final ReportPlans plans;

	private final RunDefinition definitions;

	private final Clearances clearances;

	RunReport(Outcomes outcomes, Figures figures, ReportPlans plans, RunDefinition definitions, Clearances clearances) {
		this.outcomes = outcomes;
		this.figures = figures;
		this.plans = plans;
		this.definitions = definitions;
		this.clearances = clearances;
	}

	/**
	 * Whether what can be paid of a run may be handed out, by its rows as they are now.
	 */
	public Clearance clearance(Run run) {
		return this.clearances.of(run);
	}

	/**
	 * Whether a second person has to release what can be paid of a run, be it now or
	 * later.
	 */
	public boolean needsRelease(Run run) {
		return this.definitions.isFourEyes(run);
	}

	/** The figures of a run as they are now. */
	public RunFigures figures(Run run) {
		long id = run.id();
		return new RunFigures(this.figures.verdicts(id), this.figures.matches(id), this.figures.lanes(id),
				this.figures.passes(id), this.figures.duration(id));
	}

	/**
	 * Writes the report into the run's folder.
	 * @throws ReportUnwritable when the folder does not take it
	 */
	public void write(Run run) throws ReportUnwritable {
		write(run, List.of());
	}

	/**
	 * Writes the report into the run's folder, with more than its job would.
	 * @throws ReportUnwritable when the folder does not take it
	 */
	public void write(Run run, Collection<ReportKind> more) throws ReportUnwritable {
		write(run, plan(run).with(more), () -> false);
	}

	/** What cannot be written of a run as it is asked for, a sentence each. */
	public List<String> remarks(Run run, Collection<ReportKind> more) {
		return this.plans.remarks(run, more);
	}

	/**
	 * Writes the report into the run's folder, whole or not at all.
	 * @param stopping asked before every row
	 * @return what the payee file has more than once
	 * @throws Stopped when that said yes
	 * @throws ReportUnwritable when the folder does not take it
	 */
	Duplicates write(Run run, BooleanSupplier stopping) throws ReportUnwritable {
		return write(run, plan(run), stopping);
	}

	private Duplicates write(Run run, ReportPlan plan, BooleanSupplier stopping) throws ReportUnwritable {
		try (ReportWriter writer = ReportWriter.open(run.reports(), plan)) {
			this.outcomes.each(run.id(), (outcome) -> {
				if (stopping.getAsBoolean()) {
					throw new Stopped();
				}
				write(writer::write, outcome);
			});
			RunSummary summary = summary(run, plan.clearance());
			if (writer.needsRowsAgain()) {
				writer.beginAgain(summary);
				this.outcomes.each(run.id(), (outcome) -> write(writer::writeAgain, outcome));
			}
			Payable payable = writer.payable();
			if (payable != null) {
				this.clearances.require(run, plan.clearance(), payable);
			}
			Duplicates duplicates = writer.finish(summary);
			if (payable != null) {
				this.clearances.note(run, payable);
			}
			return duplicates;
		}
		catch (IOException ex) {
			throw new ReportUnwritable(run.reports(), ex);
		}
		catch (UncheckedIOException ex) {
			throw new ReportUnwritable(run.reports(), Objects.requireNonNull(ex.getCause()));
		}
	}

	/**
	 * Writes the list of what persons are to act upon, alone, into the run's folder.
	 * @return the file
	 * @throws ReportUnwritable when the folder does not take it
	 */
	public Path writeActions(Run run) throws ReportUnwritable {
		try (ActionsWriter writer = ActionsWriter.open(run.reports(), run.header(),
				this.definitions.keptOrOwn(run).reports().formulasHarmless())) {
			this.outcomes.eachForAPerson(run.id(), (outcome) -> write(writer::write, outcome));
			return writer.finish();
		}
		catch (IOException ex) {
			throw new ReportUnwritable(run.reports(), ex);
		}
		catch (UncheckedIOException ex) {
			throw new ReportUnwritable(run.reports(), Objects.requireNonNull(ex.getCause()));
		}
	}

	private static void write(Lines lines, RowOutcome outcome) {
		boolean asked = outcome.attempts() > 0;
		boolean answered = asked || outcome.reusedRun() != null;
		Finding finding = outcome.finding();
		if (finding == null && outcome.problem() == null) {
			finding = NOT_ASKED;
		}
		try {
			lines.write(new ResultLine(outcome.line(), outcome.fields(), outcome.problem(), finding, outcome.provider(),
					outcome.sandbox(), asked ? outcome.attempts() : null, answered ? outcome.checkedAt() : null,
					outcome.repeats(), outcome.action(), outcome.firstAsked(), outcome.sharing(), outcome.reusedRun(),
					outcome.accepted()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private ReportPlan plan(Run run) {
		JobDefinition job = this.definitions.keptOrOwn(run);
		return this.plans.of(run, job, this.clearances.of(run, job));
	}

	private RunSummary summary(Run run, Clearance clearance) {
		RunFigures figures = figures(run);
		return new RunSummary(String.valueOf(run.id()), version(),
				new RunSummary.SourceFile(run.fileName(), run.key().sha256(), run.fileSize()),
				run.key().sandbox() || figures.sandbox(), run.createdAt(), this.figures.finishedAt(run.id()),
				figures.duration(), Objects.requireNonNull(run.rows()), figures.rows(), verdicts(figures, null),
				matches(figures), forecast(figures.forecast()), lanes(figures), this.clearances.accepted(run.id()),
				clearance);
	}

	private static List<RunSummary.Lane> lanes(RunFigures figures) {
		return figures.lanes()
			.stream()
			.map((lane) -> new RunSummary.Lane(new ProviderName(lane.provider()), verdicts(figures, lane.provider()),
					lane.verifications(), lane.calls(), lane.repeats(), limits(figures.passes(), lane.provider()),
					bound(figures.passes(), lane.provider()), forecast(Foretold.of(figures.passes(), lane.provider())),
					lane.reused()))
			.toList();
	}

	private static RunSummary.@Nullable Forecast forecast(@Nullable Foretold foretold) {
		return (foretold != null) ? new RunSummary.Forecast(foretold.calls(), foretold.time(), foretold.took()) : null;
	}

	private static List<String> limits(List<Figures.LanePass> passes, String provider) {
		return passes.stream()
			.filter((lane) -> lane.provider().equals(provider))
			.map((lane) -> Limits.parse(lane.limits()).text())
			.distinct()
			.toList();
	}

	private static Duration bound(List<Figures.LanePass> passes, String provider) {
		return passes.stream()
			.filter((lane) -> lane.provider().equals(provider))
			.map((lane) -> Limits.parse(lane.limits()).bound(lane.calls()))
			.reduce(Duration.ZERO, Duration::plus);
	}

	private static Map<Basis, Long> matches(RunFigures figures) {
		EnumMap<Basis, Long> matches = new EnumMap<>(Basis.class);
		figures.matches().forEach((count) -> matches.put(count.basis(), count.rows()));
		return matches;
	}

	private static Map<Verdict, Long> verdicts(RunFigures figures, @Nullable String provider) {
		EnumMap<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
		for (Figures.VerdictCount count : figures.verdicts()) {
			if (provider == null || provider.equals(count.provider())) {
				verdicts.merge(Verdict.valueOf(count.verdict()), count.rows(), Long::sum);
			}
		}
		return verdicts;
	}

	@FunctionalInterface
	private interface Lines {

		void write(ResultLine line) throws IOException;

	}

	private static String version() {
		String version = RunReport.class.getPackage().getImplementationVersion();
		return (version != null) ? version : "development";
	}

}
