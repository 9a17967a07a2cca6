package dev.tickmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of a killing test, for people: printed, and kept in a file. */
final class KillingTable implements AutoCloseable {

	private final long seed;

	private final Expectation undisturbed;

	private final Path file;

	private final StringBuilder notes = new StringBuilder();

	private final List<KillingRound.Blow> blows = new ArrayList<>();

	private final List<KillingAccount> accounts = new ArrayList<>();

	private final List<String> failures = new ArrayList<>();

	private int lives;

	KillingTable(long seed, Expectation undisturbed, Path file) {
		this.seed = seed;
		this.undisturbed = undisturbed;
		this.file = file;
	}

	/** A round that did not keep what is promised; its folder stays. */
	synchronized void failed(Path place, Throwable failure) throws IOException {
		this.failures.add(place + ": " + failure);
		this.notes.append("FAILED ").append(place).append(": ").append(failure).append('\n');
		write();
	}

	synchronized List<String> failures() {
		return List.copyOf(this.failures);
	}

	/** Notes every kill of a round, and how its commands ended. */
	synchronized void note(Path place, KillingRound round) throws IOException {
		this.blows.addAll(round.blows());
		this.lives += round.lives().size();
		StringBuilder note = new StringBuilder(place + "\n");
		round.blows().forEach((blow) -> note.append("  ").append(blow).append('\n'));
		round.lives().forEach((life) -> note.append("  ").append(life).append('\n'));
		this.notes.append(note);
		System.out.print(note);
		write();
	}

	synchronized void add(KillingAccount account) {
		this.accounts.add(account);
	}

	synchronized int kills() {
		return this.blows.size();
	}

	synchronized long kills(RunStep step) {
		return this.blows.stream().filter((blow) -> blow.step() == step).count();
	}

	synchronized long kills(Victim victim) {
		return this.blows.stream().filter((blow) -> blow.meant().victim() == victim).count();
	}

	/** The longest time from a restart to the first new call. */
	synchronized Duration longestRestart() {
		return this.accounts.stream()
			.flatMap((account) -> account.restarts().stream())
			.max(Duration::compareTo)
			.orElse(Duration.ZERO);
	}

	@Override
	public synchronized void close() throws IOException {
		System.out.println(text());
		write();
	}

	private void write() throws IOException {
		Files.writeString(this.file, text() + "\n" + this.notes);
	}

	private String text() {
		StringBuilder text = new StringBuilder("kills, by victim and by the step that was hit\n");
		line(text, "", List.of(RunStep.values()), "all");
		for (Victim victim : Victim.values()) {
			List<Long> counts = new ArrayList<>();
			for (RunStep step : RunStep.values()) {
				counts.add(this.blows.stream()
					.filter((blow) -> blow.step() == step && blow.meant().victim() == victim)
					.count());
			}
			line(text, victim.toString(), counts, kills(victim));
		}
		line(text, "all", List.of(RunStep.values()).stream().map(this::kills).toList(), kills());
		figure(text, "runs that failed", this.failures.size());
		figure(text, "runs completed", this.accounts.size());
		figure(text, "commands given", this.lives);
		figure(text, "rows", this.accounts.stream().mapToInt(KillingAccount::rows).sum());
		figure(text, "answers lost", this.accounts.stream().mapToLong(KillingAccount::answersLost).sum());
		figure(text, "rows lost, doubled or different",
				this.accounts.stream().mapToInt((account) -> account.differences().size()).sum());
		figure(text, "paid without a row", this.accounts.stream().mapToLong(KillingAccount::withoutARow).sum());
		for (String provider : List.of("paysway", "smartglocal", "bank131")) {
			figure(text, "paid twice: " + provider, again(provider));
		}
		figure(text, "paid twice: paysafe (two open sessions of a customer)",
				this.accounts.stream().mapToLong((account) -> account.openTogether("paysafe")).sum());
		figure(text, "  sessions opened after an earlier one had ended", again("paysafe"));
		int lost = this.undisturbed.again().getOrDefault("banfico", 0) * this.accounts.size();
		figure(text, "paid twice: banfico, in flight at a kill", again("banfico") - lost);
		figure(text, "  where the sandbox itself loses the first answer", lost);
		figure(text, "repeats that the reports tell of",
				this.accounts.stream().mapToLong((account) -> account.repeats("banfico")).sum());
		figure(text, "repeats that no row tells of",
				this.accounts.stream().mapToInt((account) -> account.untold().size()).sum());
		figure(text, "longest time from a restart to the first new call, ms", longestRestart().toMillis());
		figure(text, "seed", this.seed);
		return text.toString();
	}

	private int again(String provider) {
		return this.accounts.stream().mapToInt((account) -> account.again(provider)).sum();
	}

	private static void line(StringBuilder text, String name, List<?> cells, Object all) {
		text.append(String.format(Locale.ROOT, "%-10s", name));
		cells.forEach((cell) -> text.append(String.format(Locale.ROOT, "%10s", cell)));
		text.append(String.format(Locale.ROOT, "%10s%n", all));
	}

	private static void figure(StringBuilder text, String name, long value) {
		text.append(String.format(Locale.ROOT, "%-55s%d%n", name, value));
	}

}
