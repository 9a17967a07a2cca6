package dev.tickmark.console;

import java.io.IOException;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import dev.tickmark.sandbox.Sandbox;
import dev.tickmark.sandbox.SandboxSettings;

/** What {@code tickmark sandbox} takes and does. */
@Command(name = "sandbox", mixinStandardHelpOptions = true,
		description = "Simulates the providers on this machine, on fixed ports, until it is stopped.")
final class SandboxOptions implements Callable<Integer> {

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() throws InterruptedException {
		CommandSpec known = Objects.requireNonNull(this.spec);
		Screen screen = Screen.of(known.commandLine().getOut());
		CountDownLatch stopped = new CountDownLatch(1);
		Shutdown.onSignal(stopped::countDown);
		try (ConfigurableApplicationContext context = Application.start(NoDatabase.class,
				TickmarkCommand.settings(known))) {
			SandboxSettings settings = Binder.get(context.getEnvironment())
				.bindOrCreate("tickmark.sandbox", SandboxSettings.class);
			try (Sandbox sandbox = Sandbox.start(settings,
					Application.home(context.getEnvironment()).resolve("sandbox"), true)) {
				tell(sandbox, screen);
				stopped.await();
			}
			catch (IOException ex) {
				known.commandLine().getErr().println(ex.getMessage());
				return ExitCode.UNFINISHED;
			}
		}
		return ExitCode.COMPLETE;
	}

	private static void tell(Sandbox sandbox, Screen screen) {
		screen
			.say("The sandbox is up; open an address in a browser to see what it answers. To use it from another run:");
		new TreeMap<>(sandbox.properties()).forEach((key, value) -> screen.say("  " + key + "=" + value));
		screen.say("Ctrl-C ends it.");
	}

	/** The sandbox needs the settings, and nothing else of the application. */
	@Configuration(proxyBeanMethods = false)
	static class NoDatabase {

	}

}
