package dev.tickmark.story;

import java.util.List;

/**
 * The whole story of a row.
 *
 * @param about which row it is
 * @param parts what there is to say, in order
 */
public record Story(List<String> about, List<Part> parts) {

	public Story {
		about = List.copyOf(about);
		parts = List.copyOf(parts);
	}

	/** What belongs together. */
	public record Part(String title, List<Line> lines) {

		public Part {
			lines = List.copyOf(lines);
		}

	}

	/**
	 * A sentence, or a value with its name.
	 *
	 * @param detail whether it is a detail of the line before
	 * @param name empty for a sentence
	 */
	public record Line(boolean detail, String name, String text) {

		public Line {
			name = PlainText.of(name);
			text = PlainText.of(text);
		}

		static Line of(String text) {
			return new Line(false, "", text);
		}

		static Line detail(String text) {
			return new Line(true, "", text);
		}

		static Line named(String name, String text) {
			return new Line(false, name, text);
		}

	}

}
