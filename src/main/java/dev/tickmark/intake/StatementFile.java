package dev.tickmark.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A provider's statement that can be read from its first line to its last: everything
 * that would make it unreadable as a whole was looked for when it was opened. A single
 * line that cannot be read is a line with a problem.
 */
public final class StatementFile {

	/** The most lines a statement may have; a workbook's sheet has fewer anyway. */
	public static final long MOST_LINES = 1_500_000;

	private final Path path;

	private final String sha256;

	private final long size;

	private final StatementLayout layout;

	private final StatementSurvey survey;

	private final List<String> remarks;

	private StatementFile(Path path, String sha256, long size, StatementLayout layout, StatementSurvey survey,
			List<String> remarks) {
		this.path = path;
		this.sha256 = sha256;
		this.size = size;
		this.layout = layout;
		this.survey = survey;
		this.remarks = List.copyOf(remarks);
	}

	/**
	 * Looks through a whole statement, without keeping it.
	 * @param mapping what the job definition says of it
	 * @throws UnreadableFile when it cannot be taken in; nothing has happened then
	 */
	public static StatementFile open(Path path, StatementMapping mapping) throws UnreadableFile {
		Presence.require(path, "statement", Presence.table(StatementTable.ABOUT));
		StatementLayout layout = StatementTable.find(path, mapping);
		StatementSurvey survey = new StatementSurvey(path, layout);
		try (StatementRecords records = StatementRecords.of(path, layout)) {
			for (StatementLine line = records.next(); line != null; line = records.next()) {
				refuseEndless(path, line);
				survey.add(line);
			}
			survey.end();
			List<String> remarks = new ArrayList<>(Layouts.remarks(path, layout.format(), mapping.input()));
			remarks.addAll(records.remarks());
			remarks.addAll(survey.remarks());
			return new StatementFile(path, records.sha256Hex(), records.size(), layout, survey, remarks);
		}
	}

	/**
	 * Streams the lines in order.
	 * @throws UnreadableFile when the content is not the one that was opened, which is
	 * known for certain only at the end: what the consumer took must not be used then
	 * @throws X what the consumer throws
	 */
	public <X extends Exception> void read(StatementConsumer<X> consumer) throws UnreadableFile, X {
		try (StatementRecords records = StatementRecords.of(this.path, this.layout)) {
			for (StatementLine line = records.next(); line != null; line = records.next()) {
				if (line.number() > this.survey.lines()) {
					throw PayeeFile.changed(this.path);
				}
				consumer.accept(line);
			}
			if (!records.sha256Hex().equals(this.sha256)) {
				throw PayeeFile.changed(this.path);
			}
		}
	}

	/** Where it is. */
	public Path path() {
		return this.path;
	}

	/** The hash of its content, in lower case hexadecimal. */
	public String sha256() {
		return this.sha256;
	}

	/** Its length in bytes. */
	public long size() {
		return this.size;
	}

	/** How many lines it has, the header and blank lines not counted; at least one. */
	public long lines() {
		return this.survey.lines();
	}

	/** How many of them cannot be read. */
	public long problems() {
		return this.survey.problems();
	}

	/** The earliest time of a line; null when no line has a time. */
	public @Nullable Instant first() {
		return this.survey.first();
	}

	/** The latest time of a line; null when no line has a time. */
	public @Nullable Instant last() {
		return this.survey.last();
	}

	/** The currencies of its lines, codes of ISO 4217: one, or none when nobody says. */
	public Set<String> currencies() {
		return this.survey.currencies();
	}

	/** What a person should know of how it is read, a sentence each. */
	public List<String> remarks() {
		return this.remarks;
	}

	private static void refuseEndless(Path path, StatementLine line) throws UnreadableFile {
		if (line.number() > MOST_LINES) {
			throw new UnreadableFile(path, line.line(), String.format(Locale.ROOT,
					"the statement has more than %,d lines. Ask for a shorter period, or divide it.", MOST_LINES));
		}
	}

}
