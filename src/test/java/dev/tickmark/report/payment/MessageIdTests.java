package dev.tickmark.report.payment;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessageIdTests {

	private static final String LONG = "x".repeat(34);

	@Test
	void aShortIdGetsItsSuffix() {
		assertThat(MessageId.of("MSG-1", "-P")).isEqualTo("MSG-1-P");
		assertThat(MessageId.of("x".repeat(33), "-P")).isEqualTo("x".repeat(33) + "-P");
	}

	@Test
	void aLongIdIsCutAndStaysDistinct() {
		assertThat(MessageId.of(LONG + "a", "-P")).hasSize(35)
			.startsWith("x".repeat(24) + "-")
			.endsWith("-P")
			.isEqualTo(MessageId.of(LONG + "a", "-P"))
			.isNotEqualTo(MessageId.of(LONG + "b", "-P"))
			.isNotEqualTo(MessageId.of(LONG + "a", "-Q"));
	}

	@Test
	void noPairOfCharactersIsTornApart() {
		assertThat(MessageId.of("x".repeat(23) + "𝄞".repeat(10), "-P")).startsWith("x".repeat(23) + "-");
	}

}
