package dev.tickmark.web.run;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.desk.KeptUploads;

/** Who has started which run. */
@Component
class Starters {

	private final KeptUploads uploads;

	private final Schedules schedules;

	Starters(KeptUploads uploads, Schedules schedules) {
		this.uploads = uploads;
		this.schedules = schedules;
	}

	/** In words, by the runs' numbers. */
	Map<Long, String> of(Collection<Run> runs) {
		Map<Long, String> people = this.uploads.starters(runs.stream().map(Run::id).toList());
		// a file that was taken is in the one while its run goes on, and in the other
		// afterwards
		List<Path> nightly = this.schedules.jobs()
			.stream()
			.map((job) -> job.nightly().inbox())
			.flatMap((inbox) -> Stream.of(inbox.taken(), inbox.finished()))
			.toList();
		return runs.stream()
			.collect(Collectors.toMap(Run::id, (run) -> people.getOrDefault(run.id(), byItself(run, nightly)),
					(a, _) -> a));
	}

	private static String byItself(Run run, List<Path> nightly) {
		Path file = Path.of(run.filePath());
		return nightly.stream().anyMatch(file::startsWith) ? "by itself" : "at the console";
	}

}
