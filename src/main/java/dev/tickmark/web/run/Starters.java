package dev.tickmark.web.run;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
		List<Path> taken = this.schedules.jobs().stream().map((job) -> job.nightly().inbox().taken()).toList();
		return runs.stream()
			.collect(Collectors.toMap(Run::id, (run) -> people.getOrDefault(run.id(), byItself(run, taken)),
					(a, _) -> a));
	}

	private static String byItself(Run run, List<Path> taken) {
		Path file = Path.of(run.filePath());
		return taken.stream().anyMatch(file::startsWith) ? "by itself" : "at the console";
	}

}
