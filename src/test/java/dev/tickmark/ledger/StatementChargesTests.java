package dev.tickmark.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.ledger.StatementCharges.Asked;
import dev.tickmark.ledger.StatementCharges.Marks;
import dev.tickmark.ledger.StatementCharges.Unmatched;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verification;
import dev.tickmark.payee.VerificationState;

import static dev.tickmark.ledger.Given.NOON;
import static dev.tickmark.ledger.GivenComparisons.MARCH;
import static dev.tickmark.ledger.GivenComparisons.TOLERANCE;
import static dev.tickmark.ledger.GivenComparisons.call;
import static dev.tickmark.ledger.GivenComparisons.line;
import static dev.tickmark.ledger.GivenComparisons.lost;
import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
@Tag("long")
class StatementChargesTests {

	private final StatementCharges charges;

	private final StatementLines lines;

	private final StatementMatching matching;

	private final CallJournal journal;

	private final Given given;

	private final GivenComparisons comparisons;

	private final JdbcClient jdbc;

	private final ProviderName provider = GivenComparisons.provider();

	private final Reconciliation reconciliation;

	private final StatementScope scope;

	StatementChargesTests(StatementCharges charges, StatementLines lines, StatementMatching matching,
			CallJournal journal, Given given, GivenComparisons comparisons, JdbcClient jdbc) {
		this.charges = charges;
		this.lines = lines;
		this.matching = matching;
		this.journal = journal;
		this.given = given;
		this.comparisons = comparisons;
		this.jdbc = jdbc;
		this.reconciliation = comparisons.ofStatement(this.provider);
		this.scope = GivenComparisons.scope(this.reconciliation.id(), this.provider);
	}

	@ParameterizedTest
	@CsvSource({ "200, true", "201, true", "204, true", "299, true", "500, false", "502, false", "504, false",
			"408, false", "400, ", "401, ", "403, ", "404, ", "409, ", "422, ", "429, ", "503, ", "501, ", "301, ",
			"199, " })
	void whatTheProviderMayHaveDoneIsACharge(int status, @Nullable Boolean certain) {
		asked(call(1, CallKind.SUBMIT, NOON, status));
		assertThat(this.charges.addOfPeriod(this.scope)).isEqualTo((certain != null) ? 1 : 0);
		assertThat(told("certain")).isEqualTo((certain != null) ? List.of(certain.toString()) : List.of());
	}

	@Test
	void whatMayHaveBeenSentIsOneAndWhatNeverWasIsNone() {
		asked(lost(1, CallKind.SUBMIT, NOON, true));
		asked(lost(1, CallKind.SUBMIT, NOON, false));
		assertThat(this.charges.addOfPeriod(this.scope)).isOne();
		assertThat(told("certain")).containsExactly("false");
	}

	@Test
	void allThatMattersIsTakenOverInTheOrderOfTime() {
		long later = asked(call(1, CallKind.SUBMIT, NOON.plusSeconds(1), 200));
		this.comparisons.become(later, VerificationState.CONCLUDED, Given.match().reference("r"), NOON);
		asked(call(3, CallKind.LIST, NOON, 200));
		this.charges.addOfPeriod(this.scope);
		assertThat(told("number || ' ' || kind || ' ' || call_number || ' ' || coalesce(reference, '-') || ' '"
				+ " || coalesce(verdict, '-') || ' ' || in_period"))
			.containsExactly("1 LIST 3 - - true", "2 SUBMIT 1 r MATCH true");
	}

	@Test
	void rehearsalsOtherProvidersAndOtherKindsAreNone() {
		asked(call(1, CallKind.SUBMIT, NOON, 200));
		asked(call(1, CallKind.STATUS, NOON, 200));
		long rehearsal = this.given.asking(this.provider, 1);
		this.jdbc.sql("update run set sandbox = true where id = ?").param(rehearsal).update();
		this.journal.record(this.given.verifications(rehearsal).getFirst(), call(1, CallKind.SESSION, NOON, 200));
		this.journal.record(this.given.verifications(this.given.asking(GivenComparisons.provider(), 1)).getFirst(),
				call(1, CallKind.SUBMIT, NOON, 200));
		assertThat(this.charges.addOfPeriod(of(false, EnumSet.of(CallKind.SUBMIT)))).isOne();
		assertThat(told("kind")).containsExactly("SUBMIT");
		this.charges.clear(this.reconciliation.id());
		assertThat(this.charges.addOfPeriod(of(true, EnumSet.allOf(CallKind.class)))).isOne();
		assertThat(told("kind")).containsExactly("SESSION");
	}

	@Test
	void thePeriodIsWidenedAtBothEndsByWhatTheClocksMayDiffer() {
		Instant from = MARCH.from();
		Instant to = MARCH.to();
		for (Instant at : List.of(from.minus(TOLERANCE).minusNanos(1000), from.minus(TOLERANCE), from.minusNanos(1000),
				from, to.minusNanos(1000), to, to.plus(TOLERANCE).minusNanos(1000), to.plus(TOLERANCE))) {
			asked(call(1, CallKind.SUBMIT, at, 200));
		}
		assertThat(this.charges.addOfPeriod(this.scope)).isEqualTo(6);
		assertThat(told("in_period")).containsExactly("false", "false", "true", "true", "false", "false");
	}

	@Test
	void whatWasAskedMoreThanOnceIsLookedAtOneByOne() {
		long again = asked(call(1, CallKind.SUBMIT, NOON, 500), call(2, CallKind.SUBMIT, NOON, 200),
				call(3, CallKind.STATUS, NOON, 200), call(4, CallKind.STATUS, NOON, 200));
		long refused = asked(call(1, CallKind.SESSION, NOON, 429), call(2, CallKind.SESSION, NOON, 200));
		asked(call(1, CallKind.SESSION, NOON, 200), call(2, CallKind.SUBMIT, NOON, 200));
		asked(call(1, CallKind.SUBMIT, MARCH.to().plus(TOLERANCE), 200),
				call(2, CallKind.SUBMIT, MARCH.to().plus(TOLERANCE), 200));
		assertThat(this.charges.addOfPeriod(this.scope)).isEqualTo(4);
		assertThat(told("kind")).containsExactlyInAnyOrder("STATUS", "STATUS", "SESSION", "SUBMIT");
		List<Asked> asked = this.charges.askedAgain(this.scope, 0, 10);
		assertThat(asked).extracting((one) -> one.verification().id()).containsExactly(again, refused);
		assertThat(asked).extracting(Asked::verification)
			.extracting(Verification::calls)
			.extracting(List::size)
			.containsExactly(4, 2);
		assertThat(this.charges.askedAgain(this.scope, 0, 1)).hasSize(1);
		assertThat(this.charges.askedAgain(this.scope, again, 10)).hasSize(1);
	}

	@Test
	void ofOthersThanLinesNameNothingLateIsTakenOver() {
		Instant late = MARCH.to().plus(Duration.ofDays(3));
		concluded("named", late);
		concluded("nobody's", late);
		concluded("matched", NOON);
		concluded("matched", late);
		concluded("unreadable", late);
		concluded("before", MARCH.from().minus(Duration.ofDays(3)));
		this.lines.load(this.reconciliation, (sink) -> {
			sink.add(line().reference("named").entry(1));
			sink.add(line().reference("matched").entry(2));
			sink.add(line().reference("unreadable").problem("no price").entry(3));
			sink.add(line().reference("before").entry(4));
		});
		assertThat(this.charges.addOfPeriod(this.scope)).isOne();
		this.matching.byReference(this.reconciliation.id());
		assertThat(this.charges.addLate(this.scope)).isEqualTo(2);
		assertThat(told("reference || ' ' || in_period")).containsExactly("matched true", "before false",
				"named false");
		assertThat(this.matching.byReference(this.reconciliation.id())).isEqualTo(2);
	}

	@Test
	void whatWasAskedMoreThanOnceIsTakenOverLateByItsLastAnswer() {
		Instant late = MARCH.to().plus(Duration.ofDays(3));
		named("again", call(1, CallKind.SUBMIT, late, 500), call(2, CallKind.SUBMIT, late.plusSeconds(1), 200),
				call(3, CallKind.SUBMIT, late.plusSeconds(2), 500));
		named("both", call(1, CallKind.SUBMIT, NOON, 500), call(2, CallKind.SUBMIT, late, 200));
		this.lines.load(this.reconciliation, (sink) -> {
			sink.add(line().reference("again").entry(1));
			sink.add(line().reference("both").entry(2));
		});
		assertThat(this.charges.addOfPeriod(this.scope)).isZero();
		Asked both = this.charges.askedAgain(this.scope, 0, 10).getFirst();
		this.charges.add(this.scope, List.of(new Charge(both.verification().id(), both.run(), 2, CallKind.SUBMIT, NOON,
				true, "other", null, "MATCH")));
		assertThat(this.charges.addLate(this.scope)).isOne();
		assertThat(told("reference || ' ' || call_number || ' ' || certain")).containsExactly("other 2 true",
				"again 2 true");
	}

	private void named(String reference, Call... calls) {
		this.comparisons.become(asked(calls), VerificationState.CONCLUDED, Given.match().reference(reference), NOON);
	}

	@Test
	void anAttemptBeforeIsForgotten() {
		concluded("a", NOON);
		this.lines.load(this.reconciliation, (sink) -> sink.add(line().reference("a").entry(1)));
		for (int i = 0; i < 2; i++) {
			this.charges.clear(this.reconciliation.id());
			assertThat(this.charges.addOfPeriod(this.scope)).isOne();
			assertThat(this.matching.byReference(this.reconciliation.id())).isOne();
		}
	}

	@Test
	void whatElseAChargeIsKnownByIsAddedToThoseWithoutALine() {
		concluded("a", NOON);
		long other = concluded("b", NOON.plusSeconds(1));
		concluded("c", NOON.plusSeconds(2));
		this.lines.load(this.reconciliation, (sink) -> sink.add(line().reference("a").entry(1)));
		this.charges.addOfPeriod(this.scope);
		this.matching.byReference(this.reconciliation.id());
		List<Unmatched> unmatched = this.charges.unmatched(this.reconciliation.id(), 0, 10);
		assertThat(unmatched).extracting(Unmatched::charge).containsExactly(2L, 3L);
		Unmatched first = unmatched.getFirst();
		assertThat(first.call()).isOne();
		assertThat(first.asked().verification().id()).isEqualTo(other);
		assertThat(first.asked().reference()).isEqualTo("b");
		assertThat(first.asked().verdict()).isEqualTo("MATCH");
		assertThat(first.asked().verification().calls()).hasSize(1);
		assertThat(this.charges.unmatched(this.reconciliation.id(), 2, 10)).hasSize(1);
		this.charges.identify(this.reconciliation.id(),
				List.of(new Marks(2, "key", "DE\0", "An\0na"), new Marks(3, null, null, null)));
		assertThat(told("concat_ws(' ', request_id, account, name)")).containsExactly("", "key DE� An�na", "");
		this.charges.identify(this.reconciliation.id(), List.of());
	}

	@Test
	void aRequestThatIsKnownStaysKnown() {
		this.charges.add(this.scope, List.of(charge("key"), charge(null)));
		this.charges.add(this.scope, List.of());
		this.charges.add(this.scope, List.of(charge("third")));
		this.charges.identify(this.reconciliation.id(), List.of(new Marks(1, "other", "1", null)));
		assertThat(told("number || ' ' || coalesce(request_id, '-')")).containsExactly("1 key", "2 -", "3 third");
	}

	private static Charge charge(@Nullable String key) {
		return new Charge(1, 1, 1, CallKind.SUBMIT, NOON, true, null, key, null);
	}

	private StatementScope of(boolean sandbox, Set<CallKind> kinds) {
		return new StatementScope(this.reconciliation.id(), this.provider, sandbox, MARCH, kinds, TOLERANCE, null,
				false, false);
	}

	private long concluded(String reference, Instant at) {
		long id = this.given.verifications(this.given.asking(this.provider, 1)).getFirst();
		this.comparisons.answered(id, reference, at);
		return id;
	}

	private long asked(Call... calls) {
		long id = this.given.verifications(this.given.asking(this.provider, 1)).getFirst();
		for (Call call : calls) {
			this.journal.record(id, call);
		}
		return id;
	}

	private List<String> told(String expression) {
		return this.jdbc
			.sql("select (" + expression + ")::text from statement_charge where reconciliation_id = ? order by number")
			.param(this.reconciliation.id())
			.query((results, _) -> results.getString(1))
			.list();
	}

}
