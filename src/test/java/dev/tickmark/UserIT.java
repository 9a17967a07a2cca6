package dev.tickmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The first administrator, at a terminal and from a script. */
@EnabledOnOs(OS.LINUX)
@Tag("long")
class UserIT {

	private static final String PASSWORD = "correct horse battery";

	@AutoClose
	private final Workplace here;

	UserIT(@TempDir Path folder) {
		this.here = new Workplace(folder);
	}

	@Test
	void thePasswordIsAskedForTwiceAndSeenNowhere() throws Exception {
		RunningProgram program = this.here.startOnTerminal(List.of(), "user", "add", "anna", "--role", "administrator");
		program.says("Password: ").type(PASSWORD);
		program.says("The same again: ").type(PASSWORD);
		program.end().with(0).saying("anna is added: administrator.");
		RunningProgram mistyped = this.here.startOnTerminal(List.of(), "user", "password", "anna");
		mistyped.says("Password: ").type(PASSWORD + "!");
		mistyped.says("The same again: ").type(PASSWORD + "?");
		mistyped.end().with(2).saying("The two passwords are not the same: give the command again.");
		this.here.start("user", "password", "anna")
			.type(PASSWORD + "!")
			.end()
			.with(0)
			.saying("The password of anna is set.");
		this.here.run("user", "list").with(0).saying("anna", "administrator");
		this.here.run("user", "disable", "anna").with(2).saying("anna is the last administrator who may sign in");
		assertSeenNowhere();
	}

	private void assertSeenNowhere() throws IOException {
		for (Path file : this.here.told()) {
			assertThat(Files.readString(file)).as(file.toString()).doesNotContain(PASSWORD, "$2b$");
		}
	}

}
