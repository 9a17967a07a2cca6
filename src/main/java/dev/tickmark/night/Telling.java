package dev.tickmark.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.Run;
import dev.tickmark.notice.News;
import dev.tickmark.notice.News.Kind;
import dev.tickmark.notice.Notices;
import dev.tickmark.payee.Clearance;
import dev.tickmark.verification.RunFigures;
import dev.tickmark.verification.VerifyResult;
import dev.tickmark.verification.definition.Inbox;

/** Tells those whom a job names what has become of its files and nights. */
@Component
class Telling {

	private final Notices notices;

	private final NightMeters meters;

	Telling(Notices notices, NightMeters meters) {
		this.notices = notices;
		this.meters = meters;
	}

	/** What has become of a file, while it is still where it was taken to. */
	void file(NightJob job, Path file, VerifyResult result, @Nullable Instant deadline, Duty duty) {
		Inbox inbox = job.nightly().inbox();
		String name = file.getFileName().toString();
		switch (result) {
			case VerifyResult.Refused refused when refused.settings() ->
				tell(job, News.of(Kind.HELD, "file/" + where(job, duty) + "/" + name + "/" + today(), name)
					.says(List.of(refused.withoutContent(), "The file waits in " + inbox.taken() + ".")), duty);
			case VerifyResult.Refused refused ->
				tell(job,
						News.of(Kind.REFUSED, "file/" + where(job, duty) + "/" + file + "/" + modified(file), name)
							.says(List.of(refused.withoutContent(), "The file is put into " + inbox.failed() + ".")),
						duty);
			case VerifyResult.Finished _, VerifyResult.AlreadyComplete _, VerifyResult.Stopped _, VerifyResult.Failed _,
					VerifyResult.Busy _ ->
				run(job, result, deadline, duty);
		}
	}

	/** What has become of a run of an earlier night. */
	void earlier(NightJob job, long number, VerifyResult result, @Nullable Instant deadline, Duty duty) {
		if (!(result instanceof VerifyResult.Refused refused)) {
			run(job, result, deadline, duty);
		}
		else if (refused.settings()) {
			tell(job, News.of(Kind.HELD, "run/" + number + "/" + today() + "/held", "run " + number)
				.says(List.of(refused.withoutContent())), duty);
		}
	}

	/** A night could not be done. */
	void trouble(NightJob job, Instant due, String why, Duty duty) {
		tell(job, News.of(Kind.NIGHT_FAILED, "night/" + where(job, duty) + "/" + due + "/failed", "the night")
			.says(List.of(why)), duty);
	}

	/** Nobody was there when a night was due. */
	void missed(NightJob job, Instant due, boolean madeUp, Duty duty) {
		tell(job, News.of(Kind.MISSED, "night/" + where(job, duty) + "/" + due + "/missed", "the night")
			.says(List.of("The job was due at " + News.time(due) + ", and no tickmark serve was there.", madeUp
					? "It is made up for now." : "It is skipped, as the job's definition says (schedule.missed).")),
				duty);
	}

	private void run(NightJob job, VerifyResult result, @Nullable Instant deadline, Duty duty) {
		switch (result) {
			case VerifyResult.Finished finished -> tell(job, ended(finished.run(), finished.figures(), deadline)
				.says(sentences(finished.clearance(), finished.stoppedLanes())), duty);
			case VerifyResult.AlreadyComplete complete -> tell(job, ended(complete.run(), complete.figures(), deadline)
				.says(sentences(complete.clearance(), List.of())), duty);
			case VerifyResult.Failed failed -> tell(job, failed(failed.run(), failed.why()), duty);
			case VerifyResult.Stopped stopped when !duty.ending().requested() ->
				tell(job, failed(stopped.run(), "The run was stopped: " + stopped.why()), duty);
			// whoever ends this process knows it, and the next one tells
			case VerifyResult.Stopped _, VerifyResult.Busy _, VerifyResult.Refused _ -> {
			}
		}
	}

	private static List<String> sentences(Clearance clearance, List<String> stoppedLanes) {
		return clearance.isHeld() ? Stream
			.concat(stoppedLanes.stream(), Stream.of("What can be paid waits for a second person's release."))
			.toList() : stoppedLanes;
	}

	private static News ended(Run run, RunFigures figures, @Nullable Instant deadline) {
		return News
			.of((figures.open() == 0) ? Kind.COMPLETE : Kind.OPEN, "run/" + run.id() + "/" + run.pass() + "/ended",
					run.fileName())
			.run(run)
			.figures(figures, deadline);
	}

	private static News failed(Run run, String why) {
		return News.of(Kind.FAILED, "run/" + run.id() + "/" + run.term() + "/failed", run.fileName())
			.run(run)
			.says(List.of(why));
	}

	private void tell(NightJob job, News news, Duty duty) {
		this.meters.happened(news.kind());
		if (job.nightly().tell() != null) {
			this.notices.tell(job.nightly().tell(), job.name(), duty.sandbox(), news);
		}
	}

	private static String where(NightJob job, Duty duty) {
		return job.name() + "/" + duty.sandbox();
	}

	/** What stays as it is is told once a day. */
	private static LocalDate today() {
		return LocalDate.now(ZoneOffset.UTC);
	}

	private static String modified(Path file) {
		try {
			return Files.getLastModifiedTime(file).toInstant().toString();
		}
		catch (IOException _) {
			return "gone";
		}
	}

}
