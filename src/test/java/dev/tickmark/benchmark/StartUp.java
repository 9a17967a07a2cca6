package dev.tickmark.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the process's start to its first call, of the packaged jar and of the installed
 * program: with a database that was used before and is up, and with one that the program
 * has to start. The share that is the virtual machine and Spring ends when the
 * application says that it has started.
 */
final class StartUp implements BenchmarkCase {

	private static final double GOAL_SECONDS = 3;

	private static final String LANE = "banfico";

	private static final Pattern STARTED = Pattern.compile("process running for ([\\d.]+)\\)");

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final String letter;

	private final int starts;

	private int payee;

	StartUp(String letter, int starts) {
		this.letter = letter;
		this.starts = starts;
	}

	@Override
	public void measure(Results results) throws Exception {
		try (Bench bench = Bench.open(this.letter)) {
			SimulatedProviders providers = SimulatedProviders.start(bench, List.of());
			Way jar = (settings, arguments) -> bench.jar(List.of("-Xmx512m"), settings, arguments);
			Way installed = (settings, arguments) -> bench.tickmark(List.of("-Xmx512m"), settings, arguments);
			// the first one makes the database and its tables
			bench.server();
			start(bench, providers, jar, true);
			tell(results, "jar, database up", starts(bench, providers, jar, true));
			tell(results, "installed, database up", starts(bench, providers, installed, true));
			tell(results, "jar, database to be started", starts(bench, providers, jar, false));
			tell(results, "installed, database to be started", starts(bench, providers, installed, false));
			bench.done();
		}
	}

	private List<Start> starts(Bench bench, SimulatedProviders providers, Way way, boolean up) throws Exception {
		List<Start> all = new ArrayList<>();
		for (int i = 0; i < this.starts; i++) {
			all.add(start(bench, providers, way, up));
		}
		return all;
	}

	private Start start(Bench bench, SimulatedProviders providers, Way way, boolean up) throws Exception {
		Path file = bench.file("payees-" + this.payee + ".csv");
		PayeeRows.write(file, Map.of(LANE, 1), this.payee++);
		if (!up) {
			bench.leaveServer();
		}
		List<String> settings = new ArrayList<>(providers.settings());
		settings.add("--spring.main.log-startup-info=true");
		Program program = way.start(settings, "verify", file.toString());
		program.end(0, PATIENCE);
		try (Ledger ledger = Ledger.of(bench.server())) {
			return new Start(Figure.seconds(Duration.between(program.startedAt(), ledger.firstCall())),
					ready(bench.home().resolve("tickmark.log")));
		}
	}

	private void tell(Results results, String way, List<Start> all) {
		Start median = all.stream()
			.sorted((a, b) -> Double.compare(a.firstCall, b.firstCall))
			.toList()
			.get(all.size() / 2);
		results.add(
				Measurement.of(this.letter, "start to first call, " + way, median.firstCall, "s").atMost(GOAL_SECONDS));
		results.add(Measurement.of(this.letter, "of it virtual machine and Spring, " + way, median.ready, "s")
			.against("start to first call", median.firstCall));
		results.detail(this.letter, way.replace(", ", "_").replace(' ', '_'), all);
	}

	/** The latest start's, as the log has it. */
	private static double ready(Path log) throws IOException {
		Matcher started = STARTED.matcher(Files.readString(log));
		double seconds = Double.NaN;
		while (started.find()) {
			seconds = Double.parseDouble(started.group(1));
		}
		assertThat(seconds).as("when the application had started, by " + log).isPositive();
		return seconds;
	}

	/** One way of starting the program. */
	private interface Way {

		Program start(List<String> settings, String... arguments) throws IOException;

	}

	/**
	 * One start.
	 *
	 * @param firstCall the seconds until the first call was sent
	 * @param ready the seconds until the application had started
	 */
	record Start(double firstCall, double ready) {

	}

}
