package dev.tickmark.console.install;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

import org.springframework.util.FileSystemUtils;

/**
 * Installs the packaged program. A new one is made beside the one that is there, and the
 * start script is replaced at the very end; until then nothing has changed.
 */
public final class Installation {

	private static final Duration UNPACKING = Duration.ofMinutes(2);

	private final PackedJar jar;

	private final InstallFolder folder;

	private final Consumer<String> screen;

	private final String java;

	private Installation(PackedJar jar, InstallFolder folder, Consumer<String> screen) {
		this.jar = jar;
		this.folder = folder;
		this.screen = screen;
		this.java = Path.of(System.getProperty("java.home"), "bin", windows() ? "java.exe" : "java").toString();
	}

	/**
	 * Installs the program that is running.
	 * @param folder an empty one, one that does not exist, or one it was installed in
	 * @param screen is told what is being done
	 */
	public static void into(Path folder, Consumer<String> screen) throws NotInstalled {
		into(folder, PackedJar.own(), screen);
	}

	static void into(Path folder, PackedJar jar, Consumer<String> screen) throws NotInstalled {
		InstallFolder prepared = InstallFolder.prepare(folder);
		try (FileChannel channel = FileChannel.open(prepared.lock(), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock lock = channel.tryLock()) {
			if (lock == null) {
				throw busy(prepared);
			}
			new Installation(jar, prepared, screen).install();
		}
		catch (OverlappingFileLockException _) {
			throw busy(prepared);
		}
		catch (IOException ex) {
			throw NotInstalled.failed("The program could not be installed in " + prepared.path() + ": " + Reason.of(ex),
					ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw NotInstalled.failed("Interrupted; nothing has changed in " + prepared.path() + ".", ex);
		}
	}

	private static NotInstalled busy(InstallFolder folder) {
		return NotInstalled.failed("Another process is installing in " + folder.path() + ": wait for it.", null);
	}

	private void install() throws IOException, InterruptedException, NotInstalled {
		Files.deleteIfExists(this.folder.log());
		OptionalInt before = this.folder.current();
		ProgramFolder program = this.folder.next();
		boolean done = false;
		try {
			this.screen.accept("Unpacking " + this.jar.file() + "…");
			unpack(program);
			this.screen.accept("Learning to start fast: a few invented payees are verified with the sandbox…");
			learn(program);
			new StartScript(this.java, program.name()).write(this.folder);
			done = true;
		}
		finally {
			if (!done) {
				FileSystemUtils.deleteRecursively(program.path());
			}
		}
		this.screen.accept("Installed: start it with " + this.folder.script());
		clean(program, before);
	}

	private void unpack(ProgramFolder program) throws IOException, InterruptedException, NotInstalled {
		int code = Child.run(
				List.of(this.java, "-Djarmode=tools", "-jar", this.jar.file().toString(), "extract",
						"--application-filename", ProgramFolder.JAR, "--destination", program.path().toString()),
				this.folder.path(), this.folder.log().toFile(), UNPACKING);
		if (code != 0 || !Files.isRegularFile(program.jar())) {
			throw NotInstalled
				.failed("The jar " + this.jar.file() + " could not be unpacked; see " + this.folder.log() + ".", null);
		}
		Files.createFile(program.users());
	}

	private void learn(ProgramFolder program) throws IOException, InterruptedException, NotInstalled {
		Training training = new Training(this.java, program, this.folder.log());
		if (!training.run()) {
			if (!training.starts()) {
				throw NotInstalled.failed("The unpacked program does not start; see " + this.folder.log() + ".", null);
			}
			this.screen
				.accept("It could not learn that, and starts slower than it might; see " + this.folder.log() + ".");
		}
	}

	/** The one before may be about to be started; older ones are kept if they run. */
	private void clean(ProgramFolder program, OptionalInt before) {
		try {
			for (Path old : this.folder.programs()) {
				if (!old.equals(program.path()) && InstallFolder.number(old) != before.orElse(-1)) {
					InUse.deleteUnused(new ProgramFolder(old));
				}
			}
		}
		catch (IOException _) {
			// the next time
		}
	}

	private static boolean windows() {
		return System.getProperty("os.name").startsWith("Windows");
	}

}
