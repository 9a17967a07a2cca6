package dev.tickmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** One run of the file that is killed again and again, until it is complete. */
final class KillingRound implements AutoCloseable {

	static final String FILE = "payees.csv";

	/** So many commands in a row may end without a kill and with rows still open. */
	private static final int PATIENCE = 12;

	private static final int KILLED = 137;

	private final Workplace here;

	private final SandboxProcess sandbox;

	private final EmbeddedProcesses server;

	private final Expectation expectation;

	private final Random random;

	private final List<Kill> hand;

	private final boolean atOnce;

	private final List<Blow> blows = new ArrayList<>();

	private final List<Life> lives = new ArrayList<>();

	private long latest = System.nanoTime();

	/**
	 * Makes one.
	 * @param atOnce whether it strikes as soon as a step begins: a moment within a short
	 * one is easily missed
	 */
	KillingRound(Path folder, Payees payees, Expectation expectation, List<Kill> hand, Random random, boolean atOnce)
			throws IOException {
		this.here = new Workplace(folder);
		this.here.file(FILE, payees);
		this.sandbox = new SandboxProcess(this.here, Expectation.BEHAVIOUR, random);
		this.server = new EmbeddedProcesses(this.here.home().resolve("postgres/data"));
		this.expectation = expectation;
		this.hand = new ArrayList<>(hand);
		this.hand.sort(Comparator.comparing(Kill::step));
		this.random = random;
		this.atOnce = atOnce;
	}

	/** Gives the same command until it says that the run is complete. */
	void play() throws IOException {
		List<String> settings = settings(this.sandbox);
		int open = 0;
		while (open < PATIENCE) {
			this.sandbox.isThere();
			int before = this.blows.size();
			StepWatch watch = new StepWatch(this.here.home().resolve("tickmark.log"));
			Instant start = Instant.now();
			RunningProgram program = this.here.start(settings, "verify", FILE);
			strike(program, watch);
			RunningProgram.Ended ended = program.end();
			boolean killed = ended.code() == KILLED;
			this.lives.add(new Life(start, Instant.now(), ended.code()));
			assertThat(ended.code()).as(ended.output()).isIn(0, 1, 3, KILLED);
			if (ended.code() == 0) {
				return;
			}
			open = (killed || this.blows.size() > before) ? 0 : open + 1;
		}
		throw new AssertionError("the run does not come to an end: " + this.lives + " after " + this.blows);
	}

	/**
	 * What leads a run to a sandbox, and does not let it wait long for one that is out.
	 */
	static List<String> settings(SandboxProcess sandbox) {
		List<String> settings = new ArrayList<>(sandbox.providers().settings());
		settings.add("--tickmark.recheck.max-delay=5s");
		return settings;
	}

	/** Strikes at one life of the program as often as there is occasion. */
	private void strike(RunningProgram program, StepWatch watch) throws IOException {
		boolean fresh = true;
		while (program.isAlive()) {
			Kill kill = next(watch.look(), fresh);
			fresh = false;
			if (kill == null || !await(kill, program, watch)) {
				return;
			}
			this.hand.remove(kill);
			this.latest = System.nanoTime();
			RunStep step = watch.look();
			Optional<String> struck = hit(kill.victim(), program);
			struck.ifPresent((what) -> this.blows.add(new Blow(Instant.now(), kill, step, what)));
		}
	}

	/** The next kill that the run has not passed yet; those at the start need one. */
	private @Nullable Kill next(RunStep now, boolean fresh) {
		List<Kill> early = this.hand.stream().filter((kill) -> kill.step() == RunStep.START_UP).toList();
		List<Kill> later = this.hand.stream()
			.filter((kill) -> kill.step() != RunStep.START_UP && kill.step().compareTo(now) >= 0)
			.toList();
		// spread over all the starts that the other kills will cause
		boolean begin = fresh && !early.isEmpty()
				&& this.random.nextInt(early.size() + later.size()) < 2 * early.size();
		return begin ? early.getFirst() : later.isEmpty() ? null : later.getFirst();
	}

	/** Waits for the moment; false when the program ended before. */
	private boolean await(Kill kill, RunningProgram program, StepWatch watch) {
		while (watch.look().compareTo(kill.step()) < 0) {
			if (!program.isAlive()) {
				return false;
			}
			Pause.look();
		}
		long lasts = this.atOnce ? 0 : this.expectation.steps().getOrDefault(kill.step(), Duration.ZERO).toNanos();
		long others = this.hand.stream().filter((other) -> other.step() == kill.step()).count();
		long begin = Math.max(watch.since(), this.latest);
		Pause.until(begin + (long) (this.random.nextDouble() * lasts / Math.max(1, share(kill.step(), others))));
		while (kill.victim() == Victim.DATABASE && program.isAlive() && this.server.first().isEmpty()) {
			Pause.look();
		}
		return program.isAlive();
	}

	/** Work that is done is not done again: the kills of such a step share its time. */
	private static long share(RunStep step, long others) {
		return (step == RunStep.VERIFY || step == RunStep.RECHECK) ? others : 1;
	}

	private Optional<String> hit(Victim victim, RunningProgram program) {
		return switch (victim) {
			case PROGRAM -> {
				program.kill();
				yield Optional.of("the program");
			}
			case DATABASE -> {
				boolean whole = this.random.nextInt(3) > 0;
				Optional<ProcessHandle> process = whole ? this.server.first() : this.server.any(this.random);
				yield process.filter(ProcessHandle::destroyForcibly)
					.map((_) -> whole ? "the server" : "a process of the server");
			}
			case BOTH -> {
				Optional<ProcessHandle> process = this.server.first();
				if (this.random.nextBoolean()) {
					process.ifPresent(ProcessHandle::destroyForcibly);
				}
				program.killAll();
				process.ifPresent(ProcessHandle::destroyForcibly);
				yield Optional.of(process.isPresent() ? "program and server" : "the program with what it had started");
			}
			case SANDBOX -> {
				this.sandbox.kill();
				if (this.random.nextBoolean()) {
					this.sandbox.comeBackAfter(Duration.ofMillis(1000 + this.random.nextInt(4000)));
				}
				yield Optional.of("the sandbox");
			}
		};
	}

	/** The kills for which there was no occasion, or which came too late. */
	List<Kill> missed() {
		List<Kill> missed = new ArrayList<>(this.hand);
		this.blows.stream().filter((blow) -> blow.step() != blow.meant().step()).map(Blow::meant).forEach(missed::add);
		return missed;
	}

	List<Blow> blows() {
		return this.blows;
	}

	List<Life> lives() {
		return this.lives;
	}

	Workplace here() {
		return this.here;
	}

	Path record() {
		return this.sandbox.record();
	}

	@Override
	public void close() throws IOException {
		this.sandbox.settle();
		this.here.close();
	}

	/**
	 * A kill that was made.
	 *
	 * @param meant what it was meant to be
	 * @param step the step that it really hit
	 * @param what which process it was
	 */
	record Blow(Instant at, Kill meant, RunStep step, String what) {

	}

	/** One process of the program. */
	record Life(Instant start, Instant end, int code) {

	}

}
