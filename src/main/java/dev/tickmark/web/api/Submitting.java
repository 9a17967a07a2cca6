package dev.tickmark.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tickmark.desk.Desk;
import dev.tickmark.desk.DeskReply;
import dev.tickmark.desk.Look;
import dev.tickmark.desk.Looking;
import dev.tickmark.desk.UploadRefused;
import dev.tickmark.desk.Uploads;
import dev.tickmark.desk.Workplace;
import dev.tickmark.ledger.desk.Submissions;
import dev.tickmark.ledger.desk.Upload;
import dev.tickmark.ledger.desk.UploadState;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.Deadline;
import dev.tickmark.verification.definition.JobDefinition;

/** Takes what a program submits, each submission once. */
@Component
class Submitting {

	private final Submissions submissions;

	private final Uploads uploads;

	private final Looking looking;

	private final Desk desk;

	private final Workplace workplace;

	private final Clock clock = Clock.systemUTC();

	Submitting(Submissions submissions, Uploads uploads, Looking looking, Desk desk, Workplace workplace) {
		this.submissions = submissions;
		this.uploads = uploads;
		this.looking = looking;
		this.desk = desk;
		this.workplace = workplace;
	}

	/**
	 * Takes it, or finds what was taken under the same key.
	 * @throws ApiProblem when it is not taken; the same key may be used again then
	 */
	Upload submit(Actor actor, IdempotencyKey key, Wish wish, InputStream content) {
		JobDefinition job = job(wish.job());
		requireDeadline(wish.deadline());
		// as exactly as the ledger keeps it
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Submissions.Begun begun = this.submissions.begin(actor.who(), key.value(), now);
		Long before = begun.upload();
		if (before != null) {
			requireSame(find(before), content);
			return started(actor, before, wish);
		}
		if (!begun.now()) {
			throw ApiProblem.conflict("A submission with this key is being taken at this moment. Ask again in a while"
					+ " with the same key.");
		}
		Long upload = null;
		try {
			upload = take(actor, wish, content).id();
		}
		finally {
			if (upload == null) {
				this.submissions.withdraw(actor.who(), key.value(), now);
			}
		}
		if (!this.submissions.taken(actor.who(), key.value(), now, upload)) {
			throw ApiProblem.conflict("The submission took so long that another one with the same key has begun since."
					+ " Ask again with the same key for what has become of that one.");
		}
		return start(actor, upload, wish, job);
	}

	/** Whether the same file comes again; it is read for that, and not kept. */
	private static void requireSame(Upload taken, InputStream content) {
		try {
			if (!Uploads.isContent(taken, content)) {
				throw ApiProblem.unusable("Another file was submitted with this key before, file " + taken.id()
						+ ". A submission of its own needs a key of its own.", List.of());
			}
		}
		catch (IOException _) {
			throw ApiProblem.bad("The file broke off. Send it again, with the same key.");
		}
	}

	private static void requireDeadline(@Nullable String deadline) {
		try {
			if (deadline != null) {
				Deadline.parse(deadline);
			}
		}
		catch (IllegalArgumentException ex) {
			throw ApiProblem.bad(ex.getMessage() + ".");
		}
	}

	private JobDefinition job(String name) {
		try {
			return this.workplace.job(name);
		}
		catch (BadDefinition ex) {
			throw ApiProblem.bad(String.valueOf(ex.getMessage()));
		}
	}

	private Upload take(Actor actor, Wish wish, InputStream content) {
		try {
			return this.uploads.take(actor, wish.name(), content);
		}
		catch (UploadRefused ex) {
			throw ex.isTooLarge() ? ApiProblem.tooLarge(ex.sentence()) : ApiProblem.unusable(ex.sentence(), List.of());
		}
	}

	/** One that was taken, and whose process may have died before it was started. */
	private Upload started(Actor actor, long id, Wish wish) {
		Upload upload = find(id);
		if (upload.state() == UploadState.REFUSED && upload.run() == null) {
			throw ApiProblem.conflict("What was submitted under this key was refused: " + upload.message()
					+ " Submit it with another key.");
		}
		return (upload.start() != null) ? upload : start(actor, id, wish, job(wish.job()));
	}

	/** What is not started is not kept, and its key may be used again. */
	private Upload start(Actor actor, long id, Wish wish, JobDefinition job) {
		Upload upload = find(id);
		try {
			return start(actor, upload, wish, job);
		}
		catch (ApiProblem ex) {
			this.uploads.forget(upload);
			throw ex;
		}
	}

	private Upload start(Actor actor, Upload upload, Wish wish, JobDefinition job) {
		long id = upload.id();
		JobDefinition definition = switch (this.looking.lookForAProgram(upload, job)) {
			case Look.Unreadable unreadable -> throw ApiProblem.unusable(unreadable.why(), List.of());
			case Look.Readable look when !look.faults().isEmpty() ->
				throw ApiProblem.unusable("The file cannot be verified as it is; nobody was called.", look.faults());
			case Look.Readable look -> definition(look);
		};
		return switch (this.desk.start(actor, id, definition, wish.deadline(), wish.again())) {
			case DeskReply.Accepted accepted -> accepted.upload();
			case DeskReply.Before before -> before.upload();
			case DeskReply.Told _ -> find(id);
			case DeskReply.Refused refused -> throw ApiProblem.conflict(refused.why());
		};
	}

	private JobDefinition definition(Look.Readable look) {
		try {
			return this.looking.definition(look);
		}
		catch (BadDefinition ex) {
			throw ApiProblem.bad(String.valueOf(ex.getMessage()));
		}
	}

	private Upload find(long id) {
		return this.uploads.find(id)
			.orElseThrow(() -> ApiProblem.conflict("What was taken under this key is gone: with nothing done it is"
					+ " removed after a while. Submit it with another key."));
	}

	/**
	 * How a file is to be verified.
	 *
	 * @param name what it is called
	 * @param job the name of the job definition
	 * @param deadline when the run has to be over, such as 45m or 16:55; null leaves it
	 * to the job
	 * @param again whether a new run is wanted, though the content may have one
	 */
	record Wish(String name, String job, @Nullable String deadline, boolean again) {

	}

}
