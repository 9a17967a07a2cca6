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
import dev.tickmark.ledger.release.Decisions;
import dev.tickmark.ledger.release.PayableHalves;
import dev.tickmark.payee.Clearance;
import dev.tickmark.report.ClearanceText;
import dev.tickmark.report.ReportNames;
import dev.tickmark.verification.ReportUnwritable;
import dev.tickmark.verification.RunReport;

/**
 * Hands out the files of a run's report. Only names that a report can have lead to a
 * file, and no link is followed. A report whose folder has vanished is written again.
 */
@Service
public class Reports {

	/** What the halves that can be paid are called, whatever their format. */
	private static final String PAYABLE = "payable.";

	private final RunReport report;

	private final PayableHalves halves;

	private final Decisions decisions;

	private final Acts acts;

	private final Clock clock = Clock.systemUTC();

	/** Who writes the same report at the same time spoils it. */
	private final ReentrantLock writing = new ReentrantLock();

	Reports(RunReport report, PayableHalves halves, Decisions decisions, Acts acts) {
		this.report = report;
		this.halves = halves;
		this.decisions = decisions;
		this.acts = acts;
	}

	/**
	 * The files there are.
	 * @throws ReportUnwritable when they are gone and cannot be written again
	 */
	public ReportList of(Run run) throws ReportUnwritable {
		writeAgain(run);
		Optional<String> held = held(run);
		List<ReportFile> files = new ArrayList<>();
		for (String name : ReportNames.all()) {
			if (held.isEmpty() || !name.startsWith(PAYABLE)) {
				find(run, name).ifPresent(files::add);
			}
		}
		return new ReportList(files, held.orElse(null));
	}

	/**
	 * Opens a file, and notes who did.
	 * @param links whether the one with the links is wanted; it comes to nobody else
	 * @throws ReportUnwritable when it is gone and cannot be written again
	 * @throws IOException when it cannot be read
	 */
	public Opened open(Actor actor, Run run, String name, boolean links) throws ReportUnwritable, IOException {
		if (!ReportNames.all().contains(name) || links != name.equals(ReportNames.ACTIONS)) {
			return new Opened.None();
		}
		writeAgain(run);
		Optional<String> held = name.startsWith(PAYABLE) ? held(run) : Optional.empty();
		if (held.isPresent()) {
			return new Opened.Held(held.get());
		}
		Optional<ReportFile> file = find(run, name);
		return file.isPresent() ? new Opened.Ready(open(actor, run, file.get())) : new Opened.None();
	}

	private Download open(Actor actor, Run run, ReportFile file) throws IOException {
		SeekableByteChannel channel = Files.newByteChannel(run.reports().resolve(file.name()),
				Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
		try {
			Instant now = Instant.now(this.clock);
			this.acts.add(actor, new Deed(ActKind.DOWNLOAD, run.id(), file.name(), null), now);
			if (file.links()) {
				this.acts.add(actor, new Deed(ActKind.ACTION_LINKS_SHOWN, run.id(), file.name(), null), now);
			}
			return new Download(file, channel.size(), Channels.newInputStream(channel));
		}
		catch (IOException | RuntimeException ex) {
			channel.close();
			throw ex;
		}
	}

	/** Why what can be paid is not handed out; whatever lies in the folder. */
	private Optional<String> held(Run run) {
		return this.halves.find(run.id())
			.map((half) -> this.decisions.clearance(run.id(), half.sha256()))
			.filter(Clearance::isHeld)
			.map(ClearanceText::of);
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
