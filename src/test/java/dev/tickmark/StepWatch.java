package dev.tickmark;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from outside which step a program is at, by its log as it grows. */
final class StepWatch {

	private static final Pattern BEGIN = Pattern
		.compile("Executing step: \\[(intake|verify|recheck|balance|report)]|lane \\S+: (recheck)s");

	private final Path log;

	private final Map<RunStep, Duration> lasted = new EnumMap<>(RunStep.class);

	private long position;

	private RunStep step = RunStep.START_UP;

	private long since = System.nanoTime();

	/** Begins with what is logged from now on. */
	StepWatch(Path log) throws IOException {
		this.log = log;
		this.position = Files.exists(log) ? Files.size(log) : 0;
	}

	/** The step as of now. */
	RunStep look() {
		try {
			read();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this.step;
	}

	/** When the step began, of {@link System#nanoTime()}. */
	long since() {
		return this.since;
	}

	/** How long each step lasted; the last one ends now. */
	Map<RunStep, Duration> ended() {
		look();
		on(this.step);
		return this.lasted;
	}

	private void read() throws IOException {
		if (!Files.exists(this.log)) {
			return;
		}
		try (RandomAccessFile file = new RandomAccessFile(this.log.toFile(), "r")) {
			long length = file.length();
			if (length <= this.position) {
				return;
			}
			byte[] bytes = new byte[(int) (length - this.position)];
			file.seek(this.position);
			file.readFully(bytes);
			String added = new String(bytes, StandardCharsets.ISO_8859_1);
			int whole = added.lastIndexOf('\n') + 1;
			this.position += whole;
			Matcher begin = BEGIN.matcher(added.substring(0, whole));
			while (begin.find()) {
				on(RunStep.named((begin.group(1) != null) ? begin.group(1) : begin.group(2)));
			}
		}
	}

	private void on(RunStep next) {
		long now = System.nanoTime();
		this.lasted.merge(this.step, Duration.ofNanos(now - this.since), Duration::plus);
		this.step = next;
		this.since = now;
	}

}
