package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The formats of the cells of a workbook, by the number under which cells name them. */
final class CellFormats {

	/** So many there may be; a workbook has 65,490 at most. */
	private static final int MOST = 100_000;

	private final List<CellFormat> formats;

	private CellFormats(List<CellFormat> formats) {
		this.formats = formats;
	}

	/**
	 * @param part the name of the part that has them; null when there is none
	 */
	static CellFormats of(Path file, WorkbookArchive archive, @Nullable String part) throws UnreadableFile {
		List<CellFormat> formats = new ArrayList<>();
		if (part != null) {
			try (XmlPart xml = XmlPart.open(file, archive, part, Workbook.SMALL_PART)) {
				read(xml, formats);
			}
		}
		return new CellFormats(formats);
	}

	private static void read(XmlPart xml, List<CellFormat> formats) throws UnreadableFile {
		Map<Integer, String> codes = new HashMap<>();
		Map<Integer, CellFormat> known = new HashMap<>();
		boolean ofCells = false;
		while (xml.nextElement()) {
			switch (xml.element()) {
				case "numFmt" -> {
					String code = xml.attribute("formatCode");
					if (code != null && codes.size() < MOST) {
						codes.putIfAbsent(number(xml.attribute("numFmtId")), code);
					}
				}
				case "cellXfs" -> ofCells = true;
				case "cellStyleXfs", "cellStyles", "dxfs" -> ofCells = false;
				case "xf" -> {
					if (ofCells && formats.size() < MOST) {
						formats.add(known.computeIfAbsent(number(xml.attribute("numFmtId")),
								(id) -> CellFormat.of(id, codes.get(id))));
					}
				}
				default -> {
					// fonts, colours, borders
				}
			}
		}
	}

	/**
	 * The format with a number.
	 * @param style what the cell says; null when it says nothing
	 */
	CellFormat get(@Nullable String style) {
		int number = (style != null) ? number(style) : 0;
		return (number >= 0 && number < this.formats.size()) ? this.formats.get(number) : CellFormat.GENERAL;
	}

	private static int number(@Nullable String text) {
		try {
			return (text != null) ? Integer.parseInt(text) : 0;
		}
		catch (NumberFormatException _) {
			return 0;
		}
	}

}
