package dev.tickmark.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Service;

import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.notice.Notice;
import dev.tickmark.ledger.notice.Outbox;
import dev.tickmark.ledger.notice.Outbox.OpenRows;
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

	Notices(Outbox outbox, Deliverer deliverer, NoticeSettings settings, List<Courier> couriers) {
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
				obstacles.add("tells by " + ((courier.way() == Way.MAIL) ? "mail" : "webhook") + ", but " + obstacle
						+ " Until then its notices wait in the ledger.");
			}
		}
		return obstacles;
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
