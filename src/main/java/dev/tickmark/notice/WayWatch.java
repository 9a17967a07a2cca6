package dev.tickmark.notice;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;

import dev.tickmark.ledger.notice.Delivery;
import dev.tickmark.ledger.notice.Way;

/**
 * Says when notices begin not to get through in a way, and when they do again: once each,
 * however often that is tried.
 */
@Component
class WayWatch {

	/** Whom nothing reaches, as far as this process has tried. */
	private final Map<Way, Set<String>> failing = new EnumMap<>(Way.class);

	private final Map<Way, String> why = new EnumMap<>(Way.class);

	private Consumer<String> told = (_) -> {
	};

	/** Tells somebody from now on, and at once what is so already. */
	synchronized void tell(Consumer<String> somebody) {
		this.told = somebody;
		this.failing.forEach((way, targets) -> {
			if (!targets.isEmpty()) {
				somebody.accept(failed(way));
			}
		});
	}

	synchronized void failed(Delivery delivery, Way way, String error) {
		Set<String> targets = this.failing.computeIfAbsent(way, (_) -> new HashSet<>());
		boolean first = targets.isEmpty();
		targets.add(delivery.target());
		this.why.put(way, error);
		if (first) {
			this.told.accept(failed(way));
		}
	}

	synchronized void delivered(Delivery delivery, Way way) {
		Set<String> targets = this.failing.getOrDefault(way, Set.of());
		if (targets.remove(delivery.target()) && targets.isEmpty()) {
			this.told.accept("What is told by " + Notices.word(way) + " gets through again.");
		}
	}

	/** It is tried no more: whether it works, nobody will know. */
	synchronized void givenUp(Delivery delivery, Way way) {
		if (this.failing.getOrDefault(way, Set.of()).remove(delivery.target())) {
			this.told.accept("A notice by " + Notices.word(way) + " is given up: nobody has taken it for days.");
		}
	}

	private String failed(Way way) {
		return "What is told by " + Notices.word(way) + " does not get through. " + this.why.get(way)
				+ " It is tried again by itself.";
	}

}
