package dev.tickmark.benchmark;

import java.io.IOException;
import java.time.Duration;

/**
 * Who took the processors' time while a program ran.
 *
 * @param took how long the program lived
 */
record ProcessorTime(Duration took, Duration program, Duration sandbox, Duration database) {

	@Override
	public String toString() {
		return "program " + seconds(this.program) + ", sandbox " + seconds(this.sandbox) + ", database "
				+ seconds(this.database) + "; from the program's start to its end " + seconds(this.took);
	}

	private static String seconds(Duration duration) {
		return Figure.of(Figure.seconds(duration)) + " s";
	}

	/** Looks at the clocks of those who were there before the program. */
	static Watch watch(Bench bench, SimulatedProviders providers) throws IOException {
		ProcessHandle server = bench.serverProcess();
		return new Watch(providers, server, providers.processorTime(), ServerTime.of(server));
	}

	/** What their clocks said before. */
	record Watch(SimulatedProviders providers, ProcessHandle server, Duration sandboxBefore, Duration serverBefore) {

		ProcessorTime after(Program.Ended ended) {
			return new ProcessorTime(ended.took(), ended.processor(),
					this.providers.processorTime().minus(this.sandboxBefore),
					ServerTime.of(this.server).minus(this.serverBefore));
		}

	}

}
