package dev.tickmark.night;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.support.CronExpression;

import dev.tickmark.verification.definition.Deadline;
import dev.tickmark.verification.definition.Schedule;

import static org.assertj.core.api.Assertions.assertThat;

class HoursTests {

	private static final Schedule SCHEDULE = new Schedule(CronExpression.parse("0 30 1 * * *"),
			ZoneId.of("Europe/Berlin"), true);

	/** 01:30 in Berlin. */
	private static final Instant DUE = Instant.parse("2026-11-22T00:30:00Z");

	private static final Instant NEXT = Instant.parse("2026-11-23T00:30:00Z");

	@Test
	void aTimeOfDayIsThatOfTheScheduleAndOfItsNightForWhateverIsBegunLate() {
		Hours hours = new Hours(Instant.parse("2026-11-22T05:00:00Z"), true);
		assertThat(of("06:00", DUE, DUE, DUE)).isEqualTo(hours);
		assertThat(of("06:00", DUE, DUE, DUE.plusSeconds(4 * 3600))).isEqualTo(hours);
	}

	@Test
	void whatIsMadeUpForAfterItIsNotWaitedForAndDoesNotReachIntoTheNextNight() {
		assertThat(of("06:00", DUE, DUE, DUE.plusSeconds(7 * 3600))).isEqualTo(new Hours(NEXT, false));
		assertThat(of("45m", DUE, DUE, DUE.plusSeconds(7 * 3600))).isEqualTo(new Hours(NEXT, false));
	}

	@Test
	void aDurationCountsFromWhenTheNightWasBegun() {
		Instant late = DUE.plusSeconds(7 * 3600);
		assertThat(of("45m", DUE, late, late.plusSeconds(60))).isEqualTo(new Hours(late.plusSeconds(45 * 60), true));
	}

	@Test
	void whatIsDoneBetweenTwoNightsEndsBeforeTheNext() {
		assertThat(of("06:00", null, DUE.plusSeconds(9 * 3600), DUE.plusSeconds(9 * 3600)))
			.isEqualTo(new Hours(NEXT, true));
	}

	@Test
	void withoutADeadlineNothingIsWaitedFor() {
		assertThat(Hours.of(Optional.empty(), SCHEDULE, DUE, DUE, DUE)).isEqualTo(new Hours(null, false));
	}

	private static Hours of(String deadline, @Nullable Instant due, Instant began, Instant now) {
		return Hours.of(Optional.of(Deadline.parse(deadline)), SCHEDULE, due, began, now);
	}

}
