package dev.tickmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.sandbox.Sandbox;
import dev.tickmark.sandbox.SandboxSettings;
import dev.tickmark.verification.LaneProgress;
import dev.tickmark.verification.VerifyResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Gives the command for one file again and again, and measures what came of it. */
final class Trial {

	private static final AtomicInteger COUNT = new AtomicInteger();

	private final TroubleCase program;

	private final PayeeFile file;

	private final String name = "trial-" + COUNT.incrementAndGet();

	private final Map<String, List<LaneProgress>> lanes = new HashMap<>();

	Trial(TroubleCase program, PayeeFile file) {
		this.program = program;
		this.file = file;
	}

	/**
	 * Makes passes until no row is open.
	 * @param most the most passes
	 * @return what became of the rows of each provider
	 */
	Map<String, Cell> against(SandboxSettings settings, int most) throws Exception {
		Path folder = TroubleCase.withKey(TroubleCase.folder.resolve(this.name));
		try (Sandbox sandbox = Sandbox.start(settings, folder, false)) {
			Providers providers = new Providers(sandbox.properties(), sandbox);
			int passes = 1;
			VerifyResult.Finished finished = pass(providers);
			while (finished.figures().open() > 0 && passes < most) {
				finished = pass(providers);
				passes++;
			}
			return cells(finished, providers, passes);
		}
	}

	VerifyResult.Finished pass(Providers providers) {
		return this.program.pass(this.file, this.name, providers.properties(), null,
				(opened) -> opened.forEach((lane) -> lanes(lane.provider().value()).add(lane)));
	}

	private List<LaneProgress> lanes(String provider) {
		return this.lanes.computeIfAbsent(provider, (_) -> new ArrayList<>());
	}

	/** What became of the rows of each provider; every row is there exactly once. */
	Map<String, Cell> cells(VerifyResult.Finished finished, Providers providers, int passes) throws Exception {
		Report report = new Report(finished.run().reports());
		assertThat(report.column("reference")).as("every row, once").isEqualTo(references());
		assertThat(report.summary().at("/control_totals/agree").booleanValue()).isTrue();
		Map<String, Cell> cells = new LinkedHashMap<>();
		for (String provider : TroubleCase.PROVIDERS) {
			List<CSVRecord> rows = report.results()
				.stream()
				.filter((row) -> row.get("checked_by").startsWith(provider))
				.toList();
			cells.put(provider, cell(rows, report.lane(provider), providers.record(provider), lanes(provider), passes,
					finished.stoppedLanes().stream().filter((message) -> names(message, provider)).toList()));
		}
		return cells;
	}

	private List<String> references() throws IOException {
		return Files.readAllLines(this.file.path()).stream().skip(1).map((line) -> line.split(",")[0]).toList();
	}

	private static Cell cell(List<CSVRecord> rows, JsonNode lane, JsonNode record, List<LaneProgress> opened,
			int passes, List<String> messages) {
		long charged = record.path("submissions").longValue();
		return new Cell(rows.stream().map((row) -> row.get("verdict")).toList(),
				rows.stream()
					.map((row) -> row.get("attempts"))
					.filter((text) -> !text.isEmpty())
					.mapToLong(Long::parseLong)
					.sum(),
				lane.path("calls").longValue(), lane.path("repeats").longValue(), charged,
				charged - record.path("distinct").longValue(), passes,
				opened.stream().mapToInt(LaneProgress::pauses).sum(),
				opened.stream().mapToInt(LaneProgress::outages).sum(),
				opened.isEmpty() ? "" : opened.getLast().remark(), messages);
	}

	private static boolean names(String message, String provider) {
		return message.toLowerCase(Locale.ROOT).replace(" ", "").contains(provider);
	}

}
