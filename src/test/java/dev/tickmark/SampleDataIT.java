package dev.tickmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The sample files are answered as their description says. */
class SampleDataIT {

	private static final Path FOLDER = Path.of("sample-data").toAbsolutePath();

	private static final Pattern SPECIAL = Pattern
		.compile("\\| (\\d+) \\| (\\S+) \\| ([A-Z_]+) \\| (\\S+) \\| (.+) \\|");

	private static final Pattern COUNT = Pattern.compile("\\| ([A-Z_]+) \\| (\\d+) \\|");

	@AutoClose
	private final Workplace here;

	SampleDataIT(@TempDir Path folder) throws IOException {
		this.here = new Workplace(folder).withAllReports().packaged();
	}

	@Test
	void everyRowOfTheFirstFileIsFinal() throws IOException {
		this.here.run("verify", FOLDER.resolve("payees.csv").toString(), "--sandbox").with(0).saying("all final");
		asDescribed("payees.csv");
		Path report = this.here.report("payees.csv", 1).folder();
		assertThat(report).isDirectoryContaining("glob:**/payable.csv")
			.isDirectoryContaining("glob:**/quarantine.csv")
			.isDirectoryContaining("glob:**/duplicates.csv")
			.isDirectoryContaining("glob:**/results.xlsx")
			.isDirectoryContaining("glob:**/report.html");
		this.here.run("jobs").with(0).saying("default: Any list of payees");
		this.here.run("report", "1", "--format", "status").with(0).saying("Report: ");
	}

	@Tag("long")
	@Test
	void whatStaysOpenHasAFileOfItsOwn() throws IOException {
		this.here.run("verify", FOLDER.resolve("payees-open.csv").toString(), "--sandbox")
			.with(3)
			.saying("still open", "actions.csv");
		asDescribed("payees-open.csv");
		assertThat(this.here.report("payees-open.csv", 1).actions()).extracting((row) -> row.get("link"))
			.filteredOn((link) -> !link.isEmpty())
			.isNotEmpty()
			.allSatisfy((link) -> assertThat(link).startsWith("http://127.0.0.1:").contains("?secureCode="));
	}

	private void asDescribed(String file) throws IOException {
		List<String> description = section(file);
		Map<String, String> expected = new HashMap<>();
		description.stream().map(SPECIAL::matcher).filter(Matcher::matches).forEach((special) -> {
			expected.put(special.group(2), special.group(3));
			assertThat(line(file, special.group(1))).startsWith(special.group(2));
		});
		List<CSVRecord> results = this.here.report(file, 1).results();
		assertThat(results).extracting((row) -> row.get("reference")).containsAll(expected.keySet());
		assertThat(results).allSatisfy((row) -> assertThat(row.get("verdict")).as(row.get("reference"))
			.isEqualTo(expected.getOrDefault(row.get("reference"), "MATCH")));
		Map<String, Long> counted = results.stream()
			.collect(Collectors.groupingBy((row) -> row.get("verdict"), TreeMap::new, Collectors.counting()));
		Map<String, Long> described = new TreeMap<>();
		description.stream()
			.map(COUNT::matcher)
			.filter(Matcher::matches)
			.forEach((count) -> described.put(count.group(1), Long.valueOf(count.group(2))));
		assertThat(counted).isEqualTo(described);
	}

	/** What the description says of a file. */
	private static List<String> section(String file) throws IOException {
		return Files.readAllLines(FOLDER.resolve("README.md"))
			.stream()
			.dropWhile((line) -> !line.equals("## " + file))
			.skip(1)
			.takeWhile((line) -> !line.matches("## .*\\.csv"))
			.toList();
	}

	private static String line(String file, String number) {
		try {
			return Files.readAllLines(FOLDER.resolve(file)).get(Integer.parseInt(number) - 1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
