package dev.tickmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

/** The files of a run's report. */
public record Report(Path folder) {

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

	List<CSVRecord> results() throws IOException {
		return records("results.csv");
	}

	List<CSVRecord> rejected() throws IOException {
		return records("rejected.csv");
	}

	List<CSVRecord> actions() throws IOException {
		return records("actions.csv");
	}

	/** One column of results.csv, from the first row to the last. */
	List<String> column(String name) throws IOException {
		return results().stream().map((row) -> row.get(name)).toList();
	}

	public JsonNode summary() throws IOException {
		return JsonMapper.shared().readTree(Files.readAllBytes(this.folder.resolve("summary.json")));
	}

	/** What the summary says about one lane. */
	JsonNode lane(String provider) throws IOException {
		return summary().path("lanes")
			.valueStream()
			.filter((lane) -> lane.path("provider").stringValue().equals(provider))
			.findFirst()
			.orElseThrow();
	}

	/** The whole report, to be compared to the byte. */
	Map<String, String> content() throws IOException {
		Map<String, String> content = new TreeMap<>();
		for (String file : List.of("results.csv", "rejected.csv", "actions.csv", "summary.json")) {
			content.put(file, Files.readString(this.folder.resolve(file)));
		}
		Path duplicates = this.folder.resolve("duplicates.csv");
		if (Files.exists(duplicates)) {
			content.put("duplicates.csv", Files.readString(duplicates));
		}
		return content;
	}

	void delete() throws IOException {
		FileSystemUtils.deleteRecursively(this.folder);
	}

	private List<CSVRecord> records(String file) throws IOException {
		try (CSVParser parser = CSVParser.parse(this.folder.resolve(file), StandardCharsets.UTF_8, FORMAT)) {
			return parser.getRecords();
		}
	}

}
