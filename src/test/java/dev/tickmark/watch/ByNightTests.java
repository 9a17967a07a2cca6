package dev.tickmark.watch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tickmark.verification.definition.Definitions;

import static org.assertj.core.api.Assertions.assertThat;

class ByNightTests {

	@Test
	void jobsWithAScheduleAreContinuedForAsLongAsTheySay(@TempDir Path folder) throws Exception {
		String schedule = """
				schedule: {cron: "0 30 1 * * *", recheck-earlier: 3d}
				inbox: {folder: in, pattern: "*.csv"}
				""";
		Files.writeString(folder.resolve("nightly.yaml"), schedule);
		Files.writeString(folder.resolve("usual.yaml"), schedule.replace(", recheck-earlier: 3d", ""));
		Files.writeString(folder.resolve("by-hand.yaml"), "deadline: 45m\n");
		Files.writeString(folder.resolve("wrong.yaml"), "what: this\n");
		assertThat(ByNight.ages(Definitions.in(folder)))
			.isEqualTo(Map.of("nightly", Duration.ofDays(3), "usual", Duration.ofDays(7)));
	}

}
