package dev.tickmark.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tickmark.ledger.StatementItem;
import dev.tickmark.ledger.StatementResult;

import static org.assertj.core.api.Assertions.assertThat;

class StatementWordsTests {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private static final BigDecimal AGREED = new BigDecimal("0.10");

	@Test
	void whatAgreesNeedsNoWords() {
		assertThat(said(StatementResult.MATCHED, line(false, false, true, null), call("MATCH", false))).isEmpty();
	}

	@Test
	void anotherResultIsSaidBesideOurs() {
		StatementItem.Line line = line(true, false, true, null);
		assertThat(said(StatementResult.DIFFERENT_RESULT, line, call("MATCH", false)))
			.isEqualTo("result no match, here MATCH");
		assertThat(said(StatementResult.DIFFERENT_RESULT, line, call(null, false)))
			.isEqualTo("result no match, here PENDING");
	}

	@Test
	void anotherPriceIsSaidBesideTheOneAgreed() {
		assertThat(said(StatementResult.DIFFERENT_PRICE, line(false, true, true, null), call("MATCH", false)))
			.isEqualTo("price 0.20, agreed 0.10");
	}

	@Test
	void everythingThatDiffersIsSaid() {
		assertThat(said(StatementResult.OUTSIDE_PERIOD, line(true, true, false, null), call("MATCH", false)))
			.isEqualTo("the line's time is outside the period; result no match, here MATCH; price 0.20, agreed 0.10");
	}

	@Test
	void aCallFromOutsideThePeriodIsNotTheLinesFault() {
		assertThat(said(StatementResult.OUTSIDE_PERIOD, line(false, false, true, null), call("MATCH", false)))
			.isEqualTo("the call was made outside the period");
	}

	@Test
	void whatIsChargedTwiceIsSaidSo() {
		assertThat(said(StatementResult.CHARGED_TWICE, line(false, false, true, null), null))
			.isEqualTo("another line charges the same call");
	}

	@Test
	void aLineThatCannotBeReadSaysWhy() {
		assertThat(said(StatementResult.UNREADABLE_LINE, line(false, false, true, "Column amount: no number."), null))
			.isEqualTo("Column amount: no number.");
	}

	@Test
	void aCallWithoutALineMayBeOnTheNextStatement() {
		assertThat(said(StatementResult.IN_JOURNAL_ONLY, null, call("MATCH", true)))
			.isEqualTo("at the edge of the period: it may be on the statement before or after");
		assertThat(said(StatementResult.IN_JOURNAL_ONLY, null, call("MATCH", false))).isEmpty();
	}

	private static String said(StatementResult result, StatementItem.@Nullable Line line,
			StatementItem.@Nullable Charged call) {
		return StatementWords.difference(new StatementItem(result, line, null, call), AGREED);
	}

	private static StatementItem.Line line(boolean resultDiffers, boolean priceDiffers, boolean inPeriod,
			@Nullable String problem) {
		return new StatementItem.Line(7, "ref-17", null, NOON, "SUBMIT", "no match", resultDiffers,
				new BigDecimal("0.20"), priceDiffers, "EUR", "****3000", inPeriod, problem);
	}

	private static StatementItem.Charged call(@Nullable String verdict, boolean atEdge) {
		return new StatementItem.Charged(1, 17, 1, "SUBMIT", NOON, "ref-17", verdict, true, atEdge);
	}

}
