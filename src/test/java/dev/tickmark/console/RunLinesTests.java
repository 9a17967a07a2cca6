package dev.tickmark.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tickmark.ledger.Owner;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunKey;
import dev.tickmark.ledger.RunState;
import dev.tickmark.ledger.Standing;
import dev.tickmark.payee.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class RunLinesTests {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private static final Owner OWNER = new Owner("tickmark process 123 on host", NOON);

	private static final long HELD = 13;

	@TempDir
	private Path folder;

	private Path file = Path.of("payees.csv");

	@BeforeEach
	void aFile() throws IOException {
		this.file = Files.writeString(this.folder.resolve("payees.csv"), "name\nA\n");
	}

	@Test
	void aRunAtWorkNamesItsProcessAndIsNotToBeContinued() {
		List<String> lines = lines(run(RunState.STARTED, null), Map.of(Verdict.PENDING, 1200L), null, OWNER);
		assertThat(lines.getFirst()).contains("RUNNING").contains("2,000 rows", "800 final", "1,200 open");
		assertThat(lines).anyMatch((line) -> line.contains("At work on it: tickmark process 123 on host, since "));
		assertThat(lines).noneMatch((line) -> line.contains("continue:"));
	}

	@Test
	void aRunWhoseProcessDiedSaysSoAndHowItGoesOn() {
		List<String> lines = lines(run(RunState.STARTED, null), Map.of(Verdict.PENDING, 1L), null, null);
		assertThat(lines.getFirst()).contains("CUT OFF");
		assertThat(String.join("\n", lines)).contains("it was killed, or its machine went down",
				"continue: tickmark verify " + this.file);
	}

	@Test
	void whatIsDefaultIsLeftOutAndTheRestIsAsItWasGiven() {
		Run plain = run(RunState.STOPPED, "stopped by Ctrl-C or SIGTERM");
		assertThat(command(plain, List.of())).isEqualTo("tickmark verify " + this.file);
		Run run = new Run(3, plain.identity(), new RunKey("ab", "night shift", true), "payees.csv", "/in/it's.csv", 9,
				List.of(), null, null, RunState.STOPPED, null, Path.of("/out put/payees.csv-3"), 1, 1, null, NOON,
				NOON);
		assertThat(command(run, List.of("--tickmark.home=/my home", "--spring.datasource.password=hush")))
			.isEqualTo("tickmark verify '/in/it'\\''s.csv' --sandbox --job 'night shift' --reports '/out put'"
					+ " '--tickmark.home=/my home' --spring.datasource.password=…");
	}

	@Test
	void aFileThatIsGoneOrAnotherIsNamed() throws IOException {
		Files.writeString(this.file, "name\nAnother\n");
		assertThat(lines(run(RunState.STOPPED, "x"), Map.of(), null, null))
			.anyMatch((line) -> line.contains("not the same any more"));
		Files.delete(this.file);
		assertThat(lines(run(RunState.STOPPED, "x"), Map.of(), null, null))
			.anyMatch((line) -> line.contains("not there any more"));
	}

	@Test
	void anOpenRunTellsWhatIsOpenAndWhereTheReportIs() {
		List<String> lines = lines(run(RunState.OPEN, "Banfico refuses our credentials (HTTP 401)."),
				Map.of(Verdict.PROVIDER_ERROR, 3L, Verdict.PENDING, 2L), null, null);
		assertThat(String.join("\n", lines)).contains("OPEN", "1,995 final", "Still open: 2 PENDING, 3 PROVIDER_ERROR.",
				"Why: Banfico refuses our credentials (HTTP 401).\n", "report:   " + this.folder, "continue: ");
	}

	@Test
	void aCompleteRunTellsWhereTheReportIsAndNothingElse() {
		List<String> lines = lines(run(RunState.COMPLETE, null), Map.of(), null, null);
		assertThat(lines).hasSize(3);
		assertThat(lines.getLast()).contains("report:   " + this.folder);
	}

	@Test
	void whatALaterRunHasTakenOverIsNotToBeContinued() {
		List<String> lines = lines(run(RunState.OPEN, null), Map.of(Verdict.PENDING, 2L), 7L, null);
		assertThat(String.join("\n", lines)).contains("run 7 is a later one of the same content")
			.doesNotContain("continue:");
	}

	@Test
	void aRunWithoutRowsSaysThatItHasNotReadItsFile() {
		Run run = run(RunState.FAILED, "The database was full.");
		Run unread = new Run(run.id(), run.identity(), run.key(), run.fileName(), run.filePath(), run.fileSize(),
				run.header(), null, null, run.state(), run.message(), run.reports(), 1, 1, null, NOON, NOON);
		assertThat(lines(unread, Map.of(), null, null).getFirst()).contains("FAILED", "not read yet");
	}

	@Test
	void aLongReasonIsBrokenAndNothingActsUponTheTerminal() {
		String message = "The lane of a provider stopped for a reason that takes many words. ".repeat(5) + "\u001b[2J";
		assertThat(lines(run(RunState.STOPPED, message), Map.of(), null, null)).allSatisfy((line) -> {
			assertThat(line).doesNotContain("\u001b");
			assertThat(line.length() <= 110 || line.contains(this.folder.toString())).isTrue();
		});
	}

	private String command(Run run, List<String> settings) {
		return new Continuation(this.folder, settings).command(run);
	}

	@Test
	void whatIsHeldForAReleaseIsSaid() {
		assertThat(String.join(" ", lines(run(RunState.COMPLETE, null), Map.of(), null, null))).doesNotContain("held");
		Run held = run(HELD, RunState.COMPLETE, null);
		assertThat(String.join(" ", lines(held, Map.of(), null, null)))
			.contains("What can be paid is held until a second person releases it, in the web application.");
	}

	private List<String> lines(Run run, Map<Verdict, Long> open, @Nullable Long newer, @Nullable Owner owner) {
		return new RunLines(new Continuation(this.folder, List.of()), Set.of(HELD))
			.of(new Standing(run, open, NOON, newer, owner));
	}

	private Run run(RunState state, @Nullable String message) {
		return run(12, state, message);
	}

	private Run run(long id, RunState state, @Nullable String message) {
		return new Run(id, UUID.randomUUID(), new RunKey("ab", "default", false), "payees.csv", this.file.toString(), 7,
				List.of("name"), null, null, state, message, this.folder.resolve("reports/payees.csv-12"), 1, 1, 2000L,
				NOON, NOON);
	}

}
