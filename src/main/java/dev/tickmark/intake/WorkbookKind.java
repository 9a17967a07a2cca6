package dev.tickmark.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Tells a workbook from the other things that come as a ZIP archive. */
final class WorkbookKind {

	private static final String CONTENT_TYPES = "[Content_Types].xml";

	private static final int SHOWN_NAMES = 3;

	private WorkbookKind() {
	}

	/** The part where the workbook begins. */
	static String mainPart(Path file, WorkbookArchive archive) throws UnreadableFile {
		if (!archive.has(CONTENT_TYPES)) {
			throw notOffice(file, archive);
		}
		String main = WorkbookLinks.of(file, archive, "").main();
		String type = (main != null) ? contentType(file, archive, main) : null;
		if (main == null || type == null) {
			throw WorkbookFaults.damaged(file, "it does not say where its content begins");
		}
		refuseOther(file, type.toLowerCase(Locale.ROOT));
		for (String name : archive.names()) {
			if (name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
				throw WorkbookFaults.macros(file);
			}
		}
		return main;
	}

	private static void refuseOther(Path file, String type) throws UnreadableFile {
		if (type.contains("sheet.binary")) {
			throw WorkbookFaults.other(file, "a binary workbook (.xlsb), which is not read");
		}
		if (type.contains("macroenabled")) {
			throw WorkbookFaults.macros(file);
		}
		if (type.contains("wordprocessingml")) {
			throw WorkbookFaults.other(file, "a text document (.docx), not a workbook");
		}
		if (type.contains("presentationml")) {
			throw WorkbookFaults.other(file, "a presentation (.pptx), not a workbook");
		}
		if (!type.contains("spreadsheetml.sheet.main+xml") && !type.contains("spreadsheetml.template.main+xml")) {
			throw WorkbookFaults.other(file, Wording.of("a document of another kind ({})", Shown.text(type, 80)));
		}
	}

	/** What the archive says a part is: by its name, or else by how its name ends. */
	private static @Nullable String contentType(Path file, WorkbookArchive archive, String part) throws UnreadableFile {
		Map<String, String> byEnding = new HashMap<>();
		try (XmlPart xml = XmlPart.open(file, archive, CONTENT_TYPES, Workbook.SMALL_PART)) {
			while (xml.nextElement()) {
				String type = xml.attribute("ContentType");
				String name = xml.attribute("PartName");
				if (name != null && name.equalsIgnoreCase("/" + part)) {
					return type;
				}
				String ending = xml.attribute("Extension");
				if (ending != null && type != null && byEnding.size() < 1000) {
					byEnding.put(ending.toLowerCase(Locale.ROOT), type);
				}
			}
		}
		return byEnding.get(part.substring(part.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
	}

	private static UnreadableFile notOffice(Path file, WorkbookArchive archive) throws UnreadableFile {
		String type = mimeType(file, archive);
		if (type.startsWith("application/vnd.oasis.opendocument")) {
			boolean sheet = type.contains("spreadsheet");
			return WorkbookFaults.other(file,
					sheet ? "an OpenDocument spreadsheet (.ods), which is not read" : "an OpenDocument file");
		}
		if (archive.names().stream().anyMatch((name) -> name.endsWith(".iwa"))) {
			return WorkbookFaults.other(file, "a document of Apple Numbers or Pages, which is not read");
		}
		List<String> names = archive.names();
		String shown = names.stream().limit(SHOWN_NAMES).map(Shown::column).collect(Collectors.joining(", "));
		String files = names.isEmpty() ? "" : " (" + shown + ((names.size() > SHOWN_NAMES) ? ", …" : "") + ")";
		return new UnreadableFile(file,
				Wording.of("is a ZIP archive with " + Shown.count(names.size(), "file"))
					.then(new Wording(files, ""))
					.then(", not a workbook. Unpack it and name the payee file in it."));
	}

	private static String mimeType(Path file, WorkbookArchive archive) throws UnreadableFile {
		try (InputStream in = archive.part("mimetype", 1000)) {
			return (in != null) ? new String(in.readNBytes(100), StandardCharsets.US_ASCII) : "";
		}
		catch (IOException ex) {
			throw WorkbookFaults.part(file, "mimetype", ex);
		}
	}

}
