package dev.tickmark.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a virtual machine's log of its collections says about the heap, in MB.
 *
 * @param before the most that was used when a collection began, what was garbage by then
 * included
 * @param after the most that was left by one
 * @param collections how many there were
 */
record GcLog(int before, int after, int collections) {

	/** {@code GC(7) Pause Young (Normal) (G1 Evacuation Pause) 120M->30M(256M) 5.1ms}. */
	private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\)");

	/** The option that has it written. */
	static String option(Path file) {
		return "-Xlog:gc:file=" + file;
	}

	static GcLog read(Path file) throws IOException {
		try (Stream<String> lines = Files.lines(file)) {
			List<Matcher> pauses = lines.map(PAUSE::matcher).filter(Matcher::find).toList();
			return new GcLog(most(pauses, 1), most(pauses, 2), pauses.size());
		}
	}

	private static int most(List<Matcher> pauses, int group) {
		return pauses.stream().mapToInt((pause) -> Integer.parseInt(pause.group(group))).max().orElse(0);
	}

}
