package dev.tickmark.console.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A program that runs keeps its files, whatever is installed meanwhile. */
class InUseTests {

	@TempDir
	Path folder;

	/** Runs until its input ends. */
	public static void main(String[] arguments) throws IOException {
		InUse.tell();
		System.out.write('.');
		System.out.flush();
		System.in.read();
	}

	@Test
	void aProgramIsDeletedOnlyWhenNobodyRunsIt() throws Exception {
		ProgramFolder program = new ProgramFolder(Files.createDirectory(this.folder.resolve("program-1")));
		Files.createFile(program.users());
		Files.createFile(program.jar());
		Process running = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-Dtickmark.program=" + program.path(), "-cp",
				System.getProperty("java.class.path"), InUseTests.class.getName())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			assertThat(running.getInputStream().read()).isEqualTo('.');
			InUse.deleteUnused(program);
			assertThat(program.jar()).exists();
		}
		finally {
			running.destroyForcibly().waitFor();
		}
		InUse.deleteUnused(program);
		assertThat(program.path()).doesNotExist();
	}

	@Test
	void whatWasNeverFinishedIsDeleted() throws IOException {
		ProgramFolder program = new ProgramFolder(Files.createDirectory(this.folder.resolve("program-2")));
		Files.createFile(program.jar());
		InUse.deleteUnused(program);
		assertThat(program.path()).doesNotExist();
	}

}
