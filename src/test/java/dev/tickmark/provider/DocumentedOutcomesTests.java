package dev.tickmark.provider;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every documented outcome of a provider, and the verdict that becomes of it. What the
 * tests see is the table in {@code src/docs/verdicts.md};
 * {@code -Dtickmark.test.docs=write} brings that file up to date.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class DocumentedOutcomesTests {

	private static final Path DOCUMENT = Path.of("src/docs/verdicts.md");

	/** The provider's name as people write it, which heads its table. */
	protected abstract String title();

	/** All of them, in the order of the provider's documentation. */
	protected abstract List<Documented> outcomes();

	@ParameterizedTest(name = "{0}")
	@MethodSource("outcomes")
	void anOutcomeBecomesItsVerdict(Documented documented) {
		switch (documented.dialogue().reading()) {
			case Reading.Done done -> assertThat(done.outcome().finding().verdict()).isEqualTo(documented.verdict());
			case Reading.Further _ -> assertThat(documented.verdict()).isNull();
		}
	}

	@Test
	void theTableInTheDocumentationIsTheOneThatTheseTestsSee() throws IOException {
		String table = outcomes().stream()
			.map(DocumentedOutcomesTests::line)
			.collect(Collectors.joining("\n",
					"## " + title() + "\n\n| Its outcome | Verdict | Name | What follows |\n|---|---|---|---|\n",
					"\n"));
		if ("write".equals(System.getProperty("tickmark.test.docs"))) {
			write(table);
		}
		assertThat(Files.readString(DOCUMENT, StandardCharsets.UTF_8)).contains(table);
	}

	private static String line(Documented documented) {
		String rest = switch (documented.dialogue().reading()) {
			case Reading.Done done -> verdict(done.outcome().finding()) + " | " + follows(done.outcome());
			case Reading.Further _ ->
				"none yet | | the next call is made at once: " + documented.dialogue().next().kind();
		};
		return "| " + documented.outcome() + " | " + rest + " |";
	}

	private static String verdict(Finding finding) {
		boolean told = finding.verdict() == Verdict.MATCH || finding.nameMatch() != NameMatch.NOT_CHECKED;
		return finding.verdict() + ((finding.verdict() == Verdict.MATCH) ? " (" + finding.basis() + ")" : "") + " | "
				+ (told ? finding.nameMatch() : "");
	}

	private static String follows(Outcome outcome) {
		return switch (outcome) {
			case Outcome.Concluded _ -> "final";
			case Outcome.Adopted adopted ->
				"final; " + adopted.otherwise().verdict() + " when it answered another question before";
			case Outcome.Rejected _ -> "final";
			case Outcome.Pending pending -> "asked for again; in the end " + pending.given().verdict();
			case Outcome.ActionRequired action ->
				(action.after() != null) ? "a person acts; asked for meanwhile" : "a person acts; the next pass looks";
			case Outcome.Retryable retryable -> (retryable.pausesLane() ? "the lane waits, then " : "")
					+ "tried again; in the end " + retryable.exhausted().verdict();
			case Outcome.Held _ -> "left open; the next pass looks";
			case Outcome.LaneFault _ -> "the lane stops; the next pass looks";
		};
	}

	private void write(String table) throws IOException {
		String whole = Files.readString(DOCUMENT, StandardCharsets.UTF_8);
		int from = whole.indexOf("## " + title() + "\n");
		int next = whole.indexOf("\n## ", from + 1);
		String before = (from < 0) ? whole.stripTrailing() + "\n\n" : whole.substring(0, from);
		String after = (from < 0 || next < 0) ? "" : whole.substring(next);
		Files.writeString(DOCUMENT, before + table + after, StandardCharsets.UTF_8);
	}

	/**
	 * An outcome.
	 *
	 * @param outcome what the provider says, in its own words, as a Markdown cell
	 * @param dialogue the dialogue that ends with it
	 * @param verdict the verdict it becomes; null when another call follows at once
	 */
	public record Documented(String outcome, Dialogue dialogue, @Nullable Verdict verdict) {

		@Override
		public String toString() {
			return this.outcome + " becomes " + this.verdict;
		}

	}

}
