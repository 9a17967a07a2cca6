package dev.tickmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class ExplanationsTests {

	private static final Pattern CODE = Pattern.compile("code `(?:EPC_VOP_|UK_COP_)?([A-Z0-9]{4})`");

	private final Explanations explanations = new Explanations(Locale.ENGLISH);

	@ParameterizedTest
	@EnumSource
	void everyVerdictIsExplainedWhateverItRestsOn(Verdict verdict) {
		for (Basis basis : Basis.values()) {
			assertThat(this.explanations.of(verdict, basis)).endsWith(".").contains(" ");
		}
	}

	@Test
	void everySchemeCodeThatLeadsToAVerdictIsExplained() throws IOException {
		List<String> unexplained = new ArrayList<>();
		int found = 0;
		for (String outcome : Files.readAllLines(Path.of("src/docs/verdicts.md"))) {
			Matcher code = CODE.matcher(outcome);
			if (code.find() && !outcome.contains("PROVIDER_ERROR")) {
				found++;
				if (this.explanations.code(code.group(1)) == null) {
					unexplained.add(code.group(1));
				}
			}
		}
		assertThat(unexplained).isEmpty();
		assertThat(found).isGreaterThan(30);
	}

	@Test
	void aCodeIsExplainedWithAndWithoutItsScheme() {
		assertThat(this.explanations.code("EPC_VOP_NOAP")).isEqualTo(this.explanations.code("NOAP")).isNotNull();
		assertThat(this.explanations.code("SOMETHING_NEW")).isNull();
		assertThat(this.explanations.code(null)).isNull();
	}

	@Test
	void aMatchWithoutANameIsNotSoldAsOne() {
		assertThat(this.explanations.of(Verdict.MATCH, Basis.REGISTRATION_ONLY)).contains("Nobody compared the name");
	}

}
