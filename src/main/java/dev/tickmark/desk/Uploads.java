package dev.tickmark.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

import dev.tickmark.ledger.desk.KeptUploads;
import dev.tickmark.ledger.desk.Upload;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;

/**
 * The files that people bring. Each has a folder of its own, and an entry in the ledger.
 */
@Component
@EnableConfigurationProperties(UploadSettings.class)
public class Uploads {

	private static final Logger log = LoggerFactory.getLogger(Uploads.class);

	/** So many lie there at most with which nothing is done. */
	private static final int MOST = 500;

	/** So many of them are one person's, at most, and its programs'. */
	static final int MOST_OF_ONE = 100;

	private final Path folder;

	private final UploadSettings settings;

	private final KeptUploads kept;

	private final Acts acts;

	private final TransactionTemplate transaction;

	private final Clock clock = Clock.systemUTC();

	Uploads(@Value("${tickmark.home:./.tickmark}/uploads") Path folder, UploadSettings settings, KeptUploads kept,
			Acts acts, PlatformTransactionManager transactions) {
		this.folder = folder.toAbsolutePath().normalize();
		this.settings = settings;
		this.kept = kept;
		this.acts = acts;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Takes a file; it is streamed, and never kept in memory.
	 * @param fileName what the browser says it is called
	 * @throws UploadRefused when it is not taken; nothing is left of it then
	 */
	public Upload take(Actor actor, @Nullable String fileName, InputStream content) throws UploadRefused {
		FileName name = FileName.of(fileName);
		requirePlace(actor);
		Path part = begin();
		try {
			Copied copied = Copied.to(part, content, this.settings);
			return Objects
				.requireNonNull(this.transaction.execute((_) -> keep(actor, name, part, copied, this.clock.instant())));
		}
		catch (UncheckedIOException ex) {
			throw notStored(ex.getCause());
		}
		finally {
			delete(part);
		}
	}

	private void requirePlace(Actor actor) throws UploadRefused {
		if (this.kept.countBrought(actor.who()) >= MOST_OF_ONE) {
			throw UploadRefused.because(MOST_OF_ONE + " files that you have brought lie here, and nothing was done with"
					+ " them. Start or remove some of them, or wait until the oldest are removed.");
		}
		if (this.kept.brought(MOST).size() >= MOST) {
			throw UploadRefused.because(MOST + " files lie here with which nothing was done. Start or remove some of"
					+ " them, or wait until the oldest are removed.");
		}
	}

	public Optional<Upload> find(long id) {
		return this.kept.find(id);
	}

	/**
	 * Whether these are the same bytes as those of a file that was taken. No more of them
	 * is read than that one has, and one.
	 */
	public static boolean isContent(Upload upload, InputStream content) throws IOException {
		return Copied.isSame(content, upload.size(), upload.sha256());
	}

	/** Those with which nothing was done, the latest first. */
	public List<Upload> brought(int limit) {
		return this.kept.brought(limit);
	}

	/**
	 * Removes one with which nothing is done, because a person says so.
	 * @return false when it was started meanwhile, or is gone already
	 */
	public boolean remove(Actor actor, Upload upload) {
		boolean removed = Boolean.TRUE.equals(this.transaction.execute((_) -> {
			boolean gone = this.kept.forget(upload.id());
			if (gone) {
				this.acts.add(actor, Deed.to(ActKind.REMOVE_UPLOAD, upload.name()).saying("upload " + upload.id()),
						this.clock.instant());
			}
			return gone;
		}));
		if (removed) {
			deleteFile(upload);
		}
		return removed;
	}

	/** Forgets one that a program has submitted and that cannot be started. */
	public void forget(Upload upload) {
		if (this.kept.forget(upload.id())) {
			deleteFile(upload);
		}
	}

	/**
	 * Removes what has lain there for too long with nothing done, and the files of runs
	 * that have all their rows in the ledger.
	 */
	void tidy() {
		Instant since = this.clock.instant().minus(this.settings.keep());
		for (Upload old : this.kept.unused(since)) {
			if (isHere(old) && this.kept.forget(old.id())) {
				log.info("upload {} was not used and is removed", old.id());
				deleteFile(old);
			}
		}
		for (Upload spent : this.kept.spent(this.folder, since)) {
			if (this.kept.removeFile(spent.id(), this.clock.instant())) {
				log.info("the file of upload {} is in the ledger and is removed", spent.id());
				deleteFile(spent);
			}
		}
		Leftovers.remove(this.folder, this.clock.instant(), this.kept);
	}

	/** Whether it lies in this process's folder: another one has its own. */
	boolean isHere(Upload upload) {
		return upload.path().startsWith(this.folder) && Files.isRegularFile(upload.path());
	}

	/** One of another process is removed there, as what was left. */
	private void deleteFile(Upload upload) {
		if (isHere(upload)) {
			delete(upload.path().getParent());
		}
	}

	private Path begin() throws UploadRefused {
		try {
			Files.createDirectories(this.folder);
			// a temporary file is its owner's alone from its first moment
			return Files.createTempFile(this.folder, Leftovers.PART, "");
		}
		catch (IOException ex) {
			throw notStored(ex);
		}
	}

	private Upload keep(Actor actor, FileName name, Path part, Copied copied, Instant now) {
		long id = this.kept.next();
		Path path = freeFolder(id).resolve(name.stored());
		Upload upload = this.kept.add(id, name.shown(), path, copied.size(), copied.sha256(), actor.who(), now);
		this.acts.add(actor, Deed.to(ActKind.UPLOAD, name.shown())
			.saying("upload " + id + ", " + copied.size() + " bytes, SHA-256 " + copied.sha256()), now);
		try {
			Files.createDirectory(path.getParent());
			Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return upload;
	}

	/** A folder of its number, and of another one where another ledger has used it. */
	private Path freeFolder(long id) {
		Path free = this.folder.resolve(String.valueOf(id));
		for (int again = 2; Files.exists(free); again++) {
			free = this.folder.resolve(id + "-" + again);
		}
		return free;
	}

	private UploadRefused notStored(@Nullable IOException cause) {
		log.error("an upload could not be stored in {}", this.folder, cause);
		return UploadRefused
			.because("The file cannot be stored here, and nothing was kept of it. Tell an administrator:"
					+ " the folder uploads in tickmark.home cannot be written, or its disk is full.");
	}

	private static void delete(@Nullable Path path) {
		try {
			FileSystemUtils.deleteRecursively(path);
		}
		catch (IOException ex) {
			log.warn("{} could not be deleted", path, ex);
		}
	}

}
