package dev.tickmark.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tickmark.ledger.GivenComparisons.Compared;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Verdict;

import static dev.tickmark.ledger.Given.NOON;
import static dev.tickmark.ledger.GivenComparisons.MARCH;
import static dev.tickmark.ledger.GivenComparisons.TOLERANCE;
import static dev.tickmark.ledger.GivenComparisons.line;
import static dev.tickmark.ledger.GivenComparisons.made;
import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
class StatementItemsTests {

	private static final BigDecimal PRICE = new BigDecimal("0.1");

	private static final ZoneId UTC = ZoneId.of("UTC");

	private final StatementItems items;

	private final StatementMatching matching;

	private final GivenComparisons comparisons;

	StatementItemsTests(StatementItems items, StatementMatching matching, GivenComparisons comparisons) {
		this.items = items;
		this.matching = matching;
		this.comparisons = comparisons;
	}

	@Test
	void nothingIsInventedForAStatementThatIsComplete() {
		Compared compared = matched(
				List.of(line().reference("a").price("0.10").meaning(Verdict.MATCH, Verdict.CLOSE_MATCH),
						line().reference("b"), line().reference("c").price("0.100")),
				List.of(made().reference("a"), made().reference("b").uncertain(), made().reference("c").verdict(null),
						made().reference("d").uncertain(), made().reference("e").at(MARCH.from().minusSeconds(1)),
						made().reference("f").at(MARCH.to())));
		assertThat(results(compared)).containsExactly(StatementResult.MATCHED, StatementResult.MATCHED,
				StatementResult.MATCHED);
		assertThat(each(compared, PRICE, true)).isEmpty();
	}

	@Test
	void eachResultIsTold() {
		Compared compared = matched(
				List.of(line().reference("a").problem("no price"), line().reference("b"), line().reference("b"),
						line().reference("c").at(MARCH.to()), line().reference("nobody").at(MARCH.to()),
						line().reference("nobody"), line().reference("d").meaning(Verdict.NO_MATCH),
						line().reference("e").price("0.11"), line().reference("f")),
				List.of(made().reference("b"), made().reference("c"), made().reference("d"), made().reference("e"),
						made().reference("f"), made().reference("g")));
		assertThat(results(compared)).containsExactly(StatementResult.UNREADABLE_LINE, StatementResult.MATCHED,
				StatementResult.CHARGED_TWICE, StatementResult.OUTSIDE_PERIOD, StatementResult.OUTSIDE_PERIOD,
				StatementResult.ON_STATEMENT_ONLY, StatementResult.DIFFERENT_RESULT, StatementResult.DIFFERENT_PRICE,
				StatementResult.MATCHED, StatementResult.IN_JOURNAL_ONLY);
		List<StatementItem> all = each(compared, PRICE, false);
		StatementItem only = all.getLast();
		assertThat(only.entry()).isNull();
		assertThat(charged(only).reference()).isEqualTo("g");
		assertThat(only.rule()).isNull();
		StatementItem price = all.get(7);
		assertThat(entry(price).price()).isEqualByComparingTo("0.11");
		assertThat(entry(price).priceDiffers()).isTrue();
		assertThat(price.rule()).isEqualTo("REFERENCE");
		assertThat(charged(price).reference()).isEqualTo("e");
		assertThat(entry(all.get(6)).resultDiffers()).isTrue();
		assertThat(entry(all.get(0)).problem()).isEqualTo("no price");
		assertThat(all.get(4).charged()).isNull();
	}

	@Test
	void whatIsWorseIsToldFirst() {
		LineOf wrong = line().reference("a").meaning(Verdict.NO_MATCH).price("9");
		assertThat(results(matched(List.of(wrong), List.of(made().reference("a")))))
			.containsExactly(StatementResult.DIFFERENT_RESULT);
		LineOf outside = line().reference("a").meaning(Verdict.NO_MATCH).price("9").at(MARCH.to());
		Compared late = matched(List.of(outside), List.of(made().reference("a")));
		assertThat(results(late)).containsExactly(StatementResult.OUTSIDE_PERIOD);
		StatementItem.Line told = entry(each(late, PRICE, false).getFirst());
		assertThat(told.resultDiffers()).as("and the others beside it").isTrue();
		assertThat(told.priceDiffers()).isTrue();
		assertThat(told.inPeriod()).isFalse();
		LineOf twice = line().reference("a").at(MARCH.to());
		assertThat(results(matched(List.of(line().reference("a"), twice), List.of(made().reference("a")))))
			.containsExactly(StatementResult.MATCHED, StatementResult.CHARGED_TWICE);
		LineOf unreadable = line().reference("a").problem("no time").at(MARCH.to());
		assertThat(results(matched(List.of(line().reference("a"), unreadable), List.of(made().reference("a")))))
			.containsExactly(StatementResult.MATCHED, StatementResult.UNREADABLE_LINE);
	}

	@Test
	void whatIsNotAgreedOrNotKnownCannotDiffer() {
		Compared compared = matched(List.of(line().reference("a").price("9"), line().reference("b").price(null)),
				List.of(made().reference("a"), made().reference("b")));
		assertThat(each(compared, null, false)).extracting(StatementItem::result).containsOnly(StatementResult.MATCHED);
		assertThat(results(compared)).containsExactly(StatementResult.DIFFERENT_PRICE, StatementResult.MATCHED);
	}

	@Test
	void aCallWithoutAVerdictIsPending() {
		assertThat(results(matched(
				List.of(line().reference("a").meaning(Verdict.PENDING), line().reference("b").meaning(Verdict.MATCH)),
				List.of(made().reference("a").verdict(null), made().reference("b").verdict(null)))))
			.containsExactly(StatementResult.MATCHED, StatementResult.DIFFERENT_RESULT);
	}

	@Test
	void aChargeIsTwiceByTheRequestOrWhenWrittenOtherwiseAsWell() {
		Compared compared = matched(
				List.of(line().key("k"), line().key("k"), line().reference("007"), line().reference("007"),
						line().reference("007").kind(CallKind.STATUS)),
				List.of(made().key("k"), made().reference("7")));
		this.matching.byReferenceWrittenOtherwise(compared.id());
		assertThat(results(compared)).containsExactly(StatementResult.MATCHED, StatementResult.CHARGED_TWICE,
				StatementResult.MATCHED, StatementResult.CHARGED_TWICE, StatementResult.ON_STATEMENT_ONLY);
	}

	@Test
	void aCallAtTheEdgeMayBeOnTheStatementBeforeOrAfter() {
		Instant beforeEnd = MARCH.to().minus(TOLERANCE);
		Compared compared = matched(List.of(line()),
				List.of(made().at(MARCH.from()), made().at(MARCH.from().plus(TOLERANCE).minusNanos(1000)),
						made().at(MARCH.from().plus(TOLERANCE)), made().at(beforeEnd.minusNanos(1000)),
						made().at(beforeEnd), made().at(MARCH.to().minusNanos(1000))));
		assertThat(each(compared, PRICE, true)).filteredOn((item) -> item.charged() != null)
			.extracting((item) -> charged(item).atEdge())
			.containsExactly(true, true, false, false, true, true);
	}

	@Test
	void aCallThatOnlyOurClockPutsOutsideThePeriodIsOfIt() {
		Instant early = MARCH.from().minus(TOLERANCE);
		Instant last = MARCH.to().plus(TOLERANCE);
		Compared compared = matched(
				List.of(line().reference("a"), line().reference("b"), line().reference("c"), line().reference("d")),
				List.of(made().reference("a").at(early), made().reference("b").at(early.minusNanos(1000)),
						made().reference("c").at(last.minusNanos(1000)), made().reference("d").at(last)));
		assertThat(results(compared)).containsExactly(StatementResult.MATCHED, StatementResult.OUTSIDE_PERIOD,
				StatementResult.MATCHED, StatementResult.OUTSIDE_PERIOD);
		assertThat(entry(each(compared, PRICE, true).getFirst()).inPeriod()).as("the line is, the call is not")
			.isTrue();
	}

	@Test
	void linesComeInTheOrderOfTheFileAndCallsInTheOrderOfTheirTime() {
		Compared compared = matched(List.of(line().reference("z"), line().reference("y").at(MARCH.from())),
				List.of(made().reference("b").at(NOON.plusSeconds(2)), made().reference("c").at(NOON.plusSeconds(3))));
		// what was asked more than once is added later
		this.comparisons.add(compared, List.of(made().reference("a").at(NOON)));
		assertThat(each(compared, PRICE, false))
			.extracting((item) -> (item.entry() != null) ? entry(item).reference() : charged(item).reference())
			.containsExactly("z", "y", "a", "b", "c");
	}

	@Test
	void totalsByKindAddUpToTheCounts() {
		Compared compared = mixed();
		assertThat(this.items.byKind(compared.id())).containsExactly(new StatementTotal("", 1, new BigDecimal("5"), 0),
				new StatementTotal("STATUS", 1, null, 1), new StatementTotal("SUBMIT", 4, new BigDecimal("0.61"), 4),
				new StatementTotal("storage", 1, new BigDecimal("-1"), 0));
		addsUp(compared, this.items.byKind(compared.id()));
	}

	@Test
	void totalsByDayAreThoseOfTheZone() {
		Compared compared = mixed();
		assertThat(this.items.byDay(compared.id(), UTC)).extracting(StatementTotal::label)
			.containsExactly("", "2026-03-01", "2026-03-02");
		assertThat(this.items.byDay(compared.id(), ZoneId.of("Asia/Tokyo"))).extracting(StatementTotal::label)
			.containsExactly("", "2026-03-01", "2026-03-02");
		for (String zone : List.of("UTC", "Europe/Berlin", "+14:00", "-12:00", "UTC+05:30", "Z", "GMT-03:30",
				"Etc/GMT+5")) {
			List<StatementTotal> totals = this.items.byDay(compared.id(), ZoneId.of(zone));
			addsUp(compared, totals);
			assertThat(totals).as(zone)
				.extracting(StatementTotal::label)
				.contains(NOON.atZone(ZoneId.of(zone)).toLocalDate().toString(),
						NOON.plusSeconds(86_400).atZone(ZoneId.of(zone)).toLocalDate().toString())
				.hasSize(3);
		}
	}

	/** Of two days, and of none. */
	private Compared mixed() {
		return matched(
				List.of(line().reference("a").price("0.20"),
						line().reference("b").price("0.1").at(NOON.plusSeconds(86_400)),
						line().reference("b").price("0.1").at(NOON.plusSeconds(86_400)),
						line().reference("c").price("0.21").at(null), line().reference("s").kind(CallKind.STATUS),
						line().written("storage").price("-1"), line().written("").price("5"),
						line().reference("x").price("100").problem("no kind")),
				List.of(made().reference("a"), made().reference("b").at(NOON.plusSeconds(86_400)),
						made().reference("c").uncertain(), made().reference("s").kind(CallKind.STATUS),
						made().reference("left"), made().reference("maybe").uncertain(),
						made().reference("before").at(MARCH.from().minusSeconds(1))));
	}

	private void addsUp(Compared compared, List<StatementTotal> totals) {
		List<StatementItem> all = each(compared, PRICE, false);
		assertThat(totals.stream().mapToLong(StatementTotal::lines).sum()).isEqualTo(all.stream()
			.filter((item) -> item.entry() != null && item.result() != StatementResult.UNREADABLE_LINE)
			.count());
		assertThat(totals.stream().mapToLong(StatementTotal::calls).sum())
			.isEqualTo(all.stream().filter((item) -> item.charged() != null).count());
		assertThat(totals.stream()
			.map(StatementTotal::amount)
			.filter(Objects::nonNull)
			.reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("4.61");
	}

	private Compared matched(List<LineOf> lines, List<CallOf> calls) {
		Compared compared = this.comparisons.compared(lines, calls);
		this.matching.byReference(compared.id());
		this.matching.byRequestId(compared.id());
		return compared;
	}

	private List<StatementResult> results(Compared compared) {
		return each(compared, PRICE, false).stream().map(StatementItem::result).toList();
	}

	/** All of them, or the differences; in either case as many as are counted. */
	private List<StatementItem> each(Compared compared, @Nullable BigDecimal price, boolean differences) {
		List<StatementItem> all = new ArrayList<>();
		this.items.each(compared.scope(), price, differences, all::add);
		Map<StatementResult, Long> counted = new EnumMap<>(this.items.counts(compared.scope(), price));
		counted.keySet().removeIf((result) -> differences && !result.isDifference());
		Map<StatementResult, Long> told = new EnumMap<>(StatementResult.class);
		all.forEach((item) -> told.merge(item.result(), 1L, Long::sum));
		assertThat(told).isEqualTo(counted);
		return all;
	}

	private static StatementItem.Line entry(StatementItem item) {
		return Objects.requireNonNull(item.entry());
	}

	private static StatementItem.Charged charged(StatementItem item) {
		return Objects.requireNonNull(item.charged());
	}

}
