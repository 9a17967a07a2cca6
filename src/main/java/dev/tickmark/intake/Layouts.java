package dev.tickmark.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Finds out the format of a file and how it is laid out, from how it begins. */
final class Layouts {

	private Layouts() {
	}

	static Layout find(Path file, Input input) throws UnreadableFile {
		return switch (input.kind()) {
			case FIXED_WIDTH -> fixedWidth(file, input);
			case CSV -> CsvLayout.find(file, input);
			case XLSX, PAIN_001 -> throw new UnreadableFile(file, "has a format that cannot be read yet.");
			case null -> CsvLayout.find(file, input);
		};
	}

	private static Layout fixedWidth(Path file, Input input) throws UnreadableFile {
		Format.FixedWidth format = new Format.FixedWidth(charset(file, input), input.fields(), input.header() ? 1 : 0);
		List<String> names = input.fields().stream().map(Input.Field::name).toList();
		return new Header(file, Records.Found.of(1, 1, names), input).layout(format);
	}

	/** The encoding that the definition says, or else the one that is found out. */
	static Charset charset(Path file, Input input) throws UnreadableFile {
		Charset said = input.encoding();
		return (said != null) ? said : Encodings.find(file);
	}

	/** What a person should know of what was found out, a sentence each. */
	static List<String> remarks(Layout layout, Input input) {
		if (input.encoding() != null || !(layout.format() instanceof Format.Csv csv)
				|| csv.charset().equals(StandardCharsets.UTF_8)) {
			return List.of();
		}
		return List.of("The file is not UTF-8; it was read as " + csv.charset().displayName() + ".");
	}

}
