package dev.tickmark.verification.definition;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NightlyDefinitionTests {

	private static final String SCHEDULE = "schedule: {cron: \"0 30 1 * * *\", zone: Europe/Berlin}\n";

	@Test
	void aJobWithoutThemDoesNothingByItself() throws BadDefinition {
		assertThat(read("{}").nightly()).isNull();
	}

	@Test
	void whatIsLeftOutIsAsUsual() throws BadDefinition {
		Nightly nightly = nightly(SCHEDULE + "inbox: {folder: in, pattern: \"payees-*.csv\"}");
		Path folder = Path.of("in").toAbsolutePath();
		assertThat(nightly.inbox()).isEqualTo(new Inbox(folder, "payees-*.csv", Duration.ofSeconds(30), null,
				folder.resolve("taken"), folder.resolve("finished"), folder.resolve("failed")));
		assertThat(nightly.schedule().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
		assertThat(nightly.schedule().catchUp()).isTrue();
	}

	@Test
	void everyKeyIsRead() throws BadDefinition {
		Nightly nightly = nightly("""
				schedule: {cron: "0 30 1 * * MON-FRI", missed: skip}
				inbox: {folder: /d/in, pattern: "*.csv", marker: ".done", taken: /d/t, finished: /d/ok, failed: /d/no}
				""");
		assertThat(nightly.inbox()).isEqualTo(new Inbox(Path.of("/d/in"), "*.csv", null, ".done", Path.of("/d/t"),
				Path.of("/d/ok"), Path.of("/d/no")));
		assertThat(nightly.schedule().catchUp()).isFalse();
		assertThat(nightly.schedule().zone()).isEqualTo(ZoneId.systemDefault());
	}

	@Test
	void theNextTimeIsThatOfItsZoneAlsoWhereClocksAreChanged() throws BadDefinition {
		Schedule schedule = nightly(SCHEDULE + "inbox: {folder: in, pattern: a}").schedule();
		assertThat(schedule.next(Instant.parse("2026-11-22T00:30:00Z")))
			.contains(Instant.parse("2026-11-23T00:30:00Z"));
		assertThat(schedule.next(Instant.parse("2026-07-01T00:00:00Z")))
			.contains(Instant.parse("2026-07-01T23:30:00Z"));
		assertThat(schedule.next(Instant.parse("2026-10-25T00:00:00Z")))
			.contains(Instant.parse("2026-10-26T00:30:00Z"));
	}

	@Test
	void aDayThatComesInLeapYearsDoesCome() throws BadDefinition {
		Schedule schedule = nightly("schedule: {cron: \"0 0 0 29 2 *\", zone: UTC}\ninbox: {folder: in, pattern: a}")
			.schedule();
		assertThat(schedule.next(Instant.parse("2026-11-22T00:00:00Z")))
			.contains(Instant.parse("2028-02-29T00:00:00Z"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					`{cron: "30 1 * * *"}`                     | `{folder: in, pattern: a}` | line 1, column 18: schedule.cron: "30 1 * * *" is no cron line. | second, minute, hour
					`{cron: "0 0 0 30 2 *"}`                   | `{folder: in, pattern: a}` | schedule.cron: the time "0 0 0 30 2 *" never comes  | Give a day that there is
					`{cron: "@daily", zone: Europe/Bern}`      | `{folder: in, pattern: a}` | schedule.zone: there is no time zone "Europe/Bern"  | Europe/Berlin
					`{cron: "@daily", missed: never}`          | `{folder: in, pattern: a}` | schedule.missed: "never" is not known               | catch-up, skip
					`{zone: UTC}`                              | `{folder: in, pattern: a}` | the key schedule.cron is missing                    | line 1
					`{cron: "@daily", zones: UTC}`             | `{folder: in, pattern: a}` | there is no key zones in schedule                   | Perhaps zone is meant.
					`{cron: "@daily"}`                         | `{pattern: a}`             | the key inbox.folder is missing                     | line 2
					`{cron: "@daily"}`                         | `{folder: in}`             | the key inbox.pattern is missing                    | line 2
					`{cron: "@daily"}`                         | `{folder: in, pattern: "a/*.csv"}` | the pattern is of names, without a folder   | line 2
					`{cron: "@daily"}`                         | `{folder: in, pattern: "[a"}`      | "[a" is no pattern of names                 | payees-*.csv
					`{cron: "@daily"}`                         | `{folder: in, pattern: a, taken: ./in}`    | inbox.taken is the same folder as inbox.folder | line 2
					`{cron: "@daily"}`                         | `{folder: in, pattern: a, finished: x, failed: y/../x}` | inbox.failed is the same folder as inbox.finished | Give each a folder of its own
					`{cron: "@daily"}`                         | `{folder: in, pattern: a, marker: .ok, complete-after: 5s}` | inbox.marker: a file is complete by its marker, or | Remove marker or complete-after
					`{cron: "@daily"}`                         | `{folder: in, pattern: a, marker: a/b}`    | inbox.marker: a marker is an ending of names | payees.csv.done
					`{cron: "@daily"}`                         | `{folder: in, pattern: a, complete-after: 2d}` | inbox.complete-after: "2d" is not a length of time | at most 1d
					""")
	void whatIsWrongIsToldWithItsPlace(String schedule, String inbox, String what, String hint) {
		refused("schedule: " + schedule + "\ninbox: " + inbox, what, hint);
	}

	@Test
	void oneWithoutTheOtherIsRefused() {
		refused(SCHEDULE, "line 1, column 1: a schedule needs the key inbox", "or remove schedule");
		refused("inbox: {folder: in, pattern: a}", "line 1, column 1: an inbox needs the key schedule",
				"or remove inbox");
	}

	@Test
	void aDefinitionOfAStatementDoesNothingByItself() {
		refused("statement: {columns: {reference: id}}\n" + SCHEDULE, "a definition of a statement has no schedule",
				"Remove the key");
	}

	private static void refused(String yaml, String what, String hint) {
		assertThatExceptionOfType(BadDefinition.class).isThrownBy(() -> read(yaml))
			.withMessageStartingWith("jobs/test.yaml")
			.withMessageContaining(what)
			.withMessageContaining(hint);
	}

	private static Nightly nightly(String yaml) throws BadDefinition {
		return Objects.requireNonNull(read(yaml).nightly());
	}

	private static JobDefinition read(String yaml) throws BadDefinition {
		return Definitions.read("test", yaml, Set.of());
	}

}
