package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tickmark.ledger.LatestCalls.Made;
import dev.tickmark.payee.CallKind;
import dev.tickmark.provider.Lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What a verification takes, as it was of late. */
class UsualTests {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private static final RecheckSettings RECHECK = new RecheckSettings(Duration.ofSeconds(1), 2, Duration.ofMinutes(1),
			5);

	private final Lane lane = ScriptedLane.of("50/1s");

	@Test
	void withoutHistoryItIsTheLeastThatTheInterfaceAllows() {
		Usual usual = Usual.of(this.lane, List.of(), RECHECK);
		assertThat(usual).isEqualTo(new Usual(0, 1, 1, Duration.ZERO, Duration.ZERO));
		assertThat(usual.callsFor(700)).isEqualTo(700);
	}

	@Test
	void withHistoryItIsTheAverage() {
		Usual usual = Usual.of(this.lane,
				List.of(List.of(submit(0)), List.of(submit(0)), List.of(submit(0), status(700))), RECHECK);
		assertThat(usual.verifications()).isEqualTo(3);
		assertThat(usual.calls()).isCloseTo(4 / 3.0, within(1e-9));
		assertThat(usual.callsFor(300)).isEqualTo(400);
		assertThat(usual.latency()).isEqualTo(Duration.ofMillis(200));
	}

	@Test
	void callsThatTheLimitsDoNotCountTakeNoTurn() {
		Usual usual = Usual.of(ScriptedLane.counting("submit"), List.of(List.of(submit(0), status(700), status(1400))),
				RECHECK);
		assertThat(usual.calls()).isEqualTo(1);
	}

	@Test
	void theSlowestSaysHowLongAnswersAreWaitedFor() {
		Usual usual = Usual.of(this.lane, List.of(List.of(submit(0)), List.of(submit(0), status(700), status(2900))),
				RECHECK);
		assertThat(usual.waiting()).as("half a second, then two").isEqualTo(Duration.ofMillis(2500));
	}

	@Test
	void aWaitForTheLaneOrForTheNextRunIsNoWaitForAnAnswer() {
		Usual usual = Usual.of(this.lane, List.of(List.of(submit(0), status(600_000), status(90_000_000))), RECHECK);
		assertThat(usual.waiting()).as("the first and the second delay").isEqualTo(Duration.ofSeconds(3));
	}

	@Test
	void whatTheRunItselfNeedsCountsMoreAndMore() {
		Usual usual = new Usual(500, 1, 1, Duration.ZERO, Duration.ZERO);
		assertThat(usual.with(0, 0).calls()).isEqualTo(1);
		assertThat(usual.with(100, 200).calls()).isEqualTo(1.5);
		assertThat(usual.with(9900, 19_800).calls()).isCloseTo(1.99, within(1e-9));
		Usual unknown = new Usual(0, 1, 1, Duration.ZERO, Duration.ZERO);
		assertThat(unknown.with(90, 180).calls()).as("with no history it learns sooner").isEqualTo(1.9);
	}

	private static Made submit(long millis) {
		return new Made(CallKind.SUBMIT, NOON.plusMillis(millis), Duration.ofMillis(200));
	}

	private static Made status(long millis) {
		return new Made(CallKind.STATUS, NOON.plusMillis(millis), Duration.ofMillis(200));
	}

}
