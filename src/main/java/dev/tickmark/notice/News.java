package dev.tickmark.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.Run;
import dev.tickmark.verification.RunFigures;
import dev.tickmark.verification.definition.Tell;

/**
 * What has happened by itself.
 *
 * @param occasion what it is, so that it is told once
 * @param about what it is about, in a word: a file, or the night
 * @param run the run; null when it is about none
 * @param figures what the run has come to; null when it has not come to its end
 * @param deadline when it had to be over; null when nothing was said
 * @param sentences what more there is to say
 */
public record News(Kind kind, String occasion, String about, @Nullable Run run, @Nullable RunFigures figures,
		@Nullable Instant deadline, List<String> sentences) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ROOT);

	public News {
		sentences = List.copyOf(sentences);
	}

	public static News of(Kind kind, String occasion, String about) {
		return new News(kind, occasion, about, null, null, null, List.of());
	}

	public News run(Run its) {
		return new News(this.kind, this.occasion, this.about, its, this.figures, this.deadline, this.sentences);
	}

	public News figures(RunFigures its, @Nullable Instant due) {
		return new News(this.kind, this.occasion, this.about, this.run, its, due, this.sentences);
	}

	public News says(List<String> more) {
		return new News(this.kind, this.occasion, this.about, this.run, this.figures, this.deadline, more);
	}

	/** A time, in this machine's zone. */
	public static String time(Instant instant) {
		return TIME.format(instant.atZone(ZoneId.systemDefault()));
	}

	/** What kind of thing has happened. */
	public enum Kind {

		/** A run has ended, and every row is final. */
		COMPLETE(Tell.When.ALWAYS),
		/** A run has ended with rows still open. */
		OPEN(Tell.When.OPEN),
		/** A run has failed, or was stopped. */
		FAILED(Tell.When.FAILED),
		/** A file cannot be verified. */
		REFUSED(Tell.When.FAILED),
		/** The settings do not allow it yet. */
		HELD(Tell.When.FAILED),
		/** Nobody was there when it was time. */
		MISSED(Tell.When.FAILED),
		/** Its folders do not allow it, or something that nobody had thought of. */
		NIGHT_FAILED(Tell.When.FAILED);

		private final Tell.When when;

		Kind(Tell.When when) {
			this.when = when;
		}

		/** On which of the occasions that a job may name it is told. */
		Tell.When when() {
			return this.when;
		}

	}

}
