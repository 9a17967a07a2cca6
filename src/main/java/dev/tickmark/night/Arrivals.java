package dev.tickmark.night;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import dev.tickmark.verification.definition.Inbox;

/** Tells the files of an inbox that are complete from those still being written. */
final class Arrivals {

	private final Inbox inbox;

	private final InboxFolder folder;

	private final Predicate<Duration> wait;

	/**
	 * Makes one.
	 * @param wait waits so long; says no when nothing is to be done any more
	 */
	Arrivals(Inbox inbox, InboxFolder folder, Predicate<Duration> wait) {
		this.inbox = inbox;
		this.folder = folder;
		this.wait = wait;
	}

	/**
	 * Those that are complete, in the order of their names.
	 * @param left is told of each other one
	 */
	List<Seen> complete(Consumer<String> left) throws InboxTrouble {
		List<Seen> files = this.folder.look();
		Duration unchanged = this.inbox.completeAfter();
		if (unchanged == null) {
			return divide(files, this.folder::marked, "has no marker " + this.inbox.marker() + " yet, or an older one",
					left);
		}
		if (files.isEmpty() || !this.wait.test(unchanged)) {
			return List.of();
		}
		return divide(this.folder.look(), files::contains, "is still being written", left);
	}

	private static List<Seen> divide(List<Seen> files, Predicate<Seen> complete, String why, Consumer<String> left) {
		List<Seen> all = new ArrayList<>();
		for (Seen file : files) {
			if (complete.test(file)) {
				all.add(file);
			}
			else {
				left.accept(file.path().getFileName() + " " + why + ": it is left for the next time.");
			}
		}
		return all;
	}

}
