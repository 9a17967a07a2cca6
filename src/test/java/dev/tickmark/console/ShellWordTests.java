package dev.tickmark.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShellWordTests {

	@Test
	void plainWordsAreNotQuoted() {
		assertThat(ShellWord.of("/home/you/in-2026_1.csv")).isEqualTo("/home/you/in-2026_1.csv");
		assertThat(ShellWord.of("--sandbox")).isEqualTo("--sandbox");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "it's", "$(rm -rf x)", "`x`", "März.csv", "a\"b", "*", "~", "a;b", "a\nb",
			"t\tab", "e\u001b[2Jsc", "it's\n\\n", "'", "back\\slash" })
	@EnabledOnOs(OS.LINUX)
	void aShellReadsTheWordAsItWas(String word) throws IOException, InterruptedException {
		String quoted = ShellWord.of(word);
		assertThat(quoted).doesNotContainPattern("\\p{Cntrl}");
		Process bash = new ProcessBuilder("bash", "-c", "printf %s " + quoted).redirectErrorStream(true).start();
		assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(word);
		assertThat(bash.waitFor()).isZero();
	}

}
