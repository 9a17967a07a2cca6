package dev.tickmark.console;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class RunsOptionsTests {

	private final StringWriter err = new StringWriter();

	@Test
	void oneRunIsCheckedAndNotListed() {
		assertThat(run("--run", "7")).isEqualTo(ExitCode.REFUSED);
		assertThat(this.err.toString()).contains("tickmark runs --check --run 7");
	}

	@Test
	void oneRunIsNotTheLastOfSeveral() {
		assertThat(run("--check", "--run", "7", "--last", "2")).isEqualTo(ExitCode.REFUSED);
		assertThat(this.err.toString()).contains("--last has no meaning beside it");
	}

	@Test
	void aRunHasANumber() {
		assertThat(run("--check", "--run", "latest")).isEqualTo(ExitCode.REFUSED);
	}

	private int run(String... arguments) {
		return new CommandLine(new RunsOptions()).setErr(new PrintWriter(this.err)).execute(arguments);
	}

}
