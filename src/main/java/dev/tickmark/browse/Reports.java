package dev.tickmark.browse;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.stereotype.Service;

import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunState;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.report.ReportNames;
import dev.tickmark.verification.ReportUnwritable;
import dev.tickmark.verification.RunReport;

/**
 * Hands out the files of a run's report. Only names that a report can have lead to a
 * file, and no link is followed. A report whose folder has vanished is written again.
 */
@Service
public class Reports {

	private final RunReport report;

	private final Acts acts;

	private final Clock clock = Clock.systemUTC();

	/** Who writes the same report at the same time spoils it. */
	private final ReentrantLock writing = new ReentrantLock();

	Reports(RunReport report, Acts acts) {
		this.report = report;
		this.acts = acts;
	}

	/**
	 * The files there are.
	 * @throws ReportUnwritable when they are gone and cannot be written again
	 */
	public List<ReportFile> of(Run run) throws ReportUnwritable {
		writeAgain(run);
		List<ReportFile> files = new ArrayList<>();
		for (String name : ReportNames.all()) {
			find(run, name).ifPresent(files::add);
		}
		return files;
	}

	/**
	 * Opens a file, and notes who did.
	 * @param links whether the one with the links is wanted; it comes to nobody else
	 * @return the file; empty when the report has none of this name
	 * @throws ReportUnwritable when it is gone and cannot be written again
	 * @throws IOException when it cannot be read
	 */
	public Optional<Download> open(Actor actor, Run run, String name, boolean links)
			throws ReportUnwritable, IOException {
		if (!ReportNames.all().contains(name) || links != name.equals(ReportNames.ACTIONS)) {
			return Optional.empty();
		}
		writeAgain(run);
		Optional<ReportFile> file = find(run, name);
		if (file.isEmpty()) {
			return Optional.empty();
		}
		SeekableByteChannel channel = Files.newByteChannel(run.reports().resolve(name),
				Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
		try {
			Instant now = Instant.now(this.clock);
			this.acts.add(actor, new Deed(ActKind.DOWNLOAD, run.id(), name, null), now);
			if (file.get().links()) {
				this.acts.add(actor, new Deed(ActKind.ACTION_LINKS_SHOWN, run.id(), name, null), now);
			}
			return Optional.of(new Download(file.get(), channel.size(), Channels.newInputStream(channel)));
		}
		catch (IOException | RuntimeException ex) {
			channel.close();
			throw ex;
		}
	}

	private void writeAgain(Run run) throws ReportUnwritable {
		if (!canBeWritten(run) || find(run, ReportNames.SUMMARY).isPresent()) {
			return;
		}
		this.writing.lock();
		try {
			if (find(run, ReportNames.SUMMARY).isEmpty()) {
				this.report.write(run);
			}
		}
		finally {
			this.writing.unlock();
		}
	}

	/** Whether nobody is at work on the run who writes it himself. */
	private static boolean canBeWritten(Run run) {
		return run.rows() != null && (run.state() == RunState.COMPLETE || run.state() == RunState.OPEN);
	}

	private static Optional<ReportFile> find(Run run, String name) {
		Path file = run.reports().resolve(name);
		try {
			BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class,
					LinkOption.NOFOLLOW_LINKS);
			return attributes.isRegularFile() ? Optional.of(new ReportFile(name, attributes.size(),
					attributes.lastModifiedTime().toInstant(), name.equals(ReportNames.ACTIONS))) : Optional.empty();
		}
		catch (IOException _) {
			return Optional.empty();
		}
	}

}
