package dev.tickmark.verification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunState;
import dev.tickmark.verification.Explained.Agreement.Kind;
import dev.tickmark.verification.StubServer.Says;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.JobDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs of different files that have payees in common. */
class ReusedAnswersTests extends VerificationJobCase {

	private static final String REUSING = "reuse-within: 30d\nreports: {files: [page, workbook]}";

	@Autowired
	private Explanations explanations;

	@Autowired
	private RunReport report;

	@Autowired
	private DryRun dryRun;

	/** The names of one test differ from those of all others. */
	private String mark = "";

	@BeforeEach
	void anotherName() {
		this.mark = "-reuse" + FILES.incrementAndGet();
	}

	@Test
	void whatAnotherFileHasAskedIsNotAskedAgainAndSaysSo() throws Exception {
		Run first = finished(REUSING, false, "a", "b", "c").run();
		Instant checked = checkedAt(first, "b");
		VerifyResult.Finished finished = finished(REUSING, false, "b", "d", "c", "b");
		Run second = finished.run();
		assertThat(second.state()).isEqualTo(RunState.COMPLETE);
		assertThat(asked("a", "b", "c", "d")).containsExactly(1, 1, 1, 1);
		List<String> rows = results(finished);
		String told = ",MATCH,ACTIVE,FULL,NAME_AND_ACCOUNT,,,matched Reused: checked on "
				+ LocalDate.ofInstant(checked, ZoneOffset.UTC) + " in run " + first.id() + ".,scripted,,,"
				+ checked.toString().substring(0, 19) + "Z";
		assertThat(rows.get(0)).endsWith(told);
		assertThat(rows.get(1)).contains(",matched,scripted,,1,");
		assertThat(rows.get(3)).endsWith(told);
		assertThat(finished.figures().reused().rows()).isEqualTo(3);
		assertThat(finished.figures().lanes()).singleElement().satisfies((lane) -> {
			assertThat(lane.verifications()).isEqualTo(3);
			assertThat(lane.calls()).isOne();
		});
		assertThat(finished.figures().passes()).singleElement().satisfies((pass) -> assertThat(pass.calls()).isOne());
		assertThat(read(second, "summary.json").replaceAll("\\s+", "")).contains(
				"\"reused\":{\"rows\":3," + "\"verifications\":2,\"since\":\"",
				"\"verifications\":3,\"reused\":2,\"calls\":1");
		assertThat(read(second, "report.html")).contains("3 of the rows with MATCH, from checks of earlier runs");
		String results = read(second, "results.csv");
		this.report.write(second);
		assertThat(read(second, "results.csv")).as("again, from the ledger").isEqualTo(results);
	}

	@Test
	void aRowThatIsReusedIsExplainedByTheRunItIsFrom() throws Exception {
		Run first = finished(REUSING, false, "a", "b").run();
		Run second = finished(REUSING, false, "b", "c").run();
		Explained.Asked reused = (Explained.Asked) this.explanations.explain(second.id(), 2);
		assertThat(reused.calls()).isEmpty();
		assertThat(reused.agreement().kind()).isEqualTo(Kind.OPEN);
		assertThat(reused.agreement().text()).contains("reused from run " + first.id() + ", line 3",
				"tickmark explain " + first.id() + " 3 has the calls");
		Explained.Asked own = (Explained.Asked) this.explanations.explain(second.id(), 3);
		assertThat(own.agreement().kind()).isEqualTo(Kind.FOLLOWS);
		assertThat(((Explained.Asked) this.explanations.explain(first.id(), 3)).calls()).hasSize(1);
	}

	@Test
	void aLaneThatNobodyNeedsAnyMoreIsNotOpened() throws Exception {
		finished(REUSING, false, "a", "b", "c");
		int before = STUB.asked();
		List<LaneProgress> opened = new ArrayList<>();
		VerifyResult result = this.job.verify(command(REUSING, false, "c", "a"), new RunWatcher() {
			@Override
			public void opened(List<LaneProgress> lanes) {
				opened.addAll(lanes);
			}
		}, new StopSignal());
		VerifyResult.Finished finished = (VerifyResult.Finished) result;
		assertThat(finished.run().state()).isEqualTo(RunState.COMPLETE);
		assertThat(opened).isEmpty();
		assertThat(STUB.asked()).isEqualTo(before);
		assertThat(count("select count(*) from pass_lane where run_id = ?", finished)).isZero();
		assertThat(finished.figures().forecast()).isNull();
		assertThat(results(finished)).hasSize(2).allMatch((row) -> row.contains(",MATCH,"));
	}

	@Test
	void aLaneIsToldOnlyWhatItHasToAsk() throws Exception {
		finished(REUSING, false, "a", "b", "c");
		List<LaneProgress> opened = new ArrayList<>();
		this.job.verify(command(REUSING, false, "c", "a", "x", "y"), new RunWatcher() {
			@Override
			public void opened(List<LaneProgress> lanes) {
				assertThat(lanes).singleElement().satisfies((lane) -> {
					assertThat(lane.total()).isEqualTo(2);
					assertThat(lane.asked()).isZero();
					assertThat(lane.settled()).isZero();
				});
				opened.addAll(lanes);
			}
		}, new StopSignal());
		assertThat(opened).singleElement().satisfies((lane) -> {
			assertThat(lane.asked()).isEqualTo(2);
			assertThat(lane.settled()).isEqualTo(2);
		});
	}

	@Test
	void withoutTheKeyEverybodyIsAsked() throws Exception {
		finished(REUSING, false, "a");
		assertThat(results(finished("{}", false, "a", "b"))).noneMatch((row) -> row.contains("Reused"));
		assertThat(asked("a")).containsExactly(2);
	}

	@Test
	void askingAgainReusesNothingAndNeitherDoesWhatContinuesIt() throws Exception {
		finished(REUSING, false, "a", "b");
		VerifyCommand other = command(REUSING, false, "b", "c");
		assertThat(run(other).run().state()).isEqualTo(RunState.COMPLETE);
		assertThat(asked("b", "c")).containsExactly(1, 1);
		STUB.answers((name, _) -> name.startsWith("c") ? new Says(500, Map.of()) : Says.ok());
		VerifyResult.Finished again = run(
				new VerifyCommand(other.file(), other.job(), other.reports(), null, false, true));
		assertThat(again.run().state()).isEqualTo(RunState.OPEN);
		assertThat(asked("b")).containsExactly(2);
		assertThat(results(again)).noneMatch((row) -> row.contains("Reused"));
		STUB.answers((_, _) -> Says.ok());
		finished(REUSING, false, "c");
		VerifyResult.Finished continued = run(other);
		assertThat(continued.run().id()).isEqualTo(again.run().id());
		assertThat(results(continued)).noneMatch((row) -> row.contains("Reused"))
			.allMatch((row) -> row.contains(",MATCH,"));
	}

	@Test
	void aRunThatIsContinuedReusesAsItBegan() throws Exception {
		StopSignal stop = new StopSignal();
		stop.request("before it has begun");
		VerifyCommand command = command(REUSING, false, "a", "b");
		VerifyResult.Stopped stopped = (VerifyResult.Stopped) this.job.verify(command, watcher(), stop);
		Run other = finished(REUSING, false, "a").run();
		VerifyResult.Finished continued = run(command);
		assertThat(continued.run().id()).isEqualTo(stopped.run().id());
		assertThat(results(continued).getFirst()).contains("in run " + other.id() + ".");
		assertThat(asked("a", "b")).containsExactly(1, 1);
	}

	@Test
	void whatIsNotAMatchIsAskedAnew() throws Exception {
		STUB.answers((name, _) -> name.startsWith("b") ? new Says(400, Map.of()) : Says.ok());
		finished(REUSING, false, "a", "b");
		finished(REUSING, false, "b", "a", "c");
		assertThat(asked("a", "b")).containsExactly(1, 2);
	}

	@Test
	void aDryRunLeavesOutWhatWouldBeReused() throws Exception {
		finished(REUSING, false, "a", "b", "c");
		VerifyCommand command = command(REUSING, false, "b", "d", "c", "b");
		LanePlan lane = this.dryRun.plan(command).lanes().getFirst();
		assertThat(lane.rows()).isEqualTo(4);
		assertThat(lane.verifications()).isEqualTo(3);
		assertThat(lane.reused()).isEqualTo(2);
		assertThat(lane.calls()).isBetween(1L, 2L);
		LanePlan again = this.dryRun
			.plan(new VerifyCommand(command.file(), command.job(), command.reports(), null, false, true))
			.lanes()
			.getFirst();
		assertThat(again.reused()).isZero();
		assertThat(again.calls()).isGreaterThanOrEqualTo(3);
		assertThat(
				this.dryRun.plan(new VerifyCommand(command.file(), command.job(), command.reports(), null, true, false))
					.lanes()
					.getFirst()
					.reused())
			.as("a rehearsal")
			.isZero();
		assertThat(this.dryRun.plan(command(REUSING, false, "c")).lanes()).singleElement().satisfies((none) -> {
			assertThat(none.reused()).isOne();
			assertThat(none.calls()).isZero();
			assertThat(none.time()).isZero();
		});
	}

	@Test
	void whatADryRunSaysOfACompleteFileIsWhatAskingAgainWouldTake() throws Exception {
		finished(REUSING, false, "a", "b");
		Plan plan = this.dryRun.plan(command(REUSING, false, "a", "b"));
		assertThat(plan.known()).isNotNull();
		assertThat(plan.lanes().getFirst().reused()).isZero();
	}

	private VerifyResult.Finished finished(String definition, boolean again, String... names) throws Exception {
		return run(command(definition, again, names));
	}

	private VerifyResult.Finished run(VerifyCommand command) {
		VerifyResult result = this.job.verify(command, watcher(), new StopSignal());
		assertThat(result).isInstanceOf(VerifyResult.Finished.class);
		return (VerifyResult.Finished) result;
	}

	private VerifyCommand command(String definition, boolean again, String... names) throws Exception {
		Path path = this.folder.resolve(String.join("", names) + ".csv");
		StringBuilder text = new StringBuilder("name,iban,provider\n");
		for (String name : names) {
			text.append(name).append(this.mark).append(",,scripted\n");
		}
		Files.writeString(path, text);
		JobDefinition job = Definitions.read("reuse", definition, Set.of());
		return new VerifyCommand(PayeeFile.open(path), job, this.folder.resolve("reports"), null, false, again);
	}

	private List<Integer> asked(String... names) {
		return List.of(names).stream().map((name) -> STUB.asked(name + this.mark)).toList();
	}

	private Instant checkedAt(Run run, String name) {
		return this.jdbc
			.sql("""
					select v.checked_at from verification v join payee_row r on r.run_id = v.run_id and r.number = v.first_row
					where v.run_id = ? and r.fields ->> 0 = ?""")
			.params(run.id(), name + this.mark)
			.query((results, _) -> results.getTimestamp("checked_at").toInstant())
			.single();
	}

	private static String read(Run run, String file) throws Exception {
		return Files.readString(run.reports().resolve(file));
	}

}
