package dev.tickmark.verification.definition;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who is told, and what a night continues of earlier ones. */
class TellDefinitionTests {

	private static final String NIGHTLY = "schedule: {cron: \"@daily\"}\ninbox: {folder: in, pattern: a}\n";

	@Test
	void withoutItNobodyIsTold() throws BadDefinition {
		assertThat(tell(NIGHTLY)).isNull();
	}

	@Test
	void everyKeyIsRead() throws BadDefinition {
		assertThat(tell(NIGHTLY + "tell: {mail: [a@example.com, b+c@example.com], webhook: \"https://e.com/x?y=1\"}"))
			.isEqualTo(new Tell(List.of("a@example.com", "b+c@example.com"), URI.create("https://e.com/x?y=1"),
					Tell.When.ALWAYS));
		assertThat(tell(NIGHTLY + "tell: {webhook: http://localhost:8080/x, when: failed}"))
			.isEqualTo(new Tell(List.of(), URI.create("http://localhost:8080/x"), Tell.When.FAILED));
	}

	@Test
	void eachOccasionIncludesThoseAfterIt() {
		assertThat(Tell.When.ALWAYS.includes(Tell.When.FAILED)).isTrue();
		assertThat(Tell.When.OPEN.includes(Tell.When.OPEN)).isTrue();
		assertThat(Tell.When.FAILED.includes(Tell.When.OPEN)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					`{}`                                          | line 3, column 7: tell: nobody is named
					`{mail: Finance <a@example.com>}`             | tell.mail: this is no mail address like finance@example.com
					`{mail: [a@example.com, a@example.com]}`      | line 3, column 30: tell.mail: the address is there twice
					`{webhook: http://example.com/x}`             | tell.webhook: an address that begins with https:// is expected
					`{webhook: https:/x}`                         | tell.webhook: an address that begins with https:// is expected
					`{webhook: "https://a:b@example.com"}`        | tell.webhook: the address must have no password
					`{webhook: "not an address"}`                 | tell.webhook: this is no address
					`{mail: a@example.com, when: never}`          | tell.when: "never" is not known; there are: always, open, failed.
					`{mail: a@example.com, whom: b}`              | there is no key whom in tell
					""")
	void whatIsWrongIsToldWithItsPlace(String tell, String says) {
		assertThatExceptionOfType(BadDefinition.class).isThrownBy(() -> tell(NIGHTLY + "tell: " + tell))
			.withMessageContaining(says)
			.withMessageContaining("jobs/suppliers.yaml, line 3");
	}

	@Test
	void whoDoesNothingByItselfTellsNobody() {
		assertThatExceptionOfType(BadDefinition.class).isThrownBy(() -> tell("tell: {mail: a@example.com}"))
			.withMessageContaining("Add schedule and inbox, or remove tell.");
	}

	@ParameterizedTest
	@CsvSource({ "'', PT168H", "', recheck-earlier: 3d', PT72H", "', recheck-earlier: 0', PT0S",
			"', recheck-earlier: 0d', PT0S" })
	void howOldTheRunsMayBeThatANightContinues(@Nullable String said, Duration age) throws BadDefinition {
		Nightly nightly = read("schedule: {cron: \"@daily\"" + Objects.requireNonNullElse(said, "")
				+ "}\ninbox: {folder: in, pattern: a}\n");
		assertThat(nightly.recheckEarlier()).isEqualTo(age);
	}

	private static @Nullable Tell tell(String text) throws BadDefinition {
		return read(text).tell();
	}

	private static Nightly read(String text) throws BadDefinition {
		return Objects.requireNonNull(Definitions.read("suppliers", text, Set.of()).nightly());
	}

}
