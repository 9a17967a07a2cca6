package dev.tickmark.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.stereotype.Service;

import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.notice.Notice;
import dev.tickmark.ledger.notice.Outbox;
import dev.tickmark.ledger.notice.Outbox.OpenRows;
import dev.tickmark.ledger.notice.Outstanding;
import dev.tickmark.ledger.notice.Way;
import dev.tickmark.verification.definition.Tell;

/** Tells what has happened by itself: once, and whoever is to know. */
@Service
public class Notices {

	/** What nobody has taken by then is no news any more. */
	private static final Duration KEPT = Duration.ofDays(90);

	private final Outbox outbox;

	private final Deliverer deliverer;

	private final NoticeSettings settings;

	private final List<Courier> couriers;

	private final WayWatch watch;

	Notices(Outbox outbox, Deliverer deliverer, NoticeSettings settings, List<Courier> couriers, WayWatch watch) {
		this.watch = watch;
		this.outbox = outbox;
		this.deliverer = deliverer;
		this.settings = settings;
		this.couriers = couriers;
	}

	/**
	 * Writes it down, so that it is delivered whatever becomes of this process; nothing
	 * when it was told before, or is not to be told. Nobody is waited for.
	 */
	public void tell(Tell tell, String job, boolean sandbox, News news) {
		if (!tell.when().includes(news.kind().when())) {
			return;
		}
		Run run = news.run();
		List<OpenRows> open = (run != null && news.kind() == News.Kind.OPEN) ? this.outbox.open(run.id()) : List.of();
		Letter letter = new Letter(UUID.randomUUID(), Instant.now(), job, sandbox, news, open,
				(run != null) ? this.settings.page(run.id()) : null);
		Notice notice = new Notice(letter.id(), news.occasion(), job, sandbox, news.kind().name(),
				(run != null) ? Long.valueOf(run.id()) : null, letter.now(), letter.subject(), letter.plain(),
				letter.html(), letter.json());
		if (this.outbox.add(notice, targets(tell))) {
			this.deliverer.wake();
			this.outbox.removeOlderThan(KEPT);
		}
	}

	/** Why somebody whom a job names could not be told, a sentence each. */
	public List<String> obstacles(Tell tell) {
		Map<Way, List<String>> targets = targets(tell);
		List<String> obstacles = new ArrayList<>();
		for (Courier courier : this.couriers) {
			String obstacle = courier.obstacle();
			if (obstacle != null && targets.containsKey(courier.way())) {
				obstacles.add("tells by " + word(courier.way()) + ", but " + obstacle
						+ " Until then its notices wait in the ledger.");
			}
		}
		return obstacles;
	}

	/** Tells somebody when notices begin not to get through, and when they do again. */
	public void watch(Consumer<String> somebody) {
		this.watch.tell(somebody);
	}

	/**
	 * What has not reached anybody although it was tried, or cannot be: a sentence for
	 * each way. No address is in it.
	 */
	public List<String> undelivered() {
		return this.outbox.outstanding().stream().filter(this::isTrouble).map(Notices::sentence).toList();
	}

	private boolean isTrouble(Outstanding ways) {
		return ways.givenUp() > 0 || ways.latestError() != null || this.couriers.stream()
			.anyMatch((courier) -> courier.way() == ways.way() && courier.obstacle() != null);
	}

	private static String sentence(Outstanding way) {
		List<String> parts = new ArrayList<>();
		if (way.waiting() > 0) {
			parts.add(String.format(Locale.ROOT, "%,d wait to be taken, the oldest since %s.", way.waiting(),
					News.time(Objects.requireNonNull(way.since()))));
		}
		if (way.givenUp() > 0) {
			parts.add(String.format(Locale.ROOT, "%,d of the last two weeks were given up.", way.givenUp()));
		}
		if (way.latestError() != null) {
			parts.add("Why the latest did not get through: " + way.latestError());
		}
		return "Notices by " + word(way.way()) + ": " + String.join(" ", parts);
	}

	static String word(Way way) {
		return switch (way) {
			case MAIL -> "mail";
			case WEBHOOK -> "webhook";
		};
	}

	private static Map<Way, List<String>> targets(Tell tell) {
		Map<Way, List<String>> targets = new EnumMap<>(Way.class);
		if (!tell.mail().isEmpty()) {
			targets.put(Way.MAIL, tell.mail());
		}
		if (tell.webhook() != null) {
			targets.put(Way.WEBHOOK, List.of(tell.webhook().toString()));
		}
		return targets;
	}

}
