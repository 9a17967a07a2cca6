package dev.tickmark.people;

import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordsTests {

	private static final int QUICK = 6;

	private final Passwords passwords = new Passwords(QUICK);

	static Stream<Arguments> bad() {
		return Stream.of(Arguments.of("", "The password is empty."),
				Arguments.of("elevenchars", "The password has 11 characters; at least 12 are needed."),
				Arguments.of("é".repeat(6) + "12345", "The password has 11 characters;"),
				Arguments.of("abcde" + "x".repeat(68),
						"The password is too long: it takes 73 bytes, and only the first 72 would count."),
				Arguments.of("abcde" + "é".repeat(34), "The password is too long: it takes 73 bytes,"),
				Arguments.of("Anna.Unal@example.com", "The password is the login name; it must be another."),
				Arguments.of("aaaaaaaaaaaa", "The password repeats the same few characters;"),
				Arguments.of("121212343434", "The password repeats the same few characters;"),
				Arguments.of("with\0a nul in it", "The password has a character that cannot be typed."),
				Arguments.of("with a \uFFFD in it", "The password has a character that cannot be typed."));
	}

	@ParameterizedTest
	@MethodSource("bad")
	void whatCannotBeAPasswordIsToldInASentence(String password, String sentence) {
		assertThat(this.passwords.problem("anna.unal@EXAMPLE.com", password))
			.hasValueSatisfying((problem) -> assertThat(problem).startsWith(sentence).endsWith("."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "twelve chars", "  spaces count too  ", "пароль длинный", "😀 five words or so 😀" })
	void whatCanBeOneFitsItselfAndNothingElse(String password) {
		assertThat(this.passwords.problem("anna", password)).isEmpty();
		String hash = this.passwords.hash(password);
		assertThat(hash).startsWith("$2b$06$").doesNotContain(password);
		assertThat(this.passwords.fits(password, Optional.of(hash))).isTrue();
		assertThat(this.passwords.fits(password + " ", Optional.of(hash))).isFalse();
		assertThat(this.passwords.fits(password.substring(1), Optional.of(hash))).isFalse();
		assertThat(this.passwords.hash(password)).as("nobody sees that two are the same").isNotEqualTo(hash);
	}

	@Test
	void nothingBehindThe72ndByteIsSilentlyLeftOut() {
		String longest = "abcde" + "x".repeat(67);
		assertThat(this.passwords.problem("anna", longest)).isEmpty();
		String hash = this.passwords.hash(longest);
		assertThat(this.passwords.fits(longest, Optional.of(hash))).isTrue();
		assertThat(this.passwords.fits(longest + "y", Optional.of(hash))).isFalse();
		assertThat(this.passwords.fits(longest.substring(1), Optional.of(hash))).isFalse();
	}

	@Test
	void aLetterIsTheSameHoweverAKeyboardWritesIt() {
		String hash = this.passwords.hash("caf\u00e9 au lait, s'il");
		assertThat(this.passwords.fits("cafe\u0301 au lait, s'il", Optional.of(hash))).isTrue();
	}

	@Test
	void nobodysPasswordIsNotFound() {
		assertThat(this.passwords.fits("nobody's", Optional.empty())).isFalse();
		assertThat(this.passwords.fits("", Optional.empty())).isFalse();
	}

	@Test
	void itTakesAsLongForNobodyAsForSomebody() {
		Passwords slower = new Passwords(QUICK + 3);
		Optional<String> hash = Optional.of(slower.hash("twelve chars"));
		long somebody = quickest(() -> slower.fits("another one", hash));
		long nobody = quickest(() -> slower.fits("another one", Optional.empty()));
		long tooLong = quickest(() -> slower.fits("x".repeat(10_000), hash));
		assertThat(nobody).isBetween(somebody / 3, somebody * 3);
		assertThat(tooLong).isBetween(somebody / 3, somebody * 3);
	}

	@Test
	void whatWasStoredAtALowerCostIsOld() {
		String hash = this.passwords.hash("twelve chars");
		assertThat(this.passwords.isOld(hash)).isFalse();
		assertThat(new Passwords(QUICK + 1).isOld(hash)).isTrue();
		assertThat(new Passwords(QUICK + 1).fits("twelve chars", Optional.of(hash))).isTrue();
	}

	private static long quickest(Runnable check) {
		return LongStream.range(0, 7).map((_) -> {
			long start = System.nanoTime();
			check.run();
			return System.nanoTime() - start;
		}).min().orElseThrow();
	}

}
