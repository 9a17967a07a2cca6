package dev.tickmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.sandbox.Sandbox;
import dev.tickmark.sandbox.SandboxSettings;
import dev.tickmark.verification.definition.Deadline;
import dev.tickmark.verification.LaneProgress;
import dev.tickmark.verification.RunWatcher;
import dev.tickmark.verification.StopSignal;
import dev.tickmark.verification.VerificationJob;
import dev.tickmark.verification.VerifyCommand;
import dev.tickmark.verification.VerifyResult;
import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.JobDefinition;

/**
 * The program in this process against sandboxes that misbehave. It is impatient: a call
 * takes a second at most, and a run waits 2.5 for a provider that keeps it waiting.
 */
@SpringBootTest(classes = Tickmark.class)
@ContextConfiguration(initializers = { TestDatabase.class, TroubleCase.Lanes.class })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock("the program in this process")
@DirtiesContext
abstract class TroubleCase {

	static final List<String> PROVIDERS = List.of("banfico", "paysway", "smartglocal", "bank131", "paysafe");

	/** How many failed attempts in a row end the asking. */
	static final int MOST_ATTEMPTS = 4;

	/** How many runs are made side by side. */
	static final int AT_ONCE = 4;

	@TempDir
	static Path folder;

	@Autowired
	VerificationJob job;

	/** Providers that behave, but for these settings of theirs, such as their faults. */
	static SandboxSettings settings(Map<String, String> defaults, Map<String, Map<String, String>> providers) {
		Map<String, String> all = new HashMap<>(Map.of("latency", "0s", "latency-spread", "0s", "pending-share", "0",
				"pending-for", "300ms", "session-life", "16s"));
		all.putAll(defaults);
		Map<String, Map<String, String>> each = new HashMap<>(providers);
		// No person uses a link that nobody was given yet
		each.merge("paysafe", Map.of("pending-for", "5s"), (own, slow) -> {
			Map<String, String> both = new HashMap<>(slow);
			both.putAll(own);
			return both;
		});
		return new SandboxSettings(all, each);
	}

	static PayeeFile file(String name, Payees payees) throws Exception {
		Path path = folder.resolve(name);
		Files.write(path, payees.bytes());
		return PayeeFile.open(path);
	}

	/** Rows for all five providers, most of which agree. */
	static Payees payees() {
		Payees payees = Payees.everybody();
		for (String ending : List.of("0001", "0002", "0003", "7108", "7120")) {
			payees.banfico(ending).paysway(ending);
		}
		for (String ending : List.of("0001", "0002", "0003", "7101", "7142")) {
			payees.smartglocal(ending);
		}
		for (String ending : List.of("0001", "0002", "0003", "7108", "7109")) {
			payees.bank131(ending);
		}
		for (String ending : List.of("0001", "0002", "0003", "7108", "7142")) {
			payees.paysafe(ending);
		}
		return payees;
	}

	/** A job that is like the usual one but for its name. */
	private static JobDefinition named(String job) {
		try {
			return Definitions.read(job, "reports: {files: none}", Set.of());
		}
		catch (BadDefinition ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Makes one pass over a file, or continues with it.
	 * @param deadline until when it waits for providers; null leaves it to its patience
	 */
	VerifyResult.Finished pass(PayeeFile file, String job, Map<String, String> providers, @Nullable Deadline deadline,
			Consumer<List<LaneProgress>> opened) {
		Lanes.SOURCE.lead(providers);
		VerifyCommand command = new VerifyCommand(file, named(job), folder.resolve("reports"), deadline, false, false);
		VerifyResult result = this.job.verify(command, new RunWatcher() {
			@Override
			public void opened(List<LaneProgress> lanes) {
				opened.accept(lanes);
			}
		}, new StopSignal());
		if (result instanceof VerifyResult.Finished finished) {
			return finished;
		}
		throw new AssertionError(job + ": " + result);
	}

	/**
	 * Makes the key that callers sign with in a sandbox's folder; it takes a while to
	 * make another.
	 */
	static Path withKey(Path folder) throws IOException {
		Path key = Path
			.of(Objects.requireNonNull(Lanes.SOURCE.otherwise().get("tickmark.providers.bank131.private-key")));
		Files.createDirectories(folder);
		Files.copy(key, folder.resolve(key.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
		return folder;
	}

	/** Where the lanes are, and how impatient the program is. */
	static class Lanes implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		static final LanesOfAThread SOURCE = new LanesOfAThread(anywhere());

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			Map<String, Object> impatience = new HashMap<>(Map.of("tickmark.recheck.first-delay", "50ms",
					"tickmark.recheck.max-delay", "2500ms", "tickmark.recheck.max-attempts", MOST_ATTEMPTS,
					// other tests see to it that what is written stays written
					"spring.datasource.hikari.connection-init-sql", "set synchronous_commit = off",
					// a chunk keeps its connection while it waits for another's; each run
					// has 20
					"spring.datasource.hikari.maximum-pool-size", 22 * AT_ONCE));
			for (String provider : PROVIDERS) {
				String prefix = "tickmark.providers." + provider + ".";
				impatience.put(prefix + "timeout", "1s");
				impatience.put(prefix + "max-concurrent-calls", 10);
				impatience.put(prefix + "limits[0].calls", 100);
				impatience.put(prefix + "limits[0].per", "1s");
			}
			context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("impatience", impatience));
			context.getEnvironment().getPropertySources().addFirst(SOURCE);
		}

		/** Some sandbox's addresses; nobody is there. */
		private static Map<String, String> anywhere() {
			try {
				Path nowhere = Files.createTempDirectory("sandbox");
				try (Sandbox sandbox = Sandbox.start(SandboxSettings.standard(), nowhere, false)) {
					return sandbox.properties();
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
