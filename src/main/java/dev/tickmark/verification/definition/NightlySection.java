package dev.tickmark.verification.definition;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/** The parts of a job definition that say what it does by itself, and when. */
final class NightlySection {

	private static final Duration USUAL_COMPLETE_AFTER = Duration.ofSeconds(30);

	private static final Duration LONGEST_COMPLETE_AFTER = Duration.ofDays(1);

	private static final Duration USUAL_EARLIER = Duration.ofDays(7);

	private static final Pattern NONE = Pattern.compile("0(s|m|h|d)?");

	private NightlySection() {
	}

	/** Reads both parts; null when there is neither. */
	static @Nullable Nightly read(Section root) throws BadDefinition {
		Section schedule = root.section("schedule");
		Section inbox = root.section("inbox");
		Tell tell = TellSection.read(root.section("tell"));
		if (schedule == null && inbox == null) {
			if (tell != null) {
				throw root.wrong("tell",
						"somebody is told of what is done by itself. Add schedule and inbox, or remove" + " tell.");
			}
			return null;
		}
		if (inbox == null) {
			throw root.wrong("schedule", "a schedule needs the key inbox, which says where its files come in. Add inbox"
					+ " with folder and pattern, or remove schedule.");
		}
		if (schedule == null) {
			throw root.wrong("inbox", "an inbox needs the key schedule, which says when it is looked into. Add schedule"
					+ " with cron, or remove inbox.");
		}
		Value earlier = schedule.value("recheck-earlier");
		return new Nightly(schedule(schedule), inbox(inbox), (earlier != null) ? earlier(earlier) : USUAL_EARLIER,
				tell);
	}

	private static Schedule schedule(Section section) throws BadDefinition {
		Value cron = section.require("cron");
		Value zone = section.value("zone");
		Value missed = section.value("missed");
		section.end();
		ZoneId clock = (zone != null) ? zone.zone() : ZoneId.systemDefault();
		return new Schedule(cron(cron, clock), clock, missed == null || caughtUp(missed));
	}

	private static Duration earlier(Value value) throws BadDefinition {
		return NONE.matcher(value.text()).matches() ? Duration.ZERO : value.duration();
	}

	private static CronExpression cron(Value value, ZoneId zone) throws BadDefinition {
		CronExpression cron;
		try {
			cron = CronExpression.parse(value.text());
		}
		catch (IllegalArgumentException _) {
			throw value.wrong("\"" + value.text() + "\" is no cron line. Give six fields: second, minute, hour, day of"
					+ " the month, month, day of the week; every night at half past one is \"0 30 1 * * *\".");
		}
		if (cron.next(ZonedDateTime.now(zone)) == null) {
			throw value.wrong("the time \"" + value.text() + "\" never comes. Give a day that there is.");
		}
		return cron;
	}

	private static boolean caughtUp(Value value) throws BadDefinition {
		return switch (value.text()) {
			case "catch-up" -> true;
			case "skip" -> false;
			default -> throw value.wrong("\"" + value.text() + "\" is not known; there are: catch-up, skip.");
		};
	}

	private static Inbox inbox(Section section) throws BadDefinition {
		Value folder = section.require("folder");
		Value pattern = section.require("pattern");
		Value completeAfter = section.value("complete-after");
		Value marker = section.value("marker");
		Map<String, Path> others = new LinkedHashMap<>(Map.of("folder", path(folder)));
		Path taken = other(section, "taken", others);
		Path finished = other(section, "finished", others);
		Path failed = other(section, "failed", others);
		section.end();
		if (marker != null && completeAfter != null) {
			throw marker.wrong("a file is complete by its marker, or when it has not changed for some time. Remove"
					+ " marker or complete-after.");
		}
		Duration unchanged = (completeAfter != null) ? completeAfter.duration(LONGEST_COMPLETE_AFTER)
				: USUAL_COMPLETE_AFTER;
		return new Inbox(path(folder), pattern(pattern), (marker != null) ? null : unchanged,
				(marker != null) ? ending(marker) : null, taken, finished, failed);
	}

	/** One of the folders for what was taken; left out, it is in the inbox. */
	private static Path other(Section section, String key, Map<String, Path> others) throws BadDefinition {
		Value said = section.value(key);
		Path path = (said != null) ? path(said) : path(section.require("folder")).resolve(key);
		for (Map.Entry<String, Path> other : others.entrySet()) {
			if (other.getValue().equals(path)) {
				throw section.wrong(key, "inbox." + key + " is the same folder as inbox." + other.getKey() + ", " + path
						+ ". Give each a folder of its own.");
			}
		}
		others.put(key, path);
		return path;
	}

	private static Path path(Value value) throws BadDefinition {
		try {
			// a relative one counts from where the program was started, as everywhere
			return Path.of(value.text()).toAbsolutePath().normalize();
		}
		catch (InvalidPathException _) {
			throw value.wrong("this is no path of a folder.");
		}
	}

	private static String pattern(Value value) throws BadDefinition {
		String pattern = value.text();
		if (pattern.contains("/")) {
			throw value.wrong("the pattern is of names, without a folder: \"payees-*.csv\".");
		}
		try {
			FileSystems.getDefault().getPathMatcher("glob:" + pattern);
			return pattern;
		}
		catch (PatternSyntaxException _) {
			throw value.wrong("\"" + pattern + "\" is no pattern of names like \"payees-*.csv\".");
		}
	}

	private static String ending(Value value) throws BadDefinition {
		if (value.text().contains("/") || value.text().contains("\\")) {
			throw value.wrong("a marker is an ending of names, such as \".done\": payees.csv is complete when"
					+ " payees.csv.done is there.");
		}
		return value.text();
	}

}
