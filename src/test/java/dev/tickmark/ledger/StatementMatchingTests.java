package dev.tickmark.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.ledger.GivenComparisons.Compared;
import dev.tickmark.payee.CallKind;

import static dev.tickmark.ledger.Given.NOON;
import static dev.tickmark.ledger.GivenComparisons.MARCH;
import static dev.tickmark.ledger.GivenComparisons.UNSTOPPED;
import static dev.tickmark.ledger.GivenComparisons.line;
import static dev.tickmark.ledger.GivenComparisons.made;
import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
class StatementMatchingTests {

	private final StatementMatching matching;

	private final PayeeMatching payees;

	private final GivenComparisons comparisons;

	private final JdbcClient jdbc;

	StatementMatchingTests(StatementMatching matching, PayeeMatching payees, GivenComparisons comparisons,
			JdbcClient jdbc) {
		this.matching = matching;
		this.payees = payees;
		this.comparisons = comparisons;
		this.jdbc = jdbc;
	}

	@Test
	void aLineChargesTheCallOfItsReference() {
		Compared compared = compared(List.of(line().reference("b"), line().reference("a"), line().reference("c")),
				List.of(made().reference("a"), made().reference("b"), made().reference("d"), made()));
		assertThat(this.matching.byReference(compared.id())).isEqualTo(2);
		assertThat(compared.matches()).containsExactly("1-2 REFERENCE", "2-1 REFERENCE");
		assertThat(this.matching.left(compared.id())).isOne();
		assertThat(this.matching.byReference(compared.id())).as("twice is once").isZero();
	}

	@Test
	void anotherKindOfCallIsAnotherThing() {
		Compared compared = compared(
				List.of(line().reference("a").kind(CallKind.STATUS), line().reference("a").written("SUBMIT"),
						line().reference("a")),
				List.of(made().reference("a"), made().reference("a").kind(CallKind.LIST)));
		this.matching.byReference(compared.id());
		assertThat(compared.matches()).containsExactly("3-1 REFERENCE");
		assertThat(this.matching.left(compared.id())).as("a kind that is not known fits nothing").isOne();
	}

	@Test
	void ofSeveralWithOneReferenceTheFirstIsTheFirstByTime() {
		Compared compared = compared(List.of(at("a", 30), at("a", 10), at("a", 20), at("a", 40)),
				List.of(made().reference("a").at(NOON.plusSeconds(21)), made().reference("a").at(NOON.plusSeconds(11)),
						made().reference("a").at(NOON.plusSeconds(31))));
		this.matching.byReference(compared.id());
		assertThat(compared.matches()).containsExactly("1-3 REFERENCE", "2-2 REFERENCE", "3-1 REFERENCE");
	}

	@Test
	void whatWasSurelyMadeComesBeforeWhatMayHaveBeen() {
		Compared compared = compared(List.of(at("a", 0)),
				List.of(made().reference("a").uncertain(), made().reference("a").at(NOON.plusSeconds(99)),
						made().reference("a").at(NOON.plusSeconds(98)).uncertain()));
		this.matching.byReference(compared.id());
		assertThat(compared.matches()).containsExactly("1-2 REFERENCE");
	}

	@Test
	void aSecondLineMayChargeWhatNobodyKnowsToHaveBeenMade() {
		Compared compared = compared(List.of(at("a", 0), at("a", 1)),
				List.of(made().reference("a").uncertain(), made().reference("a").at(NOON.plusSeconds(99))));
		this.matching.byReference(compared.id());
		assertThat(compared.matches()).containsExactly("1-2 REFERENCE", "2-1 REFERENCE");
	}

	@Test
	void aLineOfThePeriodComesBeforeOneOutsideIt() {
		Compared compared = compared(
				List.of(line().reference("a").at(MARCH.from().minusSeconds(1)), line().reference("a"),
						line().reference("b").at(null), line().reference("b")),
				List.of(made().reference("a"), made().reference("b")));
		this.matching.byReference(compared.id());
		assertThat(compared.matches()).containsExactly("2-1 REFERENCE", "4-2 REFERENCE");
	}

	@Test
	void aCallOfThePeriodComesBeforeOneOutsideIt() {
		Compared compared = compared(List.of(line().reference("a")),
				List.of(made().reference("a").at(MARCH.from().minusSeconds(1)), made().reference("a")));
		this.matching.byReference(compared.id());
		assertThat(compared.matches()).containsExactly("1-2 REFERENCE");
	}

	@Test
	void aLineOfWhichSomethingCannotBeReadChargesWhatItNames() {
		LineOf unreadable = line().reference("a").key("k").account("1234").problem("no price");
		Compared compared = compared(List.of(unreadable), List.of(made().reference("a").key("k").account("1234")));
		assertThat(all(compared)).isOne();
	}

	@ParameterizedTest
	@CsvSource({ "7, 007", "0042, 42", "ABC, abc", "0, 00" })
	void aReferenceMayBeWrittenOtherwise(String written, String known) {
		Compared compared = compared(List.of(line().reference(written)), List.of(made().reference(known)));
		assertThat(this.matching.byReference(compared.id())).isZero();

		this.matching.byReferenceWrittenOtherwise(compared.id());
		assertThat(compared.matches()).containsExactlyElementsOf(List.of("1-1 REFERENCE_WRITTEN_OTHERWISE"));
	}

	@Test
	void referencesThatBecomeOneWhenWrittenOtherwiseAreNot() {
		Compared compared = compared(
				List.of(line().reference("aa"), line().reference("7"), line().reference("07"), line().reference("bb")),
				List.of(made().reference("AA"), made().reference("aA"), made().reference("007"),
						made().reference("BB")));
		this.matching.byReference(compared.id());
		this.matching.byReferenceWrittenOtherwise(compared.id());
		assertThat(compared.matches()).containsExactly("4-4 REFERENCE_WRITTEN_OTHERWISE");
	}

	@Test
	void whatIsMatchedAsItIsWrittenStillMakesAReferenceAmbiguous() {
		Compared compared = compared(List.of(line().reference("aa"), line().reference("AA"), line().reference("b")),
				List.of(made().reference("AA"), made().reference("b"), made().reference("B")));
		this.matching.byReference(compared.id());
		this.matching.byReferenceWrittenOtherwise(compared.id());
		assertThat(compared.matches()).containsExactly("2-1 REFERENCE", "3-2 REFERENCE");
	}

	@Test
	void writtenOtherwiseSeveralLinesAreTakenInTheirOrderToo() {
		Compared compared = compared(List.of(at("AB", 20), at("AB", 10)), List
			.of(made().reference("ab").at(NOON.plusSeconds(11)), made().reference("ab").at(NOON.plusSeconds(21))));
		this.matching.byReferenceWrittenOtherwise(compared.id());
		assertThat(compared.matches()).containsExactly("1-2 REFERENCE_WRITTEN_OTHERWISE",
				"2-1 REFERENCE_WRITTEN_OTHERWISE");
	}

	@Test
	void whatIsLeftIsFoundByWhatWeCalledTheRequest() {
		Compared compared = compared(
				List.of(line().reference("a").key("k"), line().key("k"), line().key("other"), line()),
				List.of(made().reference("a").key("k"), made().key("k"), made().key("K")));
		this.matching.byReference(compared.id());
		assertThat(this.matching.byRequestId(compared.id())).isOne();
		assertThat(compared.matches()).containsExactly("1-1 REFERENCE", "2-2 REQUEST_ID");
	}

	@Test
	void anotherComparisonsLinesAndCallsAreNotThisOnes() {
		Compared lines = compared(List.of(line().reference("a").key("a").account("1234")), List.of());
		Compared calls = compared(List.of(), List.of(made().reference("a").key("a").account("1234")));
		assertThat(all(lines)).isZero();
		assertThat(all(calls)).isZero();
	}

	/** Counted by what the server would do, not by its clock. */
	@Test
	void manyLinesAreNotComparedWithAllCallsOneByOne() {
		int many = 20_000;
		List<LineOf> lines = new ArrayList<>();
		List<CallOf> calls = new ArrayList<>();
		IntStream.range(0, many).forEach((i) -> {
			lines.add(at("ref-" + i, i));
			calls.add(made().reference("ref-" + i).at(NOON.plusSeconds(i)));
		});
		Compared compared = compared(lines, calls);
		this.jdbc.sql("analyze statement_charge").update();
		List<String> plan = this.jdbc.sql("explain " + StatementMatching.BY_REFERENCE)
			.param("id", compared.id())
			.query((results, _) -> results.getString(1))
			.list();
		assertThat(plan).anyMatch((node) -> node.contains("Join")).noneMatch((node) -> node.contains("Nested Loop"));
		assertThat(this.matching.byReference(compared.id())).isEqualTo(many);
	}

	private long all(Compared compared) {
		return this.matching.byReference(compared.id()) + this.matching.byReferenceWrittenOtherwise(compared.id())
				+ this.matching.byRequestId(compared.id()) + this.payees.match(compared.scope(), UNSTOPPED);
	}

	private static LineOf at(String reference, long seconds) {
		return line().reference(reference).at(NOON.plusSeconds(seconds));
	}

	private Compared compared(List<LineOf> lines, List<CallOf> calls) {
		return this.comparisons.compared(lines, calls);
	}

}
