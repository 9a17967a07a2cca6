package dev.tickmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens to a file that was verified completely. */
class CompleteFileIT {

	@AutoClose
	private final Workplace here;

	CompleteFileIT(@TempDir Path folder) {
		this.here = new Workplace(folder);
	}

	@Tag("long")
	@Test
	void nobodyIsAskedAgainUnlessThatIsSaid(@TempDir Path providersFolder) throws IOException, InterruptedException {
		this.here.file("payees.csv", Payees.of(4, 3));
		Report report = this.here.report("payees.csv", 1);
		try (Providers providers = Providers.start(providersFolder, Duration.ZERO, 1000)) {
			List<String> settings = providers.settings(50, 50);
			this.here.run(settings, "verify", "payees.csv").with(0).saying("Run 1: payees.csv, 7 rows");
			Map<String, String> first = report.content();

			report.delete();
			this.here.run(settings, "verify", "payees.csv")
				.with(0)
				.saying("This content was verified before, in run 1: 7 rows, all final; answers are the sandbox's. Nobody was called.",
						"Report: ", "payees.csv-1", "--again");
			assertThat(report.content()).isEqualTo(first);

			report.delete();
			this.here.run("report", "1").with(0).saying("payees.csv-1");
			assertThat(report.content()).isEqualTo(first);
			assertThat(providers.counted("banfico", "submissions")).isEqualTo(4);
			assertThat(providers.counted("paysway", "submissions")).isEqualTo(3);
			assertThat(providers.counted("banfico", "tokens")).isEqualTo(1);

			this.here.run(settings, "verify", "payees.csv", "--again").with(0).saying("Run 2: payees.csv, 7 rows");
			assertThat(providers.counted("banfico", "submissions")).isEqualTo(8);
			assertThat(providers.counted("paysway", "submissions")).isEqualTo(6);
			assertThat(this.here.report("payees.csv", 2).column("verdict")).hasSize(7).containsOnly("MATCH");
			assertThat(report.content()).isEqualTo(first);
		}
	}

}
