package dev.tickmark.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.tickmark.story.Story;

/** The whole story of a row, as lines of text. */
final class StoryLines {

	private static final int INDENT = 2;

	private static final int DETAIL = 5;

	private StoryLines() {
	}

	static List<String> of(Story story) {
		List<String> lines = new ArrayList<>(story.about());
		story.parts().forEach((part) -> {
			lines.add("");
			lines.add(part.title());
			part.lines().forEach((line) -> lines.addAll(of(line)));
		});
		return lines;
	}

	private static List<String> of(Story.Line line) {
		return line.name().isEmpty() ? Paragraph.lines(line.detail() ? DETAIL : INDENT, line.text())
				: List.of(" ".repeat(INDENT) + String.format(Locale.ROOT, "%-22s%s", line.name(), line.text()));
	}

}
