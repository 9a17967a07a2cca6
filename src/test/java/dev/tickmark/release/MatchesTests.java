package dev.tickmark.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;

import dev.tickmark.ledger.Balance;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.release.Decisions;
import dev.tickmark.ledger.release.RememberedMatch;
import dev.tickmark.ledger.release.RememberedMatches;
import dev.tickmark.ledger.release.RowAt;
import dev.tickmark.payee.Verdict;
import dev.tickmark.verification.Explained;
import dev.tickmark.verification.Explanations;
import dev.tickmark.verification.OneLine;
import dev.tickmark.verification.RunReport;
import dev.tickmark.verification.ScriptedProvider;
import dev.tickmark.verification.StubServer.Says;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MatchesTests extends ReleaseCase {

	private static final String SPLIT = "reports: {files: [split, page]}";

	@Autowired
	private RememberedMatches remembered;

	@Autowired
	private Balance balance;

	@Autowired
	private Explanations explanations;

	@Autowired
	private RunReport report;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Decisions decisions;

	@Test
	void theSameAnswerAboutTheSamePayeeCountsAsPayableInLaterRuns() throws Exception {
		answers(Map.of("b", ScriptedProvider.CLOSE));
		Run first = verify(SPLIT, false, "a", "b").run();
		assertThat(payable(first)).containsExactly("a");
		assertThat(remember(first, 2)).isEqualTo(new Decided.Done(null));
		assertThat(acts(first)).singleElement().satisfies((act) -> {
			assertThat(act.deed().kind()).isEqualTo(ActKind.REMEMBER_MATCH);
			assertThat(act.deed().comment()).isEqualTo("maiden name");
		});
		this.report.write(first);
		assertThat(payable(first)).as("later runs, not this one").containsExactly("a");
		int asked = STUB.asked("b" + this.mark);
		Run second = verify(SPLIT, false, "c", "b", "b").run();
		assertThat(STUB.asked("b" + this.mark)).as("it is asked even so").isEqualTo(asked + 1);
		assertThat(payable(second)).containsExactly("c", "b", "b");
		LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
		assertThat(Files.readAllLines(second.reports().resolve("results.csv")).get(2)).contains(
				",CLOSE_MATCH,ACTIVE,PARTIAL,", "The name is similar. Accepted by boss on ",
				" for this payee until " + today.plusDays(365) + ".,scripted,");
		assertThat(read(second, "summary.json")).contains("\"accepted_close_matches\" : 2", "\"CLOSE_MATCH\" : 2");
		assertThat(read(second, "report.html")).contains("and 2 CLOSE_MATCH that persons have accepted");
		Explained.Asked row = (Explained.Asked) this.explanations.explain(second.id(), 3);
		assertThat(row.payment().payable()).isTrue();
		assertThat(row.payment().accepted()).isNotNull().satisfies((accepted) -> {
			assertThat(accepted.by()).isEqualTo("boss");
			assertThat(accepted.comment()).isEqualTo("maiden name");
		});
		this.matches.forget(web("boss"), match().id(), null);
		this.report.write(second);
		assertThat(payable(second)).as("a run's half does not change by it").containsExactly("c", "b", "b");
	}

	@Test
	void anotherAnswerOrAnotherPayeeIsNotAccepted() throws Exception {
		answers(Map.of("b", ScriptedProvider.CLOSE));
		remember(verify(SPLIT, false, "b").run(), 1);
		answers(Map.of("b", ScriptedProvider.CLOSE_TO_ANOTHER, "c", ScriptedProvider.CLOSE));
		assertThat(payable(verify(SPLIT, false, "a", "b", "c").run())).containsExactly("a");
		answers(Map.of("b", ScriptedProvider.NO_MATCH));
		assertThat(payable(verify(SPLIT, false, "d", "b").run())).containsExactly("d");
		answers(Map.of("b", ScriptedProvider.CLOSE));
		assertThat(payable(verify(SPLIT, false, "e", "b").run())).containsExactly("e", "b");
	}

	@Test
	void nothingButACloseMatchIsEverAccepted() throws Exception {
		answers(Map.of("n", ScriptedProvider.NO_MATCH, "u", 204, "p", 500));
		Run run = verify(SPLIT, false, "n", "u", "p", "m").run();
		for (int row = 1; row <= 4; row++) {
			assertRefused(remember(run, row), "only a CLOSE_MATCH can be accepted");
			assertThat(this.matches.standing(run.id(), row).acceptable()).isFalse();
			RememberedMatches.Candidate candidate = this.remembered.candidate(run.id(), row).orElseThrow();
			assertThatIllegalArgumentException().isThrownBy(() -> new CloseMatch(candidate));
		}
		assertRefused(remember(run, 77), "has no row 77");
		long verification = this.remembered.candidate(run.id(), 1).orElseThrow().verification();
		assertThatExceptionOfType(DataIntegrityViolationException.class).as("nor by the database")
			.isThrownBy(() -> this.jdbc.sql("update verification set remembered_match = 1 where id = ?")
				.param(verification)
				.update());
		assertThat(acts(run)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = "CLOSE_MATCH", mode = EnumSource.Mode.EXCLUDE)
	void theTableTakesNoOtherVerdict(Verdict verdict) {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql("""
				insert into remembered_match (provider, question, answer, verdict, sandbox, run_id, line, row_number,
					accepted_by, accepted_at, expires_at, comment)
				values ('x', '', '', ?, false, 1, 1, 1, 'x', now(), now() + interval '1 day', 'x')""")
			.param(verdict.name())
			.update()).withMessageContaining("remembered_match_verdict_check");
	}

	@Test
	void whatHasExpiredOrIsForgottenCountsNoLongerAndCanBeAcceptedAnew() throws Exception {
		answers(Map.of("b", ScriptedProvider.CLOSE));
		Run first = verify(SPLIT, false, "b").run();
		Matches lastYear = new Matches(this.remembered, this.decisions, this.acts,
				new ReleaseSettings(Duration.ofDays(365)), this.transactions,
				Clock.fixed(Instant.now().minus(Duration.ofDays(366)), ZoneOffset.UTC));
		assertThat(lastYear.remember(web("boss"), first.id(), 1, "then")).isInstanceOf(Decided.Done.class);
		assertThat(payable(verify(SPLIT, false, "a", "b").run())).as("expired").containsExactly("a");
		assertRefused(this.matches.forget(web("boss"), match().id(), null), "that still holds");
		assertThat(remember(first, 1)).isInstanceOf(Decided.Done.class);
		assertRefused(remember(first, 1), "accepted already, by boss");
		assertThat(payable(verify(SPLIT, false, "c", "b").run())).containsExactly("c", "b");
		assertThat(this.matches.forget(web("other"), match().id(), "left us")).isInstanceOf(Decided.Done.class);
		assertThat(acts(first).getFirst().deed().kind()).isEqualTo(ActKind.FORGET_MATCH);
		assertThat(match().endedBy()).isEqualTo("other");
		assertRefused(this.matches.forget(web("other"), match().id(), null), "that still holds");
		assertThat(payable(verify(SPLIT, false, "d", "b").run())).as("forgotten").containsExactly("d");
	}

	@Test
	void aRehearsalsHoldsInRehearsalsAlone() throws Exception {
		STUB.answers((name, _) -> name.startsWith("b-")
				? new Says(ScriptedProvider.CLOSE, Map.of("X-Tickmark-Sandbox", "true")) : Says.ok());
		Run rehearsed = verify(SPLIT, true, "b").run();
		remember(rehearsed, 1);
		assertThat(match().sandbox()).isTrue();
		assertThat(payable(verify(SPLIT, true, "a", "b").run())).containsExactly("a", "b");
		answers(Map.of("b", ScriptedProvider.CLOSE));
		Run real = verify(SPLIT, false, "c", "b").run();
		assertThat(payable(real)).containsExactly("c");
		remember(real, 2);
		assertThat(match().sandbox()).isFalse();
		assertThat(payable(verify(SPLIT, false, "d", "b").run())).containsExactly("d", "b");
	}

	@Test
	void theBalanceSeesWhatNobodyHasAccepted() throws Exception {
		answers(Map.of("b", ScriptedProvider.CLOSE));
		Run run = verify(SPLIT, false, "b").run();
		assertThat(this.balance.faults(run.id())).isEmpty();
		this.jdbc.sql("update verification set remembered_match = 999999 where run_id = ?").param(run.id()).update();
		assertThat(this.balance.faults(run.id())).singleElement()
			.asString()
			.contains("close matches that count as accepted and are not");
	}

	@Test
	void anAcceptanceNeedsAComment() throws Exception {
		answers(Map.of("b", ScriptedProvider.CLOSE));
		Run run = verify(SPLIT, false, "b").run();
		assertRefused(this.matches.remember(web("boss"), run.id(), 1, " "), "needs a comment");
		assertRefused(this.matches.remember(web("boss"), run.id(), 1, "x".repeat(2001)), "is longer");
		assertThat(this.matches.standing(run.id(), 1)).isEqualTo(new Matches.Standing(true, null));
	}

	@Test
	void itHoldsNotForLongerThanTwoYears() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ReleaseSettings(Duration.ofDays(731)));
		assertThatIllegalArgumentException().isThrownBy(() -> new ReleaseSettings(Duration.ZERO));
		assertThat(new ReleaseSettings(Duration.ofDays(730)).rememberFor()).isPositive();
	}

	@Test
	void ofSeveralRowsOnOneLineTheOneThatWasMeantIsAccepted() throws Exception {
		answers(Map.of("b", ScriptedProvider.CLOSE, "c", ScriptedProvider.CLOSE_TO_ANOTHER, "n",
				ScriptedProvider.NO_MATCH));
		Run run = verifyOnOneLine("b", "c", "n");
		assertRefused(remember(run, 3), "Row 3 of run " + run.id() + ", on line 1, has NO_MATCH");
		assertThat(remember(run, 2)).isEqualTo(new Decided.Done(null));
		assertThat(this.matches.standing(run.id(), 2).holds()).isEqualTo(match());
		assertThat(this.matches.standing(run.id(), 1)).isEqualTo(new Matches.Standing(true, null));
		assertThat(match().row()).isEqualTo(new RowAt(2, 1, true));
		assertThat(acts(run).getFirst().deed().subject()).isEqualTo("match " + match().id() + ", line 1, row 2");
		assertRefused(remember(run, 2), "accepted already, by boss");
		Run next = verifyOnOneLine("n", "b", "c");
		assertThat(this.remembered.acceptedRows(next.id())).singleElement()
			.satisfies((row) -> assertThat(row.row()).isEqualTo(new RowAt(3, 1, true)));
	}

	private Run verifyOnOneLine(String... names) throws Exception {
		Path path = Files.writeString(this.folder.resolve(String.join("", names) + ".xml"), OneLine.payments(
				"M" + this.mark + String.join("", names), Stream.of(names).map((name) -> name + this.mark).toList()));
		return verify("routing: [{provider: scripted}]\n" + SPLIT, false, path).run();
	}

	private Decided remember(Run run, long row) {
		return this.matches.remember(web("boss"), run.id(), row, "maiden name");
	}

	/** The latest. */
	private RememberedMatch match() {
		return this.matches.list().getFirst();
	}

	private static void assertRefused(Decided decided, String why) {
		assertThat(decided).isInstanceOfSatisfying(Decided.Refused.class,
				(refused) -> assertThat(refused.why()).contains(why));
	}

}
