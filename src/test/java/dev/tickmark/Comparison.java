package dev.tickmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The files of a reconciliation's report. */
public record Comparison(Path folder) {

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

	public List<CSVRecord> differences() throws IOException {
		return records("differences.csv");
	}

	public List<CSVRecord> items() throws IOException {
		return records("reconciliation.csv");
	}

	/** All that it says, but for the times at which it was found out. */
	public Map<String, List<Map<String, String>>> timeless() throws IOException {
		Map<String, List<Map<String, String>>> content = new TreeMap<>();
		for (String file : List.of("differences.csv", "reconciliation.csv")) {
			List<Map<String, String>> lines = new ArrayList<>();
			for (CSVRecord line : records(file)) {
				Map<String, String> cells = line.toMap();
				cells.remove("read_at");
				lines.add(cells);
			}
			content.put(file, lines);
		}
		return content;
	}

	private List<CSVRecord> records(String file) throws IOException {
		try (CSVParser parser = CSVParser.parse(this.folder.resolve(file), StandardCharsets.UTF_8, FORMAT)) {
			return parser.getRecords();
		}
	}

}
