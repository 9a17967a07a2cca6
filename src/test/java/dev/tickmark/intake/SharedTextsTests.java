package dev.tickmark.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SharedTextsTests {

	private static final int MANY = 10_000;

	private static final String PART = "xl/sharedStrings.xml";

	@TempDir
	Path folder;

	@Test
	void textsAreFoundInAnyOrderWhetherInMemoryOrNot() throws Exception {
		Path file = workbook();
		for (long inMemory : List.of(0L, 3_000L, 10_000_000L)) {
			try (WorkbookArchive archive = WorkbookArchive.open(file);
					SharedTexts texts = SharedTexts.of(file, archive, PART, inMemory)) {
				Random random = new Random(inMemory);
				for (int i = 0; i < 2 * MANY; i++) {
					int number = random.nextInt(Math.min(MANY, 10 + 2 * i));
					assertThat(texts.get(number)).isEqualTo(text(number));
				}
				assertThat(texts.get(MANY)).isNull();
				assertThat(texts.get(MANY - 1)).isEqualTo(text(MANY - 1));
			}
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void whatGoesToATemporaryFileCanNeitherBeFoundNorRead() throws Exception {
		List<Path> before = temporary();
		Path file = workbook();
		try (WorkbookArchive archive = WorkbookArchive.open(file);
				SharedTexts texts = SharedTexts.of(file, archive, PART, 0)) {
			assertThat(texts.get(MANY - 1)).isEqualTo(text(MANY - 1));
			assertThat(temporary()).isEqualTo(before);
			byte[] content = Files.readAllBytes(opened());
			assertThat(content).hasSizeGreaterThan(MANY * 10);
			assertThat(new String(content, StandardCharsets.ISO_8859_1)).doesNotContain("Mustermann");
		}
		assertThat(temporary()).isEqualTo(before);
	}

	/** The file that this process has open although it has no name any more. */
	private static Path opened() throws IOException {
		try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
			return open.filter(SharedTextsTests::isStore).findFirst().orElseThrow();
		}
	}

	private static boolean isStore(Path opened) {
		try {
			return Files.readSymbolicLink(opened).toString().contains(".texts");
		}
		catch (IOException _) {
			return false;
		}
	}

	private Path workbook() {
		Map<String, String> parts = GivenWorkbook.parts(GivenWorkbook.header());
		parts.put(PART,
				IntStream.range(0, MANY)
					.mapToObj((i) -> "<si><t>" + text(i) + "</t></si>")
					.collect(Collectors.joining("", "<sst>", "</sst>")));
		return GivenWorkbook.parts(this.folder, parts);
	}

	private static String text(int number) {
		return "Erika Mustermann-Müller " + number;
	}

	private static List<Path> temporary() throws Exception {
		try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return all.filter((path) -> path.toString().endsWith(".texts")).sorted().collect(Collectors.toList());
		}
	}

}
