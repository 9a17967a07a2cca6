package dev.tickmark.intake;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Which other parts a part of the archive refers to (its relationships).
 *
 * @param worksheets the parts with sheets, by the id under which they are referred to
 * @param texts the part with the texts that cells share; null when there is none
 * @param styles the part with the formats of cells; null when there is none
 * @param main the part where a document begins; null except for the whole archive
 */
record WorkbookLinks(Map<String, String> worksheets, @Nullable String texts, @Nullable String styles,
		@Nullable String main) {

	/** So many relationships are looked at. */
	private static final int MOST = 10_000;

	/** The links of a part; those of the whole archive for an empty name. */
	static WorkbookLinks of(Path file, WorkbookArchive archive, String part) throws UnreadableFile {
		String folder = part.substring(0, part.lastIndexOf('/') + 1);
		String links = folder + "_rels/" + part.substring(folder.length()) + ".rels";
		Map<String, String> worksheets = new HashMap<>();
		String texts = null;
		String styles = null;
		String main = null;
		try (XmlPart xml = XmlPart.open(file, archive, links, Workbook.SMALL_PART)) {
			for (int i = 0; i < MOST && xml.nextElement(); i++) {
				String type = xml.attribute("Type");
				String target = resolved(folder, xml.attribute("Target"));
				String id = xml.attribute("Id");
				if (type == null || target == null || id == null || "External".equals(xml.attribute("TargetMode"))) {
					continue;
				}
				switch (type.substring(type.lastIndexOf('/') + 1)) {
					case "worksheet" -> worksheets.put(id, target);
					case "sharedStrings" -> texts = target;
					case "styles" -> styles = target;
					case "officeDocument" -> main = target;
					case "vbaProject" -> throw WorkbookFaults.macros(file);
					default -> {
						// themes, printers, pictures
					}
				}
			}
		}
		return new WorkbookLinks(worksheets, texts, styles, main);
	}

	@Nullable String worksheet(@Nullable String id) {
		return (id != null) ? this.worksheets.get(id) : null;
	}

	/**
	 * Where a target is in the archive; it cannot lead out of it, for it is only looked
	 * up.
	 */
	private static @Nullable String resolved(String folder, @Nullable String target) {
		if (target == null) {
			return null;
		}
		try {
			String path = URI.create("/" + folder).resolve(target).normalize().getPath();
			return (path != null && path.startsWith("/")) ? path.substring(1) : null;
		}
		catch (IllegalArgumentException _) {
			return null;
		}
	}

}
