package dev.tickmark.console.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The start script, with a Java that prints what it is given and ends with 3. */
@DisabledOnOs(OS.WINDOWS)
class StartScriptTests {

	@TempDir
	Path temporary;

	private Path folder;

	private InstallFolder install;

	@BeforeEach
	void prepare() throws Exception {
		this.folder = this.temporary.resolve("it's our $HOME");
		this.install = InstallFolder.prepare(this.folder);
	}

	@Test
	void theProgramGetsEveryArgumentAndTheCallerItsExitCode() throws Exception {
		write(java("a java's home"));
		Path program = this.install.path().resolve("program-7");
		assertThat(run(3, Map.of(), this.install.script(), "verify", "two words", "", "*", "$HOME").lines())
			.contains("-XX:AOTCache=" + program.resolve("classes.aot"), "-Dtickmark.program=" + program)
			.endsWith("-jar", program.resolve("tickmark.jar").toString(), "verify", "two words", "", "*", "$HOME");
	}

	@Test
	void itFindsItsFolderThroughLinks() throws Exception {
		write(java("java"));
		Path other = Files.createDirectory(this.temporary.resolve("bin"));
		Files.createSymbolicLink(other.resolve("first"), this.install.script());
		Files.createSymbolicLink(other.resolve("second"), Path.of("first"));
		assertThat(run(3, Map.of(), other.resolve("second")).lines())
			.endsWith(this.install.path().resolve("program-7/tickmark.jar").toString());
	}

	@Test
	void moreOptionsMayBeGiven() throws Exception {
		write(java("java"));
		assertThat(run(3, Map.of("TICKMARK_JAVA_OPTIONS", "-Xmx4g -verbose"), this.install.script()).lines())
			.contains("-Xmx4g", "-verbose");
	}

	@Test
	void whereItsJavaIsGoneItUsesAnother() throws Exception {
		write(this.temporary.resolve("gone"));
		Path home = this.temporary.resolve("home of java");
		Files.createDirectories(home.resolve("bin"));
		java("home of java/bin/java");
		assertThat(run(3, Map.of("JAVA_HOME", home.toString()), this.install.script(), "runs")).endsWith("runs\n");
	}

	@Test
	void withoutAnyJavaItSaysSo() throws Exception {
		write(this.temporary.resolve("gone"));
		Map<String, String> none = Map.of("JAVA_HOME", this.temporary.resolve("none").toString());
		assertThat(run(2, none, this.install.script())).startsWith("Tickmark needs Java 25").hasLineCount(1);
	}

	@Test
	void itIsReplacedInOneStepAndKnowsItsProgram() throws Exception {
		write(java("java"));
		assertThat(this.install.current()).hasValue(7);
		new StartScript("java", "program-8").write(this.install);
		assertThat(this.install.current()).hasValue(8);
		assertThat(this.folder.toFile().list()).containsExactlyInAnyOrder("tickmark", "tickmark.cmd");
	}

	@Test
	void theOneOfWindowsEndsInALineThatIsReadAtOnce() {
		String script = new StartScript("C:\\100% Java\\bin\\java.exe", "program-7").windows();
		assertThat(script).contains("C:\\100%% Java\\bin\\java.exe", "%~dp0program-7\"\r\n")
			.endsWith(" %* & exit /b\r\n");
	}

	private void write(Path java) throws IOException {
		new StartScript(java.toString(), "program-7").write(this.install);
	}

	private Path java(String name) throws IOException {
		Path java = Files.writeString(this.temporary.resolve(name), """
				#!/bin/sh
				for word in "$@"; do echo "$word"; done
				exit 3
				""");
		return Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	private static String run(int code, Map<String, String> environment, Path script, String... arguments)
			throws Exception {
		List<String> command = new ArrayList<>(List.of(script.toString()));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().keySet().retainAll(List.of("PATH"));
		builder.environment().putAll(environment);
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isEqualTo(code);
		return output;
	}

}
