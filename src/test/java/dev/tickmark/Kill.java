package dev.tickmark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A kill: when, by the run's step, and of what. */
record Kill(RunStep step, Victim victim) {

	@Override
	public String toString() {
		return this.victim + " at " + this.step;
	}

	/** Deals kills so that every step meets every victim equally often. */
	static final class Deck {

		private final Random random;

		private final Map<RunStep, Deque<Victim>> victims = new EnumMap<>(RunStep.class);

		private final List<Kill> putBack = new ArrayList<>();

		Deck(Random random) {
			this.random = random;
		}

		/** What was put back, filled up to so many kills for each step. */
		List<Kill> deal(int each) {
			List<Kill> hand = new ArrayList<>(this.putBack);
			this.putBack.clear();
			for (RunStep step : RunStep.values()) {
				while (hand.stream().filter((kill) -> kill.step() == step).count() < each) {
					hand.add(new Kill(step, next(step)));
				}
			}
			return hand;
		}

		void putBack(List<Kill> unused) {
			this.putBack.addAll(unused);
		}

		private Victim next(RunStep step) {
			Deque<Victim> left = this.victims.computeIfAbsent(step, (_) -> new ArrayDeque<>());
			if (left.isEmpty()) {
				List<Victim> all = new ArrayList<>(List.of(Victim.values()));
				Collections.shuffle(all, this.random);
				left.addAll(all);
			}
			return left.remove();
		}

	}

}
