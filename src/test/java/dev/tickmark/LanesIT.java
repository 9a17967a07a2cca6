package dev.tickmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Lanes with different limits and latencies. */
class LanesIT {

	@AutoClose
	private final Workplace here;

	LanesIT(@TempDir Path folder) {
		this.here = new Workplace(folder);
	}

	@Tag("long")
	@Test
	void aRunTakesAsLongAsItsSlowestLaneAlone(@TempDir Path banficoFolder, @TempDir Path payswayFolder)
			throws IOException, InterruptedException {
		this.here.file("payees.csv", Payees.of(180, 90));
		try (Providers swift = Providers.start(banficoFolder, Duration.ofMillis(20), 1000);
				Providers slow = Providers.start(payswayFolder, Duration.ofMillis(300), 1000)) {
			this.here.run(Providers.lanes(swift, slow).settings(20, 10), "verify", "payees.csv").with(0);
			Report report = this.here.report("payees.csv", 1);
			double banfico = report.lane("banfico").path("bound_seconds").doubleValue();
			double paysway = report.lane("paysway").path("bound_seconds").doubleValue();
			JsonNode time = report.summary().path("time");
			double duration = time.path("duration_seconds").doubleValue();
			System.out.printf("banfico at least %.1f s, paysway at least %.1f s, together %.1f s: %.2f of the slower%n",
					banfico, paysway, duration, duration / Math.max(banfico, paysway));
			// one after the other would be twice as long; a busy machine takes its share
			// of the rest
			assertThat(duration).isBetween(Math.max(banfico, paysway), 0.85 * (banfico + paysway));
		}
	}

}
