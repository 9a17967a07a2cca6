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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.DatabaseTrouble;
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

	private static final Logger log = LoggerFactory.getLogger(Telling.class);

	private final Notices notices;

	private final NightMeters meters;

	Telling(Notices notices, NightMeters meters) {
		this.notices = notices;
		this.meters = meters;
	}

	/** What has become of a file, while it is still where it was taken to. */
	void file(Shift shift, Path file, VerifyResult result, @Nullable Instant deadline) {
		NightJob job = shift.job();
		Duty duty = shift.duty();
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
				run(shift, result, deadline);
		}
	}

	/** What has become of a run of an earlier night. */
	void earlier(Shift shift, long number, VerifyResult result, @Nullable Instant deadline) {
		if (!(result instanceof VerifyResult.Refused refused)) {
			run(shift, result, deadline);
		}
		else if (refused.settings()) {
			tell(shift.job(), News.of(Kind.HELD, "run/" + number + "/" + today() + "/held", "run " + number)
				.says(List.of(refused.withoutContent())), shift.duty());
		}
	}

	/**
	 * A night could not be done, or a file of it not be moved; also on the screen.
	 * @param file which; null when it is the whole night
	 */
	void trouble(Shift shift, @Nullable Path file, String why) {
		String occasion = shift.night() + "/failed";
		failed(shift.job(), shift.duty(), (file != null) ? occasion + "/" + file.getFileName() : occasion, why);
	}

	/**
	 * Something that nobody had thought of has ended the work on a file or a run; it is
	 * continued. Also on the screen.
	 * @param about the file or run, in a word: of each it is told once a night
	 * @param what what the sentence begins with
	 */
	void broke(Shift shift, String about, String what, RuntimeException exception) {
		broke(shift.job(), shift.duty(), shift.night() + "/broke/" + about,
				what + ": " + DatabaseTrouble.orOther(exception) + " It is continued the next time.");
	}

	/** The same of a whole night. */
	void broke(NightJob job, Duty duty, RuntimeException exception) {
		broke(job, duty, today() + "/broke", DatabaseTrouble.orOther(exception) + " It is tried again in a minute.");
	}

	private void broke(NightJob job, Duty duty, String occasion, String why) {
		try {
			failed(job, duty, occasion, why);
		}
		catch (RuntimeException ex) {
			// without the database no notice is kept: the screen, the log and the
			// readiness of this process tell of that
			log.error("job {}: nobody could be told", job.name(), ex);
		}
	}

	private void failed(NightJob job, Duty duty, String occasion, String why) {
		duty.watcher().says(job.name(), why);
		tell(job, News.of(Kind.NIGHT_FAILED, "night/" + where(job, duty) + "/" + occasion, "the night")
			.says(List.of(why)), duty);
	}

	/** Nobody was there when a night was due. */
	void missed(NightJob job, Instant due, boolean madeUp, Duty duty) {
		tell(job, News.of(Kind.MISSED, "night/" + where(job, duty) + "/" + due + "/missed", "the night")
			.says(List.of("The job was due at " + News.time(due) + ", and no tickmark serve was there.", madeUp
					? "It is made up for now." : "It is skipped, as the job's definition says (schedule.missed).")),
				duty);
	}

	private void run(Shift shift, VerifyResult result, @Nullable Instant deadline) {
		switch (result) {
			case VerifyResult.Finished finished -> tell(shift, ended(finished.run(), finished.figures(), deadline)
				.says(sentences(finished.clearance(), finished.stoppedLanes())));
			case VerifyResult.AlreadyComplete complete ->
				tell(shift, ended(complete.run(), complete.figures(), deadline)
					.says(sentences(complete.clearance(), List.of())));
			case VerifyResult.Failed failed -> tell(shift, failed(shift, failed.run(), failed.why()));
			case VerifyResult.Stopped stopped when !shift.ending() ->
				tell(shift, failed(shift, stopped.run(), "The run was stopped: " + stopped.why()));
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

	/** However often it is tried in a night. */
	private static News failed(Shift shift, Run run, String why) {
		return News.of(Kind.FAILED, "run/" + run.id() + "/" + shift.night() + "/failed", run.fileName())
			.run(run)
			.says(List.of(why));
	}

	private void tell(Shift shift, News news) {
		tell(shift.job(), news, shift.duty());
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
