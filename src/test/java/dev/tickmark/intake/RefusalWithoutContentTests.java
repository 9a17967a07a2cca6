package dev.tickmark.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.ss.usermodel.SheetVisibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tickmark.payee.Column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Why a file is refused is told by mail: nothing of what is written in the file may be in
 * that sentence.
 */
class RefusalWithoutContentTests {

	private static final List<String> NAMES = List.of("Zerlina Grün", "Zerlina \"Zerlina\" Grün", "zerlina: nmae",
			"nme zerlina, column zerlina: zerlina", "number zerlina\nzerlina");

	private static final String BROKEN_ROW = "\"a\"b,\"a\"b,\"a\"b,\"a\"b\n";

	@TempDir
	Path folder;

	@ParameterizedTest
	@MethodSource
	void nothingOfATableIsTold(List<String> header) {
		List<String> reversed = header.reversed();
		String line = line(header);
		for (String content : List.of(line, line + line, line + BROKEN_ROW, line + "a,b,\"never closed",
				line(List.of("name", "iban")) + line + BROKEN_ROW, line(reversed) + BROKEN_ROW,
				"\"" + "zerlina".repeat(100) + "\"," + line, "zerlina," + line, "ZERLINA,zerlina," + line,
				line.strip() + ",x".repeat(600) + "\n" + line, line + "\u0000", "sep=;\n" + line)) {
			Path file = Given.file(this.folder, content);
			refused(file, Input.ANY);
			refused(file, mapped(new Source.Named(List.of("Creditor"))));
			refused(file, mapped(new Source.At(40)));
			refused(GivenWorkbook.rows(this.folder, header, List.of("a", "b")), Input.ANY);
		}
	}

	/** The name in each cell, in two of them, and in all. */
	static Stream<List<String>> nothingOfATableIsTold() {
		List<String> usual = List.of("name", "iban", "reference", "Betrag");
		return NAMES.stream()
			.flatMap((name) -> Stream.concat(
					IntStream.rangeClosed(0, 3)
						.boxed()
						.flatMap((first) -> IntStream.rangeClosed(first, 3)
							.mapToObj((second) -> IntStream.rangeClosed(0, 3)
								.mapToObj((i) -> (i == first || i == second) ? name : usual.get(i))
								.toList())),
					Stream.of(List.of(name, name.toUpperCase(Locale.ROOT), "name", "iban"),
							List.of("name", "name", name, "iban"),
							List.of("nmae", "ibn", name, "DE89370400440532013000"))));
	}

	@ParameterizedTest
	@MethodSource
	void nothingOfAnotherFileIsTold(Function<Path, Path> file) {
		Input strict = new Input(null, null, null, true, null, Map.of(), List.of(), Notation.ISO, true);
		assertThat(refused(file.apply(this.folder), strict)).isTrue();
	}

	static Stream<Function<Path, Path>> nothingOfAnotherFileIsTold() {
		return Stream.of((folder) -> Given.file(folder, archive("Zerlina Grün.pdf", "b.txt")),
				(folder) -> GivenWorkbook.file(folder, (workbook) -> {
					workbook.createSheet("Zerlina \"x\" Grün");
					workbook.setSheetVisibility(0, SheetVisibility.VERY_HIDDEN);
				}), (folder) -> GivenWorkbook.file(folder, (workbook) -> workbook.createSheet("Zerlina")),
				(folder) -> GivenWorkbook.parts(folder,
						Map.of("[Content_Types].xml", "<Types/>", "xl/zerlina.xml", "<zerlina>")),
				(folder) -> PaymentText.file(folder, "<zerlina/>"),
				(folder) -> PaymentText.file(folder, PaymentText.document("urn:zerlina", "")),
				(folder) -> PaymentText.file(folder, PaymentText.document(PaymentText.NAMESPACE, "<zerlina/>")),
				(folder) -> PaymentText.file(folder,
						PaymentText.document(PaymentText.NAMESPACE, "<zerlina></Zerlina>")),
				(folder) -> PaymentText.file(folder,
						PaymentText.document(PaymentText.NAMESPACE, "<CstmrCdtTrfInitn>&zerlina;")),
				(folder) -> PaymentText.file(folder,
						PaymentText.document("zerlina:pain.001.001.09",
								"<CstmrCdtTrfInitn xmlns=\"" + PaymentText.NAMESPACE + "\"/>")),
				(folder) -> PaymentText.file(folder,
						PaymentText.message("<NbOfTxs>\"zerlina\" Grün</NbOfTxs>",
								PaymentText.payment("", PaymentText.paying("1.00")))),
				(folder) -> PaymentText.file(folder, PaymentText.message("<CtrlSum>\"zerlina\" Grün</CtrlSum>",
						PaymentText.payment("", PaymentText.paying("1.00")))));
	}

	@Test
	void whoHasTheFileReadsWhichColumnItIs() {
		Path file = Given.file(this.folder, "Zerlina Grün,Zerlina Grün,iban\n");
		UnreadableFile refused = catchThrowableOfType(UnreadableFile.class, () -> PayeeFile.open(file));
		assertThat(refused)
			.hasMessageContaining("payees.csv, line 1, column Zerlina Grün: it is the same column twice");
		assertThat(refused.withoutContent()).isEqualTo(file + ", line 1, column number 2: it is the same column twice,"
				+ " number 2 and number 1. Remove or rename one of them.");
	}

	@Test
	void whatColumnsAreMissingIsSaid() {
		Path file = Given.file(this.folder, "Zerlina,Grün\na,b\n");
		UnreadableFile refused = catchThrowableOfType(UnreadableFile.class, () -> PayeeFile.open(file));
		assertThat(refused.withoutContent()).startsWith(file + ", line 1: no column says who the payee is")
			.endsWith(
					"or customer_id). Correct the names in the header, or say in a job definition which column is which.");
	}

	private static boolean refused(Path file, Input input) {
		try {
			PayeeFile.open(file, input).read((_) -> {
			});
			return false;
		}
		catch (UnreadableFile ex) {
			assertThat(ex.withoutContent()).as(ex.getMessage())
				.startsWith(file.toString())
				.doesNotContainIgnoringCase("zerlina");
			return true;
		}
	}

	private static Input mapped(Source source) {
		return new Input(null, null, null, true, null, Map.of(Column.NAME, source), List.of(), Notation.ISO, false);
	}

	private static String line(List<String> cells) {
		return cells.stream()
			.map((cell) -> "\"" + cell.replace("\"", "\"\"") + "\"")
			.collect(Collectors.joining(",", "", "\n"));
	}

	private static byte[] archive(String... names) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (String name : names) {
				zip.putNextEntry(new ZipEntry(name));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
