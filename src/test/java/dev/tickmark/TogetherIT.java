package dev.tickmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.tickmark.ledger.embedded.DatabaseUnavailable;
import dev.tickmark.ledger.embedded.EmbeddedServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Several processes at the same moment, with one ledger: the embedded one, or a
 * PostgreSQL of one's own that they use from different folders.
 */
@EnabledOnOs(OS.LINUX)
@Tag("long")
class TogetherIT {

	@TempDir
	private Path folders;

	private final List<AutoCloseable> open = new ArrayList<>();

	private Workplace here;

	private Workplace there;

	@BeforeEach
	void open() throws IOException {
		this.here = workplace("here");
		this.there = this.here;
	}

	@AfterEach
	void close() throws Exception {
		for (AutoCloseable closing : this.open.reversed()) {
			closing.close();
		}
	}

	@ParameterizedTest
	@EnumSource
	void oneFileIsWorkedOnByOneProcess(Ledger ledger) throws Exception {
		use(ledger);
		file("payees.csv", Payees.of(100, 0));
		Providers providers = providers(1000);
		List<String> settings = providers.settings(4, 4);
		RunningProgram one = this.here.start(settings, "verify", "payees.csv");
		RunningProgram other = this.there.start(settings, "verify", "payees.csv");
		await().until(() -> !one.isAlive() || !other.isAlive());
		RunningProgram worker = one.isAlive() ? one : other;
		RunningProgram.Ended refused = refused(one.isAlive() ? other : one, worker);
		await().until(() -> providers.counted("banfico", "submissions") > 0);
		RunningProgram.Ended stopped = worker.terminate()
			.end()
			.with(1)
			.saying("Run 1: payees.csv, 100 rows", "Run 1 was stopped");
		new Said("The same file twice at the same moment, " + ledger).by("one, stopped by SIGTERM later", stopped)
			.by("the other", refused)
			.keep();
	}

	@Tag("long")
	@ParameterizedTest
	@EnumSource
	void twoFilesShareALaneOneAfterTheOther(Ledger ledger) throws Exception {
		use(ledger);
		file("one.csv", Payees.of(40, 0));
		file("two.csv", Payees.of(41, 0));
		// two at once would send 20 calls a second
		Providers providers = providers(15);
		List<String> settings = providers.settings(10, 10);
		RunningProgram one = this.here.start(settings, "verify", "one.csv");
		RunningProgram two = this.there.start(settings, "verify", "two.csv");
		RunningProgram.Ended oneEnded = one.end().with(0);
		RunningProgram.Ended twoEnded = two.end().with(0);
		assertThat(oneEnded.output() + twoEnded.output())
			.containsPattern("Lane banfico is used by tickmark process (%d|%d) on .*\\. Waiting for it\\."
				.formatted(one.pid(), two.pid()));
		assertThat(providers.counted("banfico", "submissions")).isEqualTo(81);
		assertThat(providers.counted("banfico", "violations")).isZero();
		assertThat(this.here.server()).as("the last one stops the database").isEmpty();
		new Said("Two files that need the same lane, " + ledger).by("one.csv", oneEnded).by("two.csv", twoEnded).keep();
	}

	@ParameterizedTest
	@EnumSource(names = "EMBEDDED")
	void aRunThatWasToldToStopIsAliveUntilItsCallsHaveLanded(Ledger ledger) throws Exception {
		use(ledger);
		file("payees.csv", Payees.of(40, 0));
		Providers providers = providers(1000);
		Door banfico = opened(Door.before("banfico", providers));
		List<String> settings = banfico.through(providers.settings(20, 20));
		banfico.keepAnswers();
		RunningProgram first = this.here.start(settings, "verify", "payees.csv");
		await().until(() -> banfico.kept() >= 5);
		RunningProgram again = this.there.start(settings, "verify", "payees.csv", "--again");
		first.terminate().says("Stopping: calls in flight still land");
		RunningProgram same = this.there.start(settings, "verify", "payees.csv");
		Said said = new Said("A run continued while it is alive: told to stop, its calls still landing, " + ledger)
			.by("the second, started with --again", refused(again, first))
			.by("the third, started after the stop", refused(same, first));
		banfico.open();
		said.by("the first", first.end().with(1).saying("Run 1 was stopped")).keep();
		assertThat(providers.counted("banfico", "submissions")).as("it was stopped in the middle").isLessThan(40);
		this.there.run(settings, "verify", "payees.csv").with(0).saying("Continuing run 1", "40 rows in", "all final");
		assertThat(providers.counted("banfico", "submissions")).as("nothing was asked twice").isEqualTo(40);
		assertThat(providers.counted("banfico", "violations")).isZero();
	}

	@ParameterizedTest
	@EnumSource(names = "OWN")
	void aRunWhoseProcessIsSuspendedIsAlive(Ledger ledger) throws Exception {
		use(ledger);
		file("payees.csv", Payees.of(60, 0));
		Providers providers = providers(15);
		List<String> settings = providers.settings(10, 10);
		// what is in flight for longer than its time-out is in doubt, suspended or not
		settings.add("--tickmark.providers.banfico.timeout=5m");
		RunningProgram first = this.here.start(settings, "verify", "payees.csv");
		await().until(() -> providers.counted("banfico", "submissions") >= 15);
		first.signal("STOP");
		RunningProgram.Ended refused = refused(this.there.start(settings, "verify", "payees.csv"), first);
		assertThat(providers.counted("banfico", "submissions")).as("it was suspended in the middle").isLessThan(60);
		first.signal("CONT");
		RunningProgram.Ended ended = first.end().with(0).saying("60 rows in", "all final");
		assertThat(providers.counted("banfico", "submissions")).as("nothing was asked twice").isEqualTo(60);
		assertThat(providers.counted("banfico", "violations")).isZero();
		new Said("A run continued while it is suspended (kill -STOP, then -CONT), " + ledger).by("the second", refused)
			.by("the first, after it went on", ended)
			.keep();
	}

	/** Expects that a program let go at once and said who is at work. */
	private static RunningProgram.Ended refused(RunningProgram program, RunningProgram worker) {
		RunningProgram.Ended ended = program.end()
			.with(1)
			.saying("This file is being verified by tickmark process " + worker.pid() + " on ");
		assertThat(ended.output().lines()).hasSize(1);
		assertThat(worker.isAlive()).isTrue();
		return ended;
	}

	private void use(Ledger ledger) throws IOException, DatabaseUnavailable {
		if (ledger == Ledger.OWN) {
			EmbeddedServer server = opened(EmbeddedServer.open(this.folders.resolve("postgres")));
			this.there = workplace("there");
			Stream.of(this.here, this.there).forEach((workplace) -> workplace.database(server));
		}
	}

	private void file(String name, Payees content) throws IOException {
		this.here.file(name, content);
		if (this.there != this.here) {
			this.there.file(name, content);
		}
	}

	private Workplace workplace(String name) throws IOException {
		return opened(new Workplace(Files.createDirectory(this.folders.resolve(name))));
	}

	private Providers providers(int callsPerSecond) throws IOException {
		return opened(Providers.start(Files.createDirectory(this.folders.resolve("providers")), Duration.ZERO,
				callsPerSecond));
	}

	private <T extends AutoCloseable> T opened(T opening) {
		this.open.add(opening);
		return opening;
	}

	/** Where the ledger is. */
	enum Ledger {

		EMBEDDED, OWN;

		@Override
		public String toString() {
			return (this == EMBEDDED) ? "with the embedded database" : "with a PostgreSQL of one's own";
		}

	}

}
