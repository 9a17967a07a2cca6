package dev.tickmark.console;

import java.util.ArrayList;
import java.util.List;

import dev.tickmark.story.PlainText;

/** Text in lines that a terminal of usual width does not break. */
final class Paragraph {

	private static final int WIDTH = 110;

	private Paragraph() {
	}

	/** Breaks a text at its spaces; every line is indented by as many spaces. */
	static List<String> lines(int indent, String text) {
		return lines(indent, WIDTH, text);
	}

	/** Breaks a text so that no line is wider, unless a single word is. */
	static List<String> lines(int indent, int width, String text) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (String word : harmless(text).split(" ")) {
			if (!line.isEmpty() && indent + line.length() + 1 + word.length() > width) {
				lines.add(" ".repeat(indent) + line);
				line.setLength(0);
			}
			line.append(line.isEmpty() ? "" : " ").append(word);
		}
		lines.add(" ".repeat(indent) + line);
		return lines;
	}

	/** Without anything that acts upon a terminal, or ends a line. */
	static String harmless(String text) {
		return PlainText.of(text);
	}

}
