package dev.tickmark.console;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class ReconcileOptionsTests {

	private static final String WHAT = "What should be compared? Say --run RUN, --since DATE, --provider NAME"
			+ " --statement FILE, or --run RUN --bank-report FILE.";

	private final StringWriter err = new StringWriter();

	static Stream<Arguments> wrong() {
		return Stream.of(Arguments.of("", WHAT), Arguments.of("--sandbox", WHAT),
				Arguments.of("--reports out --sandbox", WHAT), Arguments.of("--run 1 --since 2026-01-01", WHAT),
				Arguments.of("--run 1 --from 2026-01-01", "Remove --from: only a statement has --from."),
				Arguments.of("--run 1 --to 2026-01-01", "Remove --to: only a statement has --to."),
				Arguments.of("--run 1 --job other", "Remove --job: only a statement has --job."),
				Arguments.of("--since 2026-01-01 --job statement", "Remove --job: only a statement has --job."),
				Arguments.of("--bank-report b.xml", "Missing option: --run, which run the bank's report is about."),
				Arguments.of("--bank-report b.xml --since 2026-01-01",
						"Remove --since: a bank's report is about one run, so it has no --since."),
				Arguments.of("--bank-report b.xml --run 1 --sandbox",
						"Remove --sandbox: a bank's report is about one run, so it has no --sandbox."),
				Arguments.of("--bank-report b.xml --run 1 --from 2026-01-01",
						"Remove --from: only a statement has --from."),
				Arguments.of("--bank-report b.xml --run 1 --job other", "Remove --job: only a statement has --job."),
				Arguments.of("--provider paysway", "Missing option: --statement, which statement."),
				Arguments.of("--statement s.csv", "Missing option: --provider, whose statement it is."),
				Arguments.of("--provider paysway --statement s.csv --run 1",
						"Remove --run: a statement is about a period, so it has no --run."),
				Arguments.of("--provider paysway --statement s.csv --since 2026-01-01",
						"Remove --since: a statement is about a period, so it has no --since."),
				Arguments.of("--provider paysway --statement s.csv --bank-report b.xml",
						"Remove --bank-report: a statement is about a period, so it has no --bank-report."),
				Arguments.of("--provider paysway --run 1",
						"Remove --run: a statement is about a period, so it has no --run."),
				Arguments.of("--provider Pay.Sway! --statement s.csv", "--provider: that is no provider's name."),
				Arguments.of("--since " + LocalDate.now().plusDays(2),
						"--since: " + LocalDate.now().plusDays(2) + " is not here yet."),
				Arguments.of("--provider paysway --statement s.csv --from 2026-03-02 --to 2026-03-01",
						"The period would end on 2026-03-01, before it begins on 2026-03-02. Check --from and --to."));
	}

	@ParameterizedTest
	@MethodSource("wrong")
	void whatDoesNotGoTogetherGetsOneSentenceAndNothingIsStarted(String arguments, String sentence) {
		assertThat(run(arguments)).isEqualTo(ExitCode.REFUSED);
		assertThat(this.err.toString()).startsWith(sentence + System.lineSeparator());
	}

	@ParameterizedTest
	@CsvSource({ "--run latest, --run", "--since yesterday, --since", "--since 2026-02-30, --since",
			"--provider p --statement s --from 1.2.2026, --from", "--provider p --statement s --to 2026, --to" })
	void whatIsNoNumberAndNoDayIsRefusedWithTheNameOfItsOption(String arguments, String option) {
		assertThat(run(arguments)).isEqualTo(ExitCode.REFUSED);
		assertThat(this.err.toString().lines().findFirst().orElseThrow())
			.startsWith("Invalid value for option '" + option + "'");
	}

	@Test
	void filesAreLookedAtBeforeAnythingIsStarted(@TempDir Path folder) throws Exception {
		assertThat(run("--provider paysway --statement " + folder.resolve("none.csv"))).isEqualTo(ExitCode.REFUSED);
		assertThat(said()).contains("none.csv").endsWith(".");
		Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
		assertThat(run("--provider paysway --statement " + other)).isEqualTo(ExitCode.REFUSED);
		assertThat(said()).contains("other.csv");
		assertThat(run("--run 1 --bank-report " + other)).isEqualTo(ExitCode.REFUSED);
		assertThat(said()).contains("other.csv");
		assertThat(run("--run 1 --bank-report " + folder.resolve("none.xml"))).isEqualTo(ExitCode.REFUSED);
		assertThat(said()).contains("none.xml");
	}

	@Test
	void aDefinitionThatIsMissingOrOfNoStatementIsRefused(@TempDir Path folder) throws Exception {
		Path statement = Files.writeString(folder.resolve("statement.csv"), "a,b\n1,2\n");
		assertThat(run("--provider paysway --job nowhere --statement " + statement)).isEqualTo(ExitCode.REFUSED);
		assertThat(said()).contains("nowhere", "there are: ");
		assertThat(run("--provider paysway --job default --statement " + statement)).isEqualTo(ExitCode.REFUSED);
		assertThat(said()).contains("default", "statement");
	}

	@Test
	void helpNamesTheThreeFormsAndTheExitCodes() {
		StringWriter out = new StringWriter();
		int code = new CommandLine(new ReconcileOptions()).setOut(new PrintWriter(out)).execute("--help");
		assertThat(code).isZero();
		assertThat(out.toString()).contains("--run RUN, or --since DATE: with the providers, which are read back;",
				"--provider NAME --statement FILE: with a provider's statement or invoice;",
				"--run RUN --bank-report FILE: with a bank's report (pain.002) on its payments.",
				"Exit codes: 0 everything agrees; 3 there are differences;", "--from=DATE", "--to=DATE", "--job=NAME",
				"--reports=DIR", "--sandbox");
		assertThat(out.toString().lines()).as("none is broken by a terminal")
			.contains("the same command continues; 2 wrong usage, or it cannot be compared.")
			.allMatch((line) -> line.length() <= 80);
	}

	private int run(String arguments) {
		this.err.getBuffer().setLength(0);
		return new CommandLine(new ReconcileOptions()).setErr(new PrintWriter(this.err))
			.setExecutionExceptionHandler((exception, command, _) -> Failures.tell(exception, command.getErr()))
			.execute(arguments.isEmpty() ? new String[0] : arguments.split(" "));
	}

	private String said() {
		String said = this.err.toString().strip();
		assertThat(said.lines()).as(said).hasSize(1);
		return said;
	}

}
