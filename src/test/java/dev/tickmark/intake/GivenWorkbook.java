package dev.tickmark.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Workbooks to be read: written by a library, or put together by hand where they are
 * broken.
 */
final class GivenWorkbook {

	private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

	private static final String MAIN_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

	private GivenWorkbook() {
	}

	/** A workbook as somebody makes it. */
	static Path file(Path folder, Consumer<XSSFWorkbook> content) {
		Path file = folder.resolve("payees.xlsx");
		try (XSSFWorkbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
			content.accept(workbook);
			workbook.write(out);
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A workbook with one sheet of text. */
	static Path rows(Path folder, List<String> header, List<?>... rows) {
		return file(folder, (workbook) -> {
			Sheet sheet = workbook.createSheet("Payees");
			fill(sheet.createRow(0), header);
			for (int i = 0; i < rows.length; i++) {
				fill(sheet.createRow(i + 1), rows[i]);
			}
		});
	}

	static void fill(Row row, List<?> values) {
		for (int i = 0; i < values.size(); i++) {
			set(row.createCell(i), values.get(i));
		}
	}

	static void set(Cell cell, Object value) {
		switch (value) {
			case Double number -> cell.setCellValue(number);
			case Integer number -> cell.setCellValue(number);
			case Boolean yes -> cell.setCellValue(yes);
			case String text when text.startsWith("=") -> cell.setCellFormula(text.substring(1));
			default -> cell.setCellValue(value.toString());
		}
	}

	static CellStyle format(Workbook workbook, String format) {
		CellStyle style = workbook.createCellStyle();
		style.setDataFormat(workbook.createDataFormat().getFormat(format));
		return style;
	}

	/** A workbook by hand with these rows of XML. */
	static Path sheet(Path folder, String rows) {
		return parts(folder, parts(rows));
	}

	/** The parts of a plain workbook with one sheet, to be changed. */
	static Map<String, String> parts(String rows) {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("[Content_Types].xml", "<Types xmlns='t'><Default Extension='xml' ContentType='application/xml'/>"
				+ "<Override PartName='/xl/workbook.xml' ContentType='" + MAIN_TYPE + "'/></Types>");
		parts.put("_rels/.rels", "<Relationships xmlns='r'><Relationship Id='a' Type='" + RELATIONS
				+ "officeDocument' Target='xl/workbook.xml'/></Relationships>");
		parts.put("xl/workbook.xml",
				"<workbook xmlns='m' xmlns:r='r'><sheets><sheet name='Payees' sheetId='1' r:id='s1'/></sheets></workbook>");
		parts.put("xl/_rels/workbook.xml.rels",
				"<Relationships xmlns='r'><Relationship Id='s1' Type='" + RELATIONS
						+ "worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='s2' Type='" + RELATIONS
						+ "sharedStrings' Target='/xl/sharedStrings.xml'/></Relationships>");
		parts.put("xl/sharedStrings.xml",
				"<sst xmlns='m'><si><t>name</t></si><si><t>iban</t></si><si><r><t>Eri</t></r><r><t>ka</t></r>"
						+ "<rPh><t>eh-ri-ka</t></rPh></si></sst>");
		parts.put("xl/worksheets/sheet1.xml", "<worksheet xmlns='m'><sheetData>" + rows + "</sheetData></worksheet>");
		return parts;
	}

	/** The header, by shared texts. */
	static String header() {
		return "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>";
	}

	static String inline(String reference, String text) {
		return "<c r='" + reference + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
	}

	static Path parts(Path folder, Map<String, String> parts) {
		Path file = folder.resolve("payees.xlsx");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
			for (Map.Entry<String, String> part : parts.entrySet()) {
				out.putNextEntry(new ZipEntry(part.getKey()));
				out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
			}
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A job that names the sheet. */
	static Input sheet(String name) {
		return new Input(null, null, null, true, name, Map.of(), List.of(), Notation.ISO, false);
	}

}
