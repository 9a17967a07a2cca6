package dev.tickmark.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What a simulated provider remembers beyond its process: every accepted submission, what
 * else must be noted, and every question that was failed once. The file is the truth
 * about the counts, so that those of several processes add up.
 */
final class Register implements AutoCloseable {

	private static final int MOST = 1_000_000;

	private static final String FAILED = "F\t";

	private final ReentrantLock lock = new ReentrantLock();

	private final Journal journal;

	private final Statement statement;

	private final Map<Long, Submission> byId = new HashMap<>();

	private final Map<Long, Note> notes = new HashMap<>();

	private final Set<Long> failed = new HashSet<>();

	private final Map<Long, Integer> questions = new HashMap<>();

	private long submissions;

	Register(Path file, Statement statement) throws IOException {
		this.journal = new Journal(file);
		this.statement = statement;
		locked(() -> {
			catchUp();
			return true;
		});
	}

	/** The submission with this id, whichever process accepted it. */
	@Nullable Submission find(String id) {
		long hash = Submission.idHash(id);
		return this.<@Nullable Submission>locked(() -> {
			if (!this.byId.containsKey(hash)) {
				catchUp();
			}
			return this.byId.get(hash);
		});
	}

	/**
	 * Accepts a submission unless one with its id was accepted already.
	 * @param entry the submission to accept, and its charge
	 * @return the submission that now has this id
	 */
	Submission accept(Entry entry) {
		return locked(() -> {
			Submission first = this.byId.get(entry.submission().id());
			if (first != null) {
				return first;
			}
			enter(entry);
			return entry.submission();
		});
	}

	/**
	 * Accepts a submission whatever was accepted before. Two processes may both take
	 * theirs for the first: then one id stands for two submissions, and both count.
	 * @param question the hash of what is asked
	 * @param first the id of the first submission that asks it; any other gets a random
	 * one
	 * @param entries makes the submission with an id, and its charge
	 */
	Entry accept(long question, String first, Function<String, Entry> entries) {
		return locked(() -> {
			catchUp();
			Entry entry = entries.apply(this.questions.containsKey(question) ? UUID.randomUUID().toString() : first);
			enter(entry);
			return entry;
		});
	}

	/** Hands over what was charged, the oldest first, whichever process charged it. */
	void charges(Statement.Reader reader) throws IOException {
		this.statement.read((charge) -> {
			// Whoever was killed between the two lines charged nothing
			if (find(charge.verificationId()) != null) {
				reader.read(charge);
			}
		});
	}

	/** What is noted under this id, whichever process did it, or null. */
	@Nullable String noted(String id) {
		return this.<@Nullable String>locked(() -> {
			Note note = this.notes.get(Note.hash(id));
			if (note == null) {
				catchUp();
				note = this.notes.get(Note.hash(id));
			}
			return (note != null) ? note.text(id) : null;
		});
	}

	/**
	 * Notes something that is no submission, unless there is a note with its id already.
	 * @param id what it is noted under; only who knows it can read the text again
	 * @param text what is to be remembered
	 * @return whether it is this text that is noted now
	 */
	boolean note(String id, String text) {
		return locked(() -> {
			catchUp();
			Note note = Note.of(id, text);
			if (this.notes.containsKey(note.id())) {
				return false;
			}
			room(this.notes.size());
			this.journal.append(note.line());
			this.notes.put(note.id(), note);
			return true;
		});
	}

	/** Whether this question is to be failed now, because it never was before. */
	boolean failsNow(long question) {
		return locked(() -> {
			catchUp();
			if (!this.failed.add(question)) {
				return false;
			}
			this.journal.append(FAILED + HexFormat.of().toHexDigits(question) + "\t.");
			return true;
		});
	}

	Tally tally() {
		return locked(() -> {
			catchUp();
			return Tally.of(this.submissions, this.questions);
		});
	}

	void reset() {
		locked(() -> {
			this.journal.empty();
			this.statement.empty();
			forget();
			return true;
		});
	}

	@Override
	public void close() throws IOException {
		this.lock.lock();
		try {
			this.journal.close();
			this.statement.close();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void enter(Entry entry) throws IOException {
		room(Math.max(this.byId.size(), this.submissions));
		this.statement.add(entry.charge());
		this.journal.append(entry.submission().line());
		this.byId.putIfAbsent(entry.submission().id(), entry.submission());
	}

	private static void room(long taken) {
		if (taken >= MOST) {
			throw new IllegalStateException("the sandbox remembers at most " + MOST
					+ " submissions, and as many sessions: POST /sandbox/reset makes it forget them");
		}
	}

	private void catchUp() throws IOException {
		if (this.journal.isEmptied()) {
			forget();
			this.journal.rewind();
		}
		this.journal.read(this::remember);
	}

	private void remember(String line) {
		Submission submission = Submission.parse(line);
		if (submission != null) {
			this.byId.putIfAbsent(submission.id(), submission);
			this.questions.merge(submission.question(), 1, Integer::sum);
			this.submissions++;
			return;
		}
		Note note = Note.parse(line);
		if (note != null) {
			this.notes.putIfAbsent(note.id(), note);
		}
		else if (line.startsWith(FAILED) && line.length() == FAILED.length() + 18) {
			this.failed.add(HexFormat.fromHexDigitsToLong(line, FAILED.length(), FAILED.length() + 16));
		}
	}

	private void forget() {
		this.byId.clear();
		this.notes.clear();
		this.failed.clear();
		this.questions.clear();
		this.submissions = 0;
	}

	private <T extends @Nullable Object> T locked(Work<T> work) {
		this.lock.lock();
		try {
			return work.run();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the sandbox cannot use its record: " + ex.getMessage(), ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	private interface Work<T extends @Nullable Object> {

		T run() throws IOException;

	}

}
