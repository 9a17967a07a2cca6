package dev.tickmark.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WorkbookRefusalTests {

	private static final String SHEET = "xl/worksheets/sheet1.xml";

	private static final String ROW = "<row r='2'>" + GivenWorkbook.inline("A2", "Erika")
			+ GivenWorkbook.inline("B2", Given.IBAN) + "</row>";

	private static final String PLAIN = GivenWorkbook.header() + ROW;

	@TempDir
	Path folder;

	@Test
	void thePlainWorkbookByHandIsRead() throws Exception {
		assertThat(Given.rows(GivenWorkbook.sheet(this.folder, PLAIN))).hasSize(1);
	}

	@Test
	void aPasswordIsSaid() throws Exception {
		Path file = this.folder.resolve("payees.xlsx");
		try (POIFSFileSystem wrapped = new POIFSFileSystem(); OutputStream out = Files.newOutputStream(file)) {
			var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
			encryptor.confirmPassword("secret");
			try (OutputStream encrypted = encryptor.getDataStream(wrapped)) {
				encrypted.write(new byte[1000]);
			}
			wrapped.writeFilesystem(out);
		}
		assertThat(Given.refusal(file)).isEqualTo("payees.xlsx is protected with a password. Open it, remove the "
				+ "password, and save it as an Excel workbook (.xlsx) and start again.");
	}

	@Test
	void anArchiveWithAPasswordIsSaidToHaveOne() throws Exception {
		byte[] whole = Files.readAllBytes(GivenWorkbook.sheet(this.folder, PLAIN));
		for (int i = 0; i < whole.length - 8; i++) {
			// the flags of a part, beside it and in the list
			if (whole[i] == 'P' && whole[i + 1] == 'K' && (whole[i + 2] == 3 || whole[i + 2] == 1)) {
				whole[i + ((whole[i + 2] == 3) ? 6 : 8)] |= 1;
			}
		}
		assertThat(Given.refusal(Given.file(this.folder, whole)))
			.startsWith("payees.csv is protected with a password.");
	}

	@Test
	void anOldWorkbookIsNamed() throws Exception {
		Path file = this.folder.resolve("payees.xls");
		try (HSSFWorkbook old = new HSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
			old.createSheet();
			old.write(out);
		}
		assertThat(Given.refusal(file)).isEqualTo("payees.xls is a workbook in the format of Excel 97 to 2003 (.xls), "
				+ "which is not read. Save it as an Excel workbook (.xlsx) and start again.");
	}

	@Test
	void aDamagedOldDocumentIsNoStackTrace() {
		byte[] begin = { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1 };
		assertThat(Given.refusal(Given.file(this.folder, Arrays.copyOf(begin, 700))))
			.startsWith("payees.csv is a damaged workbook or archive: it begins like one of Excel 97 to 2003");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					application/vnd.ms-excel.sheet.macroEnabled.main+xml                               | is a workbook with macros, and programs are not taken in.
					application/vnd.ms-excel.sheet.binary.macroEnabled.main                            | is a binary workbook (.xlsb), which is not read.
					application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml   | is a text document (.docx), not a workbook.
					application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml | is a presentation (.pptx), not a workbook.
					application/vnd.example                                                            | is a document of another kind (application/vnd.example).
					""")
	void otherDocumentsAreNamed(String type, String what) {
		Map<String, String> parts = GivenWorkbook.parts(PLAIN);
		parts.compute("[Content_Types].xml", (_, xml) -> String.valueOf(xml)
			.replaceAll("ContentType='[^']*sheet.main[^']*'", "ContentType='" + type + "'"));
		assertThat(refusal(parts))
			.isEqualTo("payees.xlsx " + what + " Save it as an Excel workbook (.xlsx) and start again.");
	}

	@Test
	void aPartWithMacrosIsEnough() {
		Map<String, String> parts = GivenWorkbook.parts(PLAIN);
		parts.put("xl/vbaProject.bin", "x");
		assertThat(refusal(parts)).startsWith("payees.xlsx is a workbook with macros");
	}

	@Test
	void openDocumentIsNamed() {
		assertThat(refusal(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>")))
			.startsWith("payees.xlsx is an OpenDocument spreadsheet (.ods), which is not read.");
	}

	@Test
	void anyOtherArchiveIsToBeUnpacked() {
		assertThat(refusal(Map.of("payees.csv", "name,iban")))
			.isEqualTo("payees.xlsx is a ZIP archive with 1 file (payees.csv), not a workbook. "
					+ "Unpack it and name the payee file in it.");
		assertThat(refusal(Map.of())).startsWith("payees.xlsx is a ZIP archive with 0 files, not a workbook.");
	}

	@Test
	void anArchiveThatWasCutOffIsDamaged() throws IOException {
		byte[] whole = Files.readAllBytes(GivenWorkbook.sheet(this.folder, PLAIN));
		assertThat(Given.refusal(Given.file(this.folder, Arrays.copyOf(whole, whole.length / 2))))
			.isEqualTo("payees.csv is a damaged workbook or archive: its end is missing. "
					+ "Open it in a spreadsheet program and save it again.");
	}

	@Test
	void aByteThatIsFlippedIsNoticedOrHarmless() throws Exception {
		byte[] whole = Files.readAllBytes(GivenWorkbook.sheet(this.folder, PLAIN));
		for (int i = 4; i < whole.length; i += 3) {
			byte[] flipped = whole.clone();
			flipped[i] ^= 0x15;
			Path file = Given.file(this.folder, flipped);
			try {
				Given.rows(file).forEach((row) -> assertThat(row.fields()).containsExactly("Erika", Given.IBAN));
			}
			catch (UnreadableFile ex) {
				assertThat(ex).hasMessageContaining("payees.csv");
			}
		}
	}

	@Test
	void aBombIsNotUnpacked() throws Exception {
		Path file = this.folder.resolve("payees.xlsx");
		Map<String, String> parts = GivenWorkbook.parts("");
		parts.remove(SHEET);
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
			for (Map.Entry<String, String> part : parts.entrySet()) {
				out.putNextEntry(new ZipEntry(part.getKey()));
				out.write(part.getValue().getBytes());
			}
			out.putNextEntry(new ZipEntry(SHEET));
			out.write("<worksheet><sheetData>".getBytes());
			byte[] megabyte = " ".repeat(1 << 20).getBytes();
			for (int i = 0; i < 300; i++) {
				out.write(megabyte);
			}
		}
		assertThat(Given.refusal(file))
			.matches("payees.xlsx is packed in a way that no spreadsheet program does: its part " + SHEET
					+ " has more than 1[0-9][0-9] MB unpacked. Look where the file comes from.");
	}

	@Test
	void anArchiveOfAHundredThousandPartsIsNotEvenListed() throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes)) {
			for (int i = 0; i < 100_000; i++) {
				out.putNextEntry(new ZipEntry("part" + i));
			}
		}
		assertThat(Given.refusal(Given.file(this.folder, bytes.toByteArray())))
			.startsWith("payees.csv is an archive with far more parts than a workbook has.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "xl/workbook.xml", SHEET, "xl/sharedStrings.xml", "[Content_Types].xml", "_rels/.rels" })
	void aDoctypeIsRefusedAndNothingOfItFollowed(String part) throws Exception {
		Path secret = Files.writeString(this.folder.resolve("secret.txt"), "secret");
		Map<String, String> parts = GivenWorkbook.parts(PLAIN);
		parts.compute(part, (_, xml) -> "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>" + xml);
		assertThat(refusal(parts)).startsWith("payees.xlsx has a DOCTYPE in its part " + part + ", which");
	}

	@Test
	void entitiesAreNotExpanded() {
		assertThat(refusal(GivenWorkbook.parts(PLAIN.replace("Erika", "&lol;"))))
			.startsWith("payees.xlsx is a damaged workbook");
	}

	@ParameterizedTest
	@ValueSource(strings = { SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "_rels/.rels" })
	void aPartThatIsMissingOrNoXmlIsNamed(String part) {
		Map<String, String> parts = GivenWorkbook.parts(PLAIN);
		parts.put(part, "no XML");
		assertThat(refusal(parts)).contains("damaged").contains(part);
		parts.remove(part);
		assertThat(refusal(parts)).contains("damaged").doesNotContain("null");
	}

	@ParameterizedTest
	@ValueSource(strings = { "3", "-1", "99999999999", "x" })
	void aSharedTextThatIsNotThereIsDamage(String number) {
		String cell = "<row r='2'><c r='A2' t='s'><v>" + number + "</v></c></row>";
		assertThat(refusal(GivenWorkbook.parts(GivenWorkbook.header() + cell)))
			.contains("a cell of row 2 names a shared text that is not there");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			<row r='1'><c r='A1'/></row>                | after row 1 of the sheet comes row 1
			<row r='1048577'/>                          | after row 1 of the sheet comes row 1048577
			<row r='2'><c r='B2'/><c r='A2'/></row>     | the cells of row 2 are not in order
			<row r='2'><c r='XFE2'/></row>              | the cells of row 2 are not in order
			<row r='2'><c r='AAAAAAAAAAAAAAA2'/></row>  | the cells of row 2 are not in order
			""")
	void cellsOutOfOrderAreDamage(String row, String how) {
		assertThat(refusal(GivenWorkbook.parts(GivenWorkbook.header() + row))).contains(how);
	}

	@Test
	void moreCellsThanAnybodyFillsAreRefused() throws Exception {
		Path file = GivenWorkbook.sheet(this.folder, PLAIN + "<row r='3'>" + "<c/>".repeat(100) + "</row>");
		try (WorkbookArchive archive = WorkbookArchive.open(file);
				SharedTexts texts = SharedTexts.of(file, archive, "xl/sharedStrings.xml");
				SheetCells cells = new SheetCells(file, archive, SHEET,
						new CellReader(file, texts, CellFormats.of(file, archive, null), false), 50)) {
			cells.next();
			cells.next();
			assertThatExceptionOfType(UnreadableFile.class).isThrownBy(cells::next)
				.withMessageEndingWith(
						"line 3: the sheet has more than 50 cells up to here, most of them probably empty "
								+ "and only formatted. Copy the rows with payees into a new workbook.");
		}
	}

	@Test
	void aTextThatNoCellCanHoldIsRefusedWithItsPlace() {
		String rows = GivenWorkbook.header() + "<row r='2'>" + GivenWorkbook.inline("B2", "x".repeat(5_000_000))
				+ "</row>";
		assertThat(refusal(GivenWorkbook.parts(rows)))
			.isEqualTo("payees.xlsx, line 2, column B: the text has more than "
					+ "32767 characters, which is the most that a cell holds. Shorten it.");
	}

	@Test
	void anEmptySheetIsNamed() {
		assertThat(refusal(GivenWorkbook.parts("<row r='1'><c r='A1' s='1'/></row>")))
			.startsWith("payees.xlsx has nothing in its sheet \"Payees\". A header with the names of the columns");
	}

	@Test
	void aHeaderAloneIsRefused() {
		assertThat(refusal(GivenWorkbook.parts(GivenWorkbook.header())))
			.startsWith("payees.xlsx has a header and no rows.");
	}

	@Test
	void aWorkbookWithHiddenSheetsOnlyIsRefused() {
		Path file = GivenWorkbook.file(this.folder, (workbook) -> {
			workbook.createSheet("One");
			workbook.createSheet("Two");
			workbook.setSheetVisibility(0, SheetVisibility.HIDDEN);
			workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
		});
		assertThat(Given.refusal(file))
			.isEqualTo("payees.xlsx has hidden sheets only: \"One\" (hidden), \"Two\" (hidden). "
					+ "Show the one with the payees.");
	}

	@Test
	void aSheetThatIsNotThereIsAnsweredWithThoseThatAre() {
		Path file = GivenWorkbook.rows(this.folder, List.of("name", "iban"));
		assertThatExceptionOfType(UnreadableFile.class)
			.isThrownBy(() -> Layouts.find(file, GivenWorkbook.sheet("January")))
			.withMessageEndingWith(
					"has no sheet \"January\". Its sheets are: \"Payees\". Correct the name of the sheet.");
	}

	private String refusal(Map<String, String> parts) {
		return Given.refusal(GivenWorkbook.parts(this.folder, parts));
	}

}
