package dev.tickmark.provider;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleTests {

	private static final Limit SECOND = new Limit(50, Duration.ofSeconds(1));

	private static final Limit MINUTE = new Limit(1000, Duration.ofMinutes(1));

	private static final Limit DAY = new Limit(3000, Duration.ofDays(1));

	private static final Duration GUARD = Duration.ofMillis(10);

	@ParameterizedTest
	@CsvSource({ "1, 0.02", "900, 18", "1000, 20", "1001, 60.02", "2000, 80", "2500, 130", "3000, 140" })
	void aLongerWindowIsABudgetThatMayBeUsedEarly(long calls, double seconds) {
		assertThat(new Limits(List.of(MINUTE, SECOND)).bound(calls)).isEqualTo(seconds(seconds));
	}

	@Test
	void whatIsSpentForTheDayHasRoomAgainADayLater() {
		assertThat(new Limits(List.of(SECOND, DAY)).bound(3001)).isEqualTo(Duration.ofDays(1).plus(seconds(0.02)));
	}

	@Test
	void noCallsTakeNoTime() {
		assertThat(new Limits(List.of(SECOND)).bound(0)).isZero();
	}

	@Test
	void limitsAreReadAsTheyAreWritten() {
		Limits limits = new Limits(List.of(SECOND, MINUTE));
		assertThat(limits).hasToString("50/PT1S 1000/PT1M");
		assertThat(Limits.parse(limits.toString()).bound(1001)).isEqualTo(limits.bound(1001));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void whoeverIsLateAndHoweverMuchNoWindowEverSeesMoreThanItsLimit(long seed) {
		Random random = new Random(seed);
		Schedule schedule = new Schedule(List.of(SECOND, MINUTE), GUARD);
		List<Long> sent = new ArrayList<>();
		long at = 0;
		for (int i = 0; i < 4000; i++) {
			at = Math.max(at, schedule.earliest());
			if (random.nextInt(10) == 0) {
				at += (long) (random.nextDouble() * Duration.ofMillis(300).toNanos());
			}
			long call = schedule.take(at, 1);
			long really = at + (long) (random.nextDouble() * Duration.ofMillis(100).toNanos());
			schedule.sent(call, really);
			sent.add(really);
		}
		assertKept(sent, SECOND);
		assertKept(sent, MINUTE);
	}

	@Test
	void callsAreEvenlySpreadOverTheShortestWindow() {
		Schedule schedule = new Schedule(List.of(SECOND, MINUTE), GUARD);
		for (long call = 0; call < 1000; call++) {
			assertThat(schedule.earliest()).isEqualTo(call * millis(20.2));
			schedule.take(schedule.earliest(), 1);
		}
	}

	@Test
	void whoIsALittleLateDoesNotMakeTheOthersLater() {
		Schedule schedule = new Schedule(List.of(SECOND), GUARD);
		for (long call = 0; call < 50; call++) {
			assertThat(schedule.earliest()).isEqualTo(call * millis(20.2));
			schedule.take(schedule.earliest() + millis(0.1), 1);
		}
		assertThat(schedule.earliest()).as("a whole window after the first").isEqualTo(millis(1010.1));
	}

	@Test
	void whatWasSentBeforeCounts() {
		Schedule schedule = new Schedule(List.of(SECOND, DAY), GUARD);
		long anHourAgo = -Duration.ofHours(1).toNanos();
		LongStream.range(0, 2999).forEach((call) -> schedule.take(anHourAgo + call, 0));
		assertThat(schedule.windows().getLast().left(0)).isOne();
		assertThat(schedule.earliest()).isLessThanOrEqualTo(0);
		schedule.take(0, 1);
		assertThat(schedule.earliest()).isEqualTo(Duration.ofHours(23).plus(GUARD).toNanos());
		assertThat(schedule.latest().limit()).isEqualTo(DAY);
	}

	@Test
	void aCopyIsTriedOutWithoutConsequence() {
		Schedule schedule = new Schedule(List.of(SECOND), GUARD);
		assertThat(schedule.copy().takeAll(100, 0)).isEqualTo(100 * millis(20.2));
		assertThat(schedule.earliest()).isZero();
	}

	private static void assertKept(List<Long> times, Limit limit) {
		long[] sent = times.stream().mapToLong(Long::longValue).sorted().toArray();
		for (int i = 0; i + limit.calls() < sent.length; i++) {
			assertThat(sent[i + limit.calls()] - sent[i]).as("from call %d, %s", i, limit)
				.isGreaterThanOrEqualTo(limit.per().toNanos());
		}
	}

	private static long millis(double millis) {
		return Math.round(millis * 1_000_000);
	}

	private static Duration seconds(double seconds) {
		return Duration.ofMillis(Math.round(seconds * 1000));
	}

}
