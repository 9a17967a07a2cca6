package dev.tickmark.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.tickmark.payee.InputRow;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Payee files to be read, and what comes of them. */
final class Given {

	static final String IBAN = "DE89370400440532013000";

	private Given() {
	}

	static Path file(Path folder, String content) {
		return file(folder, content.getBytes(StandardCharsets.UTF_8));
	}

	static Path file(Path folder, String content, Charset charset) {
		return file(folder, content.getBytes(charset));
	}

	static Path file(Path folder, byte[] content) {
		try {
			return Files.write(folder.resolve("payees.csv"), content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What is said about a file that cannot be opened, without the folder's name. */
	static String refusal(Path file) {
		UnreadableFile refused = catchThrowableOfType(UnreadableFile.class, () -> PayeeFile.open(file));
		assertThat(refused).as("a refusal").isNotNull();
		return String.valueOf(refused.getMessage()).replace(file.getParent() + "/", "");
	}

	static List<InputRow> rows(Path file) throws UnreadableFile {
		List<InputRow> rows = new ArrayList<>();
		PayeeFile.open(file).read(rows::add);
		return rows;
	}

	/** The one row of a file whose columns and values alternate here. */
	static InputRow row(Path folder, String... columnsAndValues) throws UnreadableFile {
		Map<String, String> row = new LinkedHashMap<>();
		for (int i = 0; i < columnsAndValues.length; i += 2) {
			row.put(columnsAndValues[i], columnsAndValues[i + 1]);
		}
		row.putIfAbsent("name", "Erika Mustermann");
		row.putIfAbsent("iban", IBAN);
		String header = String.join(",", row.keySet());
		List<String> quoted = row.values().stream().map((value) -> "\"" + value.replace("\"", "\"\"") + "\"").toList();
		return rows(file(folder, header + "\n" + String.join(",", quoted) + "\n")).getFirst();
	}

	static Payee payee(Path folder, String... columnsAndValues) throws UnreadableFile {
		InputRow row = row(folder, columnsAndValues);
		assertThat(row.problem()).as("the problem").isNull();
		return payee(row);
	}

	/** The problem of such a row, as {@code column: text}. */
	static String problem(Path folder, String... columnsAndValues) throws UnreadableFile {
		Problem problem = problem(row(folder, columnsAndValues));
		return problem.column() + ": " + problem.text();
	}

	static Payee payee(InputRow row) {
		return Objects.requireNonNull(row.payee(), "no payee");
	}

	static Problem problem(InputRow row) {
		return Objects.requireNonNull(row.problem(), "no problem");
	}

}
