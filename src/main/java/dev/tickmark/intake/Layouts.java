package dev.tickmark.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Finds out the format of a file and how it is laid out, from how it begins: what its
 * name ends with does not matter.
 */
final class Layouts {

	private Layouts() {
	}

	static Layout find(Path file, Input input) throws UnreadableFile {
		return find(file, input, PayeeTable::new);
	}

	/**
	 * Finds it out for another purpose.
	 * @param tables makes of what is known beforehand what is looked for
	 */
	static <L> L find(Path file, Input input, Function<Input, Table<L>> tables) throws UnreadableFile {
		Input.@Nullable Kind said = input.kind();
		if (said == Input.Kind.FIXED_WIDTH) {
			return fixedWidth(file, input, tables);
		}
		Opening opening = Opening.of(file);
		if (said == Input.Kind.CSV && opening == Opening.XML) {
			// a header may begin with a bracket
			return CsvLayout.find(file, input, tables.apply(input));
		}
		return switch (opening) {
			case OLD_WORKBOOK -> throw OldWorkbook.refusal(file);
			case ARCHIVE -> {
				expect(file, input, Input.Kind.XLSX, "a workbook or an archive");
				yield WorkbookLayout.find(file, input, tables.apply(input));
			}
			case XML -> {
				expect(file, input, Input.Kind.PAIN_001, "XML");
				yield PaymentRecords.layout(file, input, tables);
			}
			case TEXT -> {
				expect(file, input, Input.Kind.CSV, "neither a workbook nor XML");
				yield CsvLayout.find(file, input, tables.apply(input));
			}
		};
	}

	/** What is found must be what the definition says, if it says anything. */
	static void expect(Path file, Input input, Input.Kind found, String what) throws UnreadableFile {
		Input.@Nullable Kind said = input.kind();
		if (said != null && said != found) {
			throw new UnreadableFile(file,
					"is " + what + ", and the job definition expects " + said.written() + ". Check which file it is.");
		}
	}

	private static <L> L fixedWidth(Path file, Input input, Function<Input, Table<L>> tables) throws UnreadableFile {
		Format.FixedWidth format = new Format.FixedWidth(charset(file, input), input.fields(), input.header() ? 1 : 0);
		List<String> names = input.fields().stream().map(Input.Field::name).toList();
		return tables.apply(input).heading(file, Records.Found.of(1, 1, names)).layout(format);
	}

	/** The encoding that the definition says, or else the one that is found out. */
	static Charset charset(Path file, Input input) throws UnreadableFile {
		Charset said = input.encoding();
		return (said != null) ? said : Encodings.find(file);
	}

	/** What a person should know of what was found out, a sentence each. */
	static List<String> remarks(Path file, Format format, Input input) {
		List<String> remarks = new ArrayList<>(Endings.remarks(file, format));
		Charset found = switch (format) {
			case Format.Csv csv -> csv.charset();
			case Format.FixedWidth fixed -> fixed.charset();
			case Format.Workbook _, Format.PaymentInitiation _ -> StandardCharsets.UTF_8;
		};
		if (input.encoding() == null && !found.equals(StandardCharsets.UTF_8)) {
			remarks.add("The file is not UTF-8; it was read as " + found.displayName() + ".");
		}
		return remarks;
	}

}
