package dev.tickmark.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured so far: as a table, and as JSON. */
final class Results {

	/** Durations are told in seconds. */
	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.enable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private final List<Measurement> measurements = new ArrayList<>();

	private final Map<String, List<String>> remarks = new LinkedHashMap<>();

	private final Map<String, Map<String, Object>> details = new LinkedHashMap<>();

	private final Instant begunAt = Instant.now();

	void add(Measurement measurement) {
		this.measurements.add(measurement);
	}

	/** Adds a line below the table. */
	void remark(String benchmarkCase, String line) {
		this.remarks.computeIfAbsent(benchmarkCase, (_) -> new ArrayList<>()).add(line);
	}

	/** Adds what only the JSON has. */
	void detail(String benchmarkCase, String name, Object value) {
		this.details.computeIfAbsent(benchmarkCase, (_) -> new LinkedHashMap<>()).put(name, value);
	}

	String text() {
		StringBuilder text = new StringBuilder(Table.of(this.measurements));
		this.remarks.forEach((letter, lines) -> {
			text.append('\n').append(letter).append('\n');
			lines.forEach((line) -> text.append("  ").append(line).append('\n'));
		});
		text.append('\n');
		machine().forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
		return text.toString();
	}

	/** Writes benchmark.txt and benchmark.json. */
	void write(Path folder) throws IOException {
		Files.writeString(folder.resolve("benchmark.txt"), text());
		Map<String, Object> tree = new LinkedHashMap<>();
		tree.put("begun_at", this.begunAt.truncatedTo(ChronoUnit.SECONDS).toString());
		tree.put("machine", machine());
		tree.put("measurements", this.measurements);
		tree.put("details", this.details);
		Files.writeString(folder.resolve("benchmark.json"), JSON.writeValueAsString(tree) + "\n");
	}

	private static Map<String, Object> machine() {
		Map<String, Object> machine = new LinkedHashMap<>();
		machine.put("cores", Runtime.getRuntime().availableProcessors());
		machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
				+ System.getProperty("os.arch"));
		machine.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
		return machine;
	}

}
