package dev.tickmark.verification;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

import dev.tickmark.intake.Totals;
import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.ledger.LedgerPresence;
import dev.tickmark.ledger.Reuse;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunKey;
import dev.tickmark.ledger.RunState;
import dev.tickmark.ledger.Runs;
import dev.tickmark.payee.InputRow;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Lane;
import dev.tickmark.provider.Lanes;
import dev.tickmark.provider.RouteRule;
import dev.tickmark.provider.Routing;
import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.JobDefinition;

/**
 * Reads, checks and routes a file as a run would, and forecasts that run; it stores
 * nothing and calls nobody.
 */
@Service
public class DryRun {

	private final Routing routing;

	private final Lanes lanes;

	private final LedgerPresence ledger;

	/** These come with a database, and are asked for only when there is one. */
	private final ObjectProvider<LaneMemory> memory;

	private final ObjectProvider<Runs> runs;

	private final ObjectProvider<Reuse> reuse;

	private final VerificationSettings settings;

	private final RunDefinition definitions;

	DryRun(Routing routing, Lanes lanes, LedgerPresence ledger, ObjectProvider<LaneMemory> memory,
			ObjectProvider<Runs> runs, ObjectProvider<Reuse> reuse, VerificationSettings settings,
			RunDefinition definitions) {
		this.routing = routing;
		this.lanes = lanes;
		this.ledger = ledger;
		this.memory = memory;
		this.runs = runs;
		this.reuse = reuse;
		this.settings = settings;
		this.definitions = definitions;
	}

	/**
	 * Looks whether a job definition can be used.
	 * @throws BadDefinition when it cannot
	 */
	public void check(JobDefinition job) throws BadDefinition {
		this.definitions.check(job);
	}

	/**
	 * Forecasts a run that would start now.
	 * @throws UnreadableFile when the file cannot be taken in
	 * @throws BadDefinition when the job names a provider that there is not
	 */
	public Plan plan(VerifyCommand command) throws UnreadableFile, BadDefinition {
		return plan(command, Rejections.USUAL);
	}

	/**
	 * Forecasts a run that would start now.
	 * @param kept how many of the rows that would be rejected are told one by one
	 * @throws UnreadableFile when the file cannot be taken in
	 * @throws BadDefinition when the job names a provider that there is not
	 */
	public Plan plan(VerifyCommand command, int kept) throws UnreadableFile, BadDefinition {
		check(command.job());
		Map<ProviderName, Questions> questions = new TreeMap<>();
		Rejections rejections = new Rejections(kept);
		Map<ProviderName, Long> fallbacks = new TreeMap<>();
		Totals totals = command.file()
			.<RuntimeException>read((row) -> take(row, command.job().routing(), questions, fallbacks, rejections));
		LedgerPresence.Found found = this.ledger.look();
		@Nullable Run known = (found instanceof LedgerPresence.Found.Ledger) ? known(command) : null;
		ZonedDateTime start = ZonedDateTime.now();
		Duration within = command.reuseWithin();
		// a content that is complete is forecast as with --again, which reuses nothing
		if (within != null && found instanceof LedgerPresence.Found.Ledger
				&& (known == null || known.state() != RunState.COMPLETE)) {
			leaveOut(questions, command.sandbox(), start.toInstant().minus(within));
		}
		Map<ProviderName, Lane> opened = this.lanes.open(needed(questions, fallbacks.keySet()));
		@Nullable Instant deadline = this.settings.deadline(command.due(), start);
		RecheckSettings recheck = this.definitions.recheck(command.job());
		List<LanePlan> plans = new ArrayList<>();
		questions.forEach((name, asked) -> {
			Lane lane = opened.get(name);
			plans.add((lane != null && asked.toAsk() > 0)
					? plan(lane, asked, usual(lane, found, command.sandbox(), recheck), start.toInstant(), deadline)
					: LanePlan.allReused(name, asked.rows, asked.verifications()));
		});
		return new Plan(totals.rows(), rejections.count(), rejections.first(),
				fallbacks.values().stream().mapToLong(Long::longValue).sum(), plans, start.toInstant(), deadline, known,
				(found instanceof LedgerPresence.Found.Unusable unusable) ? unusable.why() : null);
	}

	/** Leaves out what a run would reuse. */
	private void leaveOut(Map<ProviderName, Questions> questions, boolean sandbox, Instant since) {
		Reuse answers = this.reuse.getObject();
		questions.forEach((name, asked) -> answers.each(name, sandbox, since, asked::isReused));
	}

	private static Set<ProviderName> needed(Map<ProviderName, Questions> questions, Set<ProviderName> fallbacks) {
		Set<ProviderName> needed = new TreeSet<>(fallbacks);
		questions.forEach((name, asked) -> {
			if (asked.toAsk() > 0) {
				needed.add(name);
			}
		});
		return needed;
	}

	/** The run that the command would continue, or would find complete. */
	private @Nullable Run known(VerifyCommand command) {
		return this.runs.getObject()
			.latest(new RunKey(command.file().sha256(), command.job().name(), command.sandbox()))
			.filter((run) -> !command.again() || !run.state().hasEnded())
			.orElse(null);
	}

	private void take(InputRow row, List<RouteRule> rules, Map<ProviderName, Questions> questions,
			Map<ProviderName, Long> fallbacks, Rejections rejections) {
		Payee payee = row.payee();
		if (payee == null) {
			rejections.add(row.line(), Objects.requireNonNull(row.problem()));
			return;
		}
		switch (this.routing.route(payee, rules)) {
			case Routing.Route.To to -> {
				questions.computeIfAbsent(to.provider(), (_) -> new Questions()).add(to.question());
				if (to.fallback() != null) {
					fallbacks.merge(to.fallback().provider(), 1L, Long::sum);
				}
			}
			case Routing.Route.Nowhere nowhere -> rejections.add(row.line(), nowhere.problem());
		}
	}

	/**
	 * What a verification takes; as a side effect, the lane knows what was sent today.
	 */
	private Usual usual(Lane lane, LedgerPresence.Found found, boolean sandbox, RecheckSettings recheck) {
		if (!(found instanceof LedgerPresence.Found.Ledger)) {
			return Usual.of(lane, List.of(), recheck);
		}
		LaneMemory known = this.memory.getObject();
		known.remind(lane, sandbox);
		return known.usual(lane, sandbox, recheck);
	}

	private static LanePlan plan(Lane lane, Questions questions, Usual usual, Instant now, @Nullable Instant deadline) {
		long toAsk = questions.toAsk();
		LaneForecast forecast = LaneForecast.of(lane, lane.join("a dry run"), usual, toAsk, 0,
				LaneForecast.until(deadline, now));
		BigDecimal price = lane.price();
		return new LanePlan(lane.provider().name(), questions.rows, questions.verifications(), questions.reused,
				usual.verifications(), usual.calls(), forecast.calls(),
				(deadline != null) ? forecast.time() : forecast.until(), forecast.leftOf(questions.rowsToAsk()),
				lane.allowances(), (price != null) ? price.multiply(BigDecimal.valueOf(toAsk)) : null);
	}

	/** The rows that would be rejected: all are counted, the first are kept. */
	private static final class Rejections {

		private static final int USUAL = 20;

		private final int kept;

		private final List<Rejection> first = new ArrayList<>();

		private long count;

		Rejections(int kept) {
			this.kept = kept;
		}

		void add(long line, Problem problem) {
			this.count++;
			if (this.first.size() < this.kept) {
				this.first.add(new Rejection(line, problem));
			}
		}

		long count() {
			return this.count;
		}

		List<Rejection> first() {
			return List.copyOf(this.first);
		}

	}

	private static final class Questions {

		private final Set<Long> different = new HashSet<>();

		private long rows;

		private long reused;

		void add(byte[] question) {
			this.different.add(key(question));
			this.rows++;
		}

		/** Takes out a question that is answered already, if it is one of these. */
		void isReused(byte[] question) {
			if (this.different.remove(key(question))) {
				this.reused++;
			}
		}

		/** Eight bytes of the hash are enough to count by. */
		private static long key(byte[] question) {
			return ByteBuffer.wrap(question).getLong();
		}

		long toAsk() {
			return this.different.size();
		}

		long verifications() {
			return this.different.size() + this.reused;
		}

		/** As if each question were asked by as many rows. */
		long rowsToAsk() {
			return Math.ceilDiv(this.rows * toAsk(), verifications());
		}

	}

}
