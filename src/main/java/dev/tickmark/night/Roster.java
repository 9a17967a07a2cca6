package dev.tickmark.night;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import dev.tickmark.notice.Notices;
import dev.tickmark.verification.DryRun;
import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.Inbox;
import dev.tickmark.verification.definition.JobDefinition;

/** The jobs that do something by themselves. */
@Service
public class Roster {

	private final DryRun checks;

	private final Notices notices;

	Roster(DryRun checks, Notices notices) {
		this.checks = checks;
		this.notices = notices;
	}

	/**
	 * Reads all definitions.
	 * @param told is told of each that cannot be used, while the others are, and of those
	 * whom nobody could tell
	 */
	public List<NightJob> read(Definitions definitions, Consumer<String> told) {
		List<NightJob> jobs = new ArrayList<>();
		for (String name : definitions.names()) {
			try {
				JobDefinition job = definitions.find(name);
				this.checks.check(job);
				if (job.nightly() != null) {
					NightJob one = new NightJob(job, job.nightly());
					requireFoldersOfItsOwn(one, jobs);
					jobs.add(one);
					if (job.nightly().tell() != null) {
						this.notices.obstacles(job.nightly().tell()).forEach((why) -> told.accept(name + " " + why));
					}
				}
			}
			catch (BadDefinition ex) {
				told.accept(name + " cannot be used. " + ex.getMessage());
			}
		}
		return jobs;
	}

	/** What a job has taken, another would continue as its own. */
	private static void requireFoldersOfItsOwn(NightJob job, List<NightJob> others) throws BadDefinition {
		for (NightJob other : others) {
			Path taken = job.nightly().inbox().taken();
			Path theirs = other.nightly().inbox().taken();
			if (folders(other).anyMatch(taken::equals) || folders(job).anyMatch(theirs::equals)) {
				throw job.job()
					.wrong("inbox.taken: the folder is one of the job " + other.name()
							+ "'s as well, so one would continue what the other has taken. Give each job a folder of its"
							+ " own for it.");
			}
		}
	}

	private static Stream<Path> folders(NightJob job) {
		Inbox inbox = job.nightly().inbox();
		return Stream.of(inbox.folder(), inbox.taken(), inbox.finished(), inbox.failed());
	}

}
