package dev.tickmark.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ResultsTests {

	private final Results results = new Results();

	@Test
	void aLineSaysWhatWasMeasuredAgainstWhatAndWhetherTheGoalIsMet() {
		this.results.add(Measurement.of("A", "asking", 61, "s").against("bound", 60).ratioAtMost(1.02));
		this.results.add(Measurement.of("C", "calls", 3512, "rows/s").atLeast(4000));
		this.results.remark("C", "a remark");
		assertThat(this.results.text().lines().limit(6)).containsExactly(
				"case  what    measured      compared with  ratio  goal",
				"A     asking          61 s  bound: 60 s    1.017  at most 1.02 x         met",
				"C     calls   3,512 rows/s                        at least 4,000 rows/s  MISSED", "", "C",
				"  a remark");
	}

	@Test
	void otherProgramsReadTheSame(@TempDir Path folder) throws IOException {
		this.results.add(Measurement.of("E", "start", 2.5, "s").atMost(3));
		this.results.detail("E", "starts", 5);
		this.results.write(folder);
		assertThat(folder.resolve("benchmark.txt")).hasContent(this.results.text());
		JsonNode tree = JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("benchmark.json")));
		JsonNode line = tree.path("measurements").path(0);
		assertThat(line.path("measured").doubleValue()).isEqualTo(2.5);
		assertThat(line.path("goal").stringValue()).isEqualTo("at most 3 s");
		assertThat(line.path("met").booleanValue()).isTrue();
		assertThat(line.path("ratio").isNull()).isTrue();
		assertThat(tree.path("details").path("E").path("starts").intValue()).isEqualTo(5);
		assertThat(tree.path("machine").path("cores").intValue()).isPositive();
	}

}
