package dev.tickmark.ledger;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.payee.CallKind;

import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
class RunsTests {

	private static final Set<CallKind> ALL = EnumSet.of(CallKind.SUBMIT);

	private final Runs runs;

	private final Given given;

	private final JdbcClient jdbc;

	RunsTests(Runs runs, Given given, JdbcClient jdbc) {
		this.runs = runs;
		this.given = given;
		this.jdbc = jdbc;
	}

	@Test
	void aNewRunIsStartedInItsFirstPass() {
		RunKey key = Given.key();
		Path file = Path.of("/in/März \"1\".csv");
		List<String> header = List.of("Name", "größe, \"x\"", "");
		Run run = this.runs.create(key, new RunFile(file, 1_234_567_890_123L, "csv:UTF-8", header), "{}",
				Path.of("out", "reports"), null);
		assertThat(run.key()).isEqualTo(key);
		assertThat(run.fileName()).isEqualTo("März \"1\".csv");
		assertThat(run.filePath()).isEqualTo(file.toString());
		assertThat(run.fileSize()).isEqualTo(1_234_567_890_123L);
		assertThat(run.header()).isEqualTo(header);
		assertThat(run.state()).isEqualTo(RunState.STARTED);
		assertThat(run.message()).isNull();
		assertThat(run.pass()).isOne();
		assertThat(run.rows()).isNull();
		assertThat(run.createdAt()).isBeforeOrEqualTo(Instant.now()).isBeforeOrEqualTo(run.changedAt());
		assertThat(this.runs.find(run.id())).contains(run);
	}

	@Test
	void aRunKnowsSinceWhenItReusesAnswersAndGoesByThatAsLongAsItLasts() {
		RunFile file = new RunFile(Path.of("/in/payees.csv"), 42, "csv:UTF-8", List.of());
		Run run = this.runs.create(Given.key(), file, "{}", Path.of("reports"), Duration.ofDays(366));
		assertThat(reuseSince(run)).isEqualTo(run.createdAt().minus(Duration.ofDays(366)));
		this.runs.beginPass(run.id());
		this.runs.continuePass(run.id());
		assertThat(reuseSince(run)).isEqualTo(run.createdAt().minus(Duration.ofDays(366)));
		this.runs.define(run.id(), "{}", file, Duration.ofMinutes(1));
		assertThat(reuseSince(run)).isEqualTo(run.createdAt().minusSeconds(60));
		this.runs.define(run.id(), "{}", file, null);
		assertThat(reuseSince(run)).isNull();
		this.runs.define(run.id(), "{}", file, Duration.ofMinutes(1));
		assertThat(reuseSince(run)).as("nothing was to be reused").isNull();
		assertThat(reuseSince(this.given.run())).isNull();
	}

	@Test
	void theReportFolderIsNamedAfterTheFileAndTheRun() {
		Run run = this.given.run();
		assertThat(run.reports()).isEqualTo(Path.of("reports", "payees.csv-" + run.id()).toAbsolutePath());
	}

	@Test
	void everyRunHasAnIdentityOfItsOwn() {
		RunKey key = Given.key();
		assertThat(this.given.run(key).identity()).isNotEqualTo(this.given.run(key).identity());
	}

	@Test
	void theSandboxTheJobAndTheContentKeepRunsApart() {
		RunKey key = Given.key();
		RunKey sandbox = new RunKey(key.sha256(), key.job(), true);
		RunKey otherJob = new RunKey(key.sha256(), "another", false);
		assertThat(this.runs.latest(key)).isEmpty();
		Run real = this.given.run(key);
		assertThat(this.runs.latest(sandbox)).isEmpty();
		assertThat(this.runs.latest(otherJob)).isEmpty();
		assertThat(this.runs.latest(Given.key())).isEmpty();
		Run tried = this.given.run(sandbox);
		assertThat(this.runs.latest(key)).contains(real);
		assertThat(this.runs.latest(sandbox)).contains(tried);
	}

	@Test
	void theLatestRunOfAContentCounts() {
		RunKey key = Given.key();
		this.given.run(key);
		Run second = this.given.run(key);
		assertThat(this.runs.latest(key)).contains(second);
	}

	@Test
	void runsAreListedTheLatestFirst() {
		Run first = this.given.run();
		Run second = this.given.run();
		Run third = this.given.run();
		assertThat(this.runs.list(2)).containsExactly(third, second);
		assertThat(this.runs.list(3)).containsExactly(third, second, first);
	}

	@Test
	void aRunNotesHowItEnded() {
		Run run = this.given.run();
		this.runs.end(run.id(), 1, RunState.FAILED, "The disk is full.");
		Run failed = this.runs.find(run.id()).orElseThrow();
		assertThat(failed.state()).isEqualTo(RunState.FAILED);
		assertThat(failed.message()).isEqualTo("The disk is full.");
		assertThat(failed.changedAt()).isAfterOrEqualTo(run.changedAt());
		assertThat(failed.createdAt()).isEqualTo(run.createdAt());
		this.runs.end(run.id(), 1, RunState.COMPLETE, null);
		assertThat(this.runs.find(run.id()).orElseThrow().message()).isNull();
	}

	@Test
	void continuingStaysInThePassAndForgetsTheMessage() {
		long run = this.given.run().id();
		this.runs.end(run, 1, RunState.STOPPED, "Stopped by a signal.");
		Run taken = this.runs.continuePass(run);
		assertThat(taken.pass()).isOne();
		assertThat(taken.term()).isEqualTo(2);
		assertThat(taken.state()).isEqualTo(RunState.STARTED);
		assertThat(taken.message()).isNull();
		assertThat(passes(run)).containsExactly("1 open");
	}

	@Test
	void anotherPassHasTheNextNumberAndABeginningOfItsOwn() {
		long run = this.given.run().id();
		this.runs.endPass(run);
		this.runs.end(run, 1, RunState.OPEN, "3 rows are open.");
		Run taken = this.runs.beginPass(run);
		assertThat(taken.pass()).isEqualTo(2);
		assertThat(taken.state()).isEqualTo(RunState.STARTED);
		assertThat(taken.message()).isNull();
		assertThat(passes(run)).containsExactly("1 ended", "2 open");
	}

	@Test
	void aPassEndsOnceAndNoOtherPassEndsWithIt() {
		long run = this.given.run().id();
		long other = this.given.run().id();
		this.runs.beginPass(run);
		this.runs.endPass(run);
		assertThat(passes(run)).containsExactly("1 open", "2 ended");
		assertThat(passes(other)).containsExactly("1 open");
		Instant ended = ended(run);
		this.runs.endPass(run);
		assertThat(ended(run)).isEqualTo(ended);
	}

	@Test
	void aLanesLimitsAreNotedForThePassAndTheLastNoteHolds() {
		long run = this.given.run().id();
		this.runs.noteLane(run, "banfico", "10", ALL);
		this.runs.noteLane(run, "banfico", "20", ALL);
		this.runs.beginPass(run);
		this.runs.noteLane(run, "banfico", "30", EnumSet.of(CallKind.SUBMIT, CallKind.STATUS));
		assertThat(this.jdbc
			.sql("select pass || ': ' || limits || ' ' || counted from pass_lane where run_id = ? order by pass")
			.param(run)
			.query((results, _) -> results.getString(1))
			.list()).containsExactly("1: 20 SUBMIT", "2: 30 SUBMIT,STATUS");
	}

	@Test
	void thereIsNoRunThatNobodyMade() {
		assertThat(this.runs.find(-1)).isEmpty();
	}

	private @Nullable Instant reuseSince(Run run) {
		return this.jdbc.sql("select reuse_since from run where id = ?")
			.param(run.id())
			.query((results, _) -> Optional.ofNullable(Times.read(results, "reuse_since")))
			.single()
			.orElse(null);
	}

	private List<String> passes(long run) {
		return this.jdbc
			.sql("select number || case when ended_at is null then ' open' else ' ended' end from pass"
					+ " where run_id = ? order by number")
			.param(run)
			.query((results, _) -> results.getString(1))
			.list();
	}

	private Instant ended(long run) {
		return this.jdbc.sql("select max(ended_at) as ended_at from pass where run_id = ?")
			.param(run)
			.query((results, _) -> Times.require(results, "ended_at"))
			.single();
	}

}
