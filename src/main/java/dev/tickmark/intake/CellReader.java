package dev.tickmark.intake;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;

import javax.xml.stream.XMLStreamConstants;

import org.jspecify.annotations.Nullable;

/** Reads single cells: their kind, their format, and what they hold. */
final class CellReader {

	/** So much is kept of what makes no sense, in characters. */
	private static final int SHOWN = 40;

	private final Path file;

	private final SharedTexts texts;

	private final CellFormats formats;

	private final boolean from1904;

	private final StringBuilder value = new StringBuilder();

	CellReader(Path file, SharedTexts texts, CellFormats formats, boolean from1904) {
		this.file = file;
		this.texts = texts;
		this.formats = formats;
		this.from1904 = from1904;
	}

	/**
	 * Reads the cell that begins here, to its end.
	 * @param line its row, counted from 1
	 * @param position its column, counted from 0
	 * @return null when it is blank
	 */
	@Nullable CellValue read(XmlPart xml, int line, int position) throws UnreadableFile {
		String type = xml.attribute("t");
		String style = xml.attribute("s");
		boolean formula = false;
		boolean held = false;
		String inline = null;
		this.value.setLength(0);
		while (xml.nextWithin("c")) {
			switch (xml.element()) {
				case "f" -> {
					formula = true;
					xml.skipElement();
				}
				case "v" -> {
					held = true;
					text(xml);
				}
				case "is" -> inline = RichText.read(xml);
				default -> xml.skipElement();
			}
		}
		if (inline != null) {
			return words(inline, line, position);
		}
		if (!held || (this.value.isEmpty() && !"str".equals(type))) {
			return formula
					? new CellValue.Unusable("", "The cell has a formula, and its result was not saved with the file. "
							+ "Open the workbook in a spreadsheet program, save it and start again.")
					: null;
		}
		return value((type != null) ? type : "n", style, line, position);
	}

	private @Nullable CellValue value(String type, @Nullable String style, int line, int position)
			throws UnreadableFile {
		String held = this.value.toString();
		return switch (type) {
			case "s" -> words(shared(held, line), line, position);
			case "str", "inlineStr" -> words(RichText.decoded(held), line, position);
			case "b" -> new CellValue.Truth(held.strip().equals("1") || held.strip().equals("true"));
			case "e" -> new CellValue.Unusable(Shown.text(held, SHOWN), "The cell shows the error " + Shown.column(held)
					+ " of a formula. Correct the formula or enter the value itself.");
			case "d" -> moment(held);
			default -> number(held, style);
		};
	}

	private String shared(String number, int line) throws UnreadableFile {
		String text;
		try {
			text = this.texts.get(Integer.parseUnsignedInt(number.strip()));
		}
		catch (NumberFormatException _) {
			text = null;
		}
		if (text == null) {
			throw WorkbookFaults.damaged(this.file, "a cell of row " + line + " names a shared text that is not there");
		}
		return text;
	}

	private @Nullable CellValue words(String text, int line, int position) throws UnreadableFile {
		if (text.length() > RichText.LONGEST) {
			throw new UnreadableFile(this.file, line, SheetRow.letters(position), "the text has more than "
					+ RichText.LONGEST + " characters, which is the most that a cell holds. Shorten it.");
		}
		return text.isBlank() ? null : new CellValue.Words(text);
	}

	private CellValue number(String held, @Nullable String style) {
		try {
			double number = Double.parseDouble(held.strip());
			if (Double.isFinite(number)) {
				return CellValue.of(number, this.formats.get(style), this.from1904);
			}
		}
		catch (NumberFormatException _) {
			// neither
		}
		return new CellValue.Unusable(Shown.text(held, SHOWN),
				"The cell should hold a number and does not. Enter it again.");
	}

	/** A date written as one, as the strict form of the format has it. */
	private static CellValue moment(String held) {
		String text = held.strip().replaceAll("Z$", "");
		try {
			return new CellValue.Moment(
					text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atStartOfDay());
		}
		catch (DateTimeException _) {
			return new CellValue.Unusable(Shown.text(held, SHOWN),
					"The cell should hold a date and does not. Enter it again.");
		}
	}

	/** The text of the element that begins here, to its end. */
	private void text(XmlPart xml) throws UnreadableFile {
		while (true) {
			switch (xml.next()) {
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
					xml.textTo(this.value, RichText.LONGEST + 1);
				case XMLStreamConstants.START_ELEMENT -> xml.skipElement();
				case XMLStreamConstants.END_ELEMENT -> {
					return;
				}
				default -> {
					// comments and the like
				}
			}
		}
	}

}
