package dev.tickmark.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A table of answers as it was found, beside the one that is kept with the docs. */
public final class AnswersTable {

	private static final Path KEPT = Path.of("src/docs/answers-by-role.md");

	private final List<String> lines = new ArrayList<>();

	/** One with these who ask. */
	public AnswersTable(Collection<String> who) {
		this.lines.add("| asked | " + String.join(" | ", who) + " |");
		this.lines.add("|---" + "|---".repeat(who.size()) + "|");
	}

	/** What each of them was answered. */
	public void add(Asked asked, List<String> answers) {
		this.lines.add("| " + asked + " | " + String.join(" | ", answers) + " |");
	}

	/** The docs have the same, below this heading. */
	public void isKeptBelow(String heading) throws IOException {
		Path found = Path.of("target/answers" + heading.replaceAll("\\W+", "-").toLowerCase(java.util.Locale.ROOT));
		Files.write(found, this.lines);
		List<String> kept = Files.readAllLines(KEPT)
			.stream()
			.dropWhile((line) -> !line.equals(heading))
			.skip(1)
			.takeWhile((line) -> !line.startsWith("#"))
			.filter((line) -> line.startsWith("|"))
			.toList();
		assertThat(this.lines).as("the table below %s of %s; what was found is in %s", heading, KEPT, found)
			.isEqualTo(kept);
	}

}
