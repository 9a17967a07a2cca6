package dev.tickmark.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.Patience;
import dev.tickmark.ledger.Figures.VerdictCount;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs that are not at their end, or came there by detours. */
@LedgerTest
class RunChecksAtAnyMomentTests extends RunChecksCase {

	RunChecksAtAnyMomentTests(RunChecks checks, Runs runs, Rows rows, CallJournal journal, Changes changes,
			Fallbacks fallbacks, Originals originals, OwnerLocks locks, Given given, JdbcClient jdbc) {
		super(checks, runs, rows, journal, changes, fallbacks, originals, locks, given, jdbc);
	}

	@Test
	void whatIsBeingAskedForTheFirstTimeIsAFaultOnlyAtTheEnd() {
		long run = goodRun();
		this.journal.asking(this.given.verifications(run).get(2), 1, 1);
		for (RunState state : Set.of(RunState.STARTED, RunState.STOPPED, RunState.FAILED)) {
			end(run, state);
			assertThat(check(run).faults()).as(state.name()).isEmpty();
		}
		end(run, RunState.OPEN);
		assertThat(check(run).faults()).containsExactly("verifications still ASKING: 1",
				"verifications whose verdict does not fit their state: 1");
		this.jdbc.sql("update verification set asking_call = null where run_id = ? and state = 'ASKING'")
			.param(run)
			.update();
		end(run, RunState.STARTED);
		assertThat(check(run).faults()).containsExactly("verifications that are being asked by no call: 1");
	}

	@Test
	void anAnswerThatNobodyHasActedUponYetIsNoFault() {
		long run = goodRun();
		long asked = this.given.verifications(run).get(2);
		this.journal.asking(asked, 1, 1);
		this.journal.record(asked, Given.call(1));
		assertThat(check(run).faults()).isEmpty();
		end(run, RunState.STOPPED);
		assertThat(check(run).faults()).isEmpty();
	}

	@Test
	void openRowsAreAFaultOfACompleteRunOnly() {
		long run = goodRun();
		end(run, RunState.COMPLETE);
		assertThat(check(run).faults()).containsExactly("rows still open, though the run is COMPLETE: 3");
	}

	@Test
	void aRunThatHasNotTakenItsFileInHasNothingToAddUp() {
		Run run = this.given.run();
		for (RunState state : Set.of(RunState.STARTED, RunState.STOPPED, RunState.FAILED)) {
			end(run.id(), state);
			assertThat(check(run.id()).faults()).as(state.name()).isEmpty();
			assertThat(check(run.id()).verdicts()).isEmpty();
		}
		this.jdbc.sql("update run set row_count = null where id = ?").param(moved(goodRun(), run.id())).update();
		assertThat(check(run.id()).faults())
			.containsExactly("rows and verifications of a file that was not taken in: 10");
		end(run.id(), RunState.OPEN);
		assertThat(check(run.id()).faults()).contains("the run is OPEN, and its file was not taken in");
	}

	@Test
	void whileTheFileIsTakenInNothingOfItIsSeen() {
		Run run = this.given.run();
		this.rows.load(run.id(), (sink) -> {
			Given.ask(sink, 2, "Anna", Given.BANFICO, "a");
			assertThat(elsewhere(() -> check(run.id()).faults())).isEmpty();
		});
		assertThat(check(run.id()).faults()).isEmpty();
		assertThat(check(run.id()).stored()).isOne();
	}

	@Test
	void whatHappensMeanwhileIsNotSeen() {
		long run = goodRun();
		RunCheck check = this.checks.check(run, (_) -> {
			// in the middle of it
			elsewhere(() -> this.jdbc.sql("delete from payee_row where run_id = ? and number = 1").param(run).update());
			return AMOUNTS;
		}).orElseThrow();
		assertThat(check.faults()).isEmpty();
		assertThat(check(run).faults()).isNotEmpty();
	}

	/** On another connection. */
	private static <T> T elsewhere(Supplier<T> work) {
		return CompletableFuture.supplyAsync(work).orTimeout(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS).join();
	}

	@Test
	void aRunThatFellBackAddsUpAtEveryMomentOfIt() {
		long run = this.given.run().id();
		this.rows.load(run, (sink) -> {
			sink.ask(row(2, "Anna", "10", "EUR"), Given.asked(Given.BANFICO, "a"), Given.asked(Given.PAYSWAY, "x"));
			sink.ask(row(3, "Bert", "20", "EUR"), Given.asked(Given.BANFICO, "b"), Given.asked(Given.PAYSWAY, "y"));
			sink.ask(row(4, "Carl", "30", "EUR"), Given.asked(Given.PAYSWAY, "x"), null);
		});
		List<Long> ids = this.given.verifications(run);
		answer(ids.get(0), UNABLE);
		answer(ids.get(1), UNABLE);
		answer(ids.get(2), Given.match());
		assertThat(check(run).faults()).isEmpty();
		end(run, RunState.OPEN);
		assertThat(check(run).faults()).containsExactly("rows that could have fallen back and did not: 2");
		end(run, RunState.STARTED);
		this.fallbacks.follow(run, Given.PAYSWAY, Set.of(Given.BANFICO), Given.NOON, 1);
		assertThat(check(run).faults()).isEmpty();
		this.fallbacks.settle(run);
		answer(this.given.verifications(run).getLast(), Given.match());
		end(run, RunState.COMPLETE);
		assertThat(check(run).faults()).isEmpty();
		assertThat(check(run).verdicts()).containsExactly(new VerdictCount("paysway", "MATCH", 3));
		assertThat(amounts(check(run)).of("MATCH", "EUR")).isEqualTo("60");
		this.jdbc.sql("update verification set verdict = 'MATCH' where id = ?").param(ids.getFirst()).update();
		assertThat(check(run).faults())
			.contains("rows that fell back from a provider which was not unable to check: 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "delete from call where verification_id = :original",
			"update verification set attempts = 1 where reused_from = :original",
			"""
					insert into call (verification_id, number, kind, method, path, sent_at, took_micros, repeated, sandbox, status)
					select id, 1, 'SUBMIT', 'POST', '/v1', now(), 1, false, false, 200
					from verification where reused_from = :original""" })
	void whatIsReusedRestsOnTheOtherRunsAnswerAndOnNoneOfItsOwn(String planted) {
		long original = this.given.asking("Anna");
		long asked = this.given.verifications(original).getFirst();
		answer(asked, Given.match());
		end(original, RunState.COMPLETE);
		long run = this.given.asking("Anna");
		this.jdbc
			.sql("""
					update verification v set state = 'CONCLUDED', reused_from = o.id, verdict = o.verdict,
						account_state = o.account_state, name_match = o.name_match, account_type_match = o.account_type_match,
						basis = o.basis, reason = o.reason, checked_at = o.checked_at
					from verification o where v.run_id = ? and o.id = ?""")
			.params(run, asked)
			.update();
		end(run, RunState.COMPLETE);
		assertThat(check(run).faults()).isEmpty();
		assertThat(check(original).faults()).isEmpty();
		this.jdbc.sql(planted).param("original", asked).update();
		assertThat(check(run).faults()).isNotEmpty()
			.allMatch((fault) -> fault.matches("(verdicts from a provider without|answers that are reused|"
					+ "verifications with more attempts).*: 1"));
	}

	@Test
	void theFileThatIsKeptIsTheOneThatWasRead(@TempDir Path folder) throws Exception {
		Path file = Files.writeString(folder.resolve("payees.csv"), "name\nAnna\n".repeat(1000));
		String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
		Run run = this.given.run(new RunKey(sha256, Given.key().sha256(), false));
		assertThat(this.originals.keep(run.id(), file, sha256)).isTrue();
		this.rows.load(run.id(), (sink) -> Given.ask(sink, 2, "Anna", Given.BANFICO, "a"));
		assertThat(check(run.id()).faults()).isEmpty();
		this.jdbc.sql("update file_part set bytes = set_byte(bytes, 9, 1 + get_byte(bytes, 9) % 255) where run_id = ?")
			.param(run.id())
			.update();
		assertThat(check(run.id()).faults())
			.containsExactly("the file that is kept with the run is not the one it has read, by its SHA-256");
	}

	@Test
	void whoHoldsTheLockIsAtWorkOnIt() {
		Run run = this.given.run();
		assertThat(check(run.id()).owner()).isNull();
		try (OwnerLocks.Holder holder = this.locks.open()) {
			assertThat(holder.take(run.key().lock())).isTrue();
			assertThat(check(run.id()).owner()).isNotNull();
			end(run.id(), RunState.STOPPED);
			assertThat(check(run.id()).owner()).isNull();
		}
	}

	@Test
	void amountsOfRunsFromBeforeTheyWereTakenInAreNotMissed() {
		long run = this.given.run().id();
		this.rows.load(run, (sink) -> {
			for (int i = 2; i < 4; i++) {
				sink.ask(Given.row(i, new Payee(Map.of(Column.NAME, "Anna")), "Anna", "10.00", "EUR"),
						Given.asked(Given.BANFICO, "a"), null);
			}
		});
		assertThat(check(run).faults()).isEmpty();
		assertThat(amounts(check(run)).of("PENDING", "EUR")).isEqualTo("20.00");
	}

}
