package dev.tickmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
		assertThat(planted()).containsExactlyInAnyOrder("twice INV-2026-04135", "price INV-2026-04171",
				"result INV-2026-04272", "nobody's", "missing INV-2026-04214");
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

	/** In what the statement differs from what Banfico has answered. */
	private List<String> planted() throws IOException {
		Map<String, CSVRecord> answers = new LinkedHashMap<>();
		this.here.report("payees.csv", 1)
			.results()
			.stream()
			.filter((row) -> row.get("checked_by").startsWith("banfico") && !row.get("provider_reference").isEmpty())
			.forEach((row) -> answers.putIfAbsent(row.get("provider_reference"), row));
		List<String> differences = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (String line : Files.readAllLines(FOLDER.resolve("banfico-statement.csv")).subList(1, 67)) {
			String[] cells = line.split(",");
			CSVRecord answer = answers.get(cells[0].toLowerCase(Locale.ROOT));
			if (answer == null) {
				differences.add("nobody's");
				continue;
			}
			String said = cells[2].equals("refused") ? "REJECTED_INPUT"
					: cells[2].toUpperCase(Locale.ROOT).replace(' ', '_');
			if (!seen.add(answer.get("provider_reference"))) {
				differences.add("twice " + answer.get("reference"));
			}
			if (!said.equals(answer.get("verdict"))) {
				differences.add("result " + answer.get("reference"));
			}
			if (!cells[3].equals("0.10")) {
				differences.add("price " + answer.get("reference"));
			}
		}
		answers.values()
			.stream()
			.filter((answer) -> !seen.contains(answer.get("provider_reference")))
			.forEach((answer) -> differences.add("missing " + answer.get("reference")));
		return differences;
	}

	/** What the description says of a file. */
	private static List<String> section(String file) throws IOException {
		return Files.readAllLines(FOLDER.resolve("README.md"))
			.stream()
			.dropWhile((line) -> !line.equals("## " + file))
			.skip(1)
			.takeWhile((line) -> !line.startsWith("## "))
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
