package dev.tickmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.sandbox.Sandbox;
import dev.tickmark.verification.definition.Deadline;
import dev.tickmark.verification.LaneProgress;
import dev.tickmark.verification.VerifyResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** All five providers are gone for a while, in the midst of a run. */
class OutageIT extends TroubleCase {

	private static final int ROWS = 60;

	/** What an outage may cost a lane: 10 in flight, 10 that tell, and a few tries. */
	private static final int HANDFUL = 25;

	private final List<LaneProgress> lanes = new CopyOnWriteArrayList<>();

	private final ExecutorService thread = Executors.newSingleThreadExecutor();

	@AfterAll
	void end() {
		this.thread.shutdownNow();
	}

	private static Payees many() {
		Payees payees = Payees.everybody();
		for (int i = 1; i <= ROWS; i++) {
			String ending = "%04d".formatted(i);
			payees.banfico(ending).paysway(ending).smartglocal(ending).bank131(ending).paysafe(ending);
		}
		return payees;
	}

	private static Sandbox start(Path folder, Map<String, Integer> ports) throws IOException {
		Map<String, Map<String, String>> providers = new HashMap<>();
		ports.forEach((provider, port) -> providers.put(provider, Map.of("port", Integer.toString(port))));
		return Sandbox.start(settings(Map.of("latency", "30ms"), providers), folder, !ports.isEmpty());
	}

	private static Map<String, Integer> ports(Sandbox sandbox) {
		Map<String, Integer> ports = new HashMap<>();
		sandbox.providers().forEach((provider) -> ports.put(provider.name(), provider.port()));
		return ports;
	}

	private Future<VerifyResult.Finished> begin(PayeeFile file, Map<String, String> properties,
			@Nullable Deadline deadline) {
		this.lanes.clear();
		return this.thread.submit(() -> pass(file, "outage", properties, deadline, this.lanes::addAll));
	}

	private void awaitCalls(Future<?> run) {
		await().failFast("the run is over", run::isDone)
			.until(() -> this.lanes.size() == PROVIDERS.size()
					&& this.lanes.stream().allMatch((lane) -> lane.calls() >= 10));
	}

	private void awaitOutages() {
		await()
			.until(() -> this.lanes.stream().allMatch((lane) -> lane.outages() > 0 || lane.settled() == lane.total()));
	}

	@Tag("long")
	@Test
	void aShortOutageIsWaitedFor() throws Exception {
		PayeeFile file = file("short.csv", many());
		Path folder = withKey(TroubleCase.folder.resolve("short"));
		Sandbox sandbox = start(folder, Map.of());
		Future<VerifyResult.Finished> run = begin(file, sandbox.properties(), Deadline.parse("2m"));
		awaitCalls(run);
		sandbox.close();
		awaitOutages();
		try (Sandbox again = start(folder, ports(sandbox))) {
			VerifyResult.Finished finished = run.get();
			assertThat(finished.stoppedLanes()).isEmpty();
			assertComplete(finished, again);
		}
	}

	@Tag("long")
	@Test
	void aLongOutageCostsAHandfulOfCallsAndTheNextPassGoesOn() throws Exception {
		PayeeFile file = file("long.csv", many().banfico("7108"));
		Path folder = withKey(TroubleCase.folder.resolve("long"));
		Sandbox sandbox = start(folder, Map.of());
		Future<VerifyResult.Finished> run = begin(file, sandbox.properties(), null);
		awaitCalls(run);
		sandbox.close();
		List<Long> before = this.lanes.stream().map(LaneProgress::calls).toList();
		VerifyResult.Finished broken = run.get();
		for (int i = 0; i < before.size(); i++) {
			LaneProgress lane = this.lanes.get(i);
			assertThat(lane.calls() - before.get(i)).as(lane.provider() + ": calls in vain").isLessThan(HANDFUL);
		}
		assertThat(broken.figures().open()).isPositive();
		assertThat(broken.stoppedLanes()).allMatch((message) -> message.contains("found out of service at"));
		try (Sandbox again = start(folder, ports(sandbox))) {
			VerifyResult.Finished finished = begin(file, again.properties(), null).get();
			assertComplete(finished, again);
		}
	}

	private static void assertComplete(VerifyResult.Finished finished, Sandbox sandbox) throws Exception {
		assertThat(finished.figures().open()).isZero();
		Report report = new Report(finished.run().reports());
		assertThat(report.summary().at("/control_totals/agree").booleanValue()).isTrue();
		assertThat(report.results()).allSatisfy((row) -> assertThat(row.get("verdict"))
			.isEqualTo(row.get("account_number").endsWith("7108") ? "NO_MATCH" : "MATCH"));
		Providers providers = new Providers(sandbox.properties(), sandbox);
		for (String provider : PROVIDERS) {
			long again = providers.counted(provider, "submissions") - providers.counted(provider, "distinct");
			// a session of Paysafe's that ended during the outage is on no list any more
			if (!provider.equals("paysafe")) {
				assertThat(again).as(provider + ": charged again")
					.isLessThanOrEqualTo(report.lane(provider).path("repeats").longValue());
			}
		}
	}

}
