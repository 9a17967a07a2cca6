package dev.tickmark.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.tickmark.payee.ProviderName;

/**
 * What every call to a provider has to pass, whoever makes it and with whatever
 * credentials.
 *
 * @param inFlight the places of the calls that are under way
 * @param parties who uses the lane at this moment
 */
record Entrance(Gate gate, Outage outage, Pace pace, Places inFlight, Turnstile turnstile, List<Party> parties) {

	static Entrance to(ProviderName provider, LaneSettings settings) {
		Gate gate = new Gate();
		Outage outage = new Outage(provider);
		Pace pace = new Pace(settings.limits(), settings.guard());
		Places inFlight = new Places(settings.mostAtOnce(Duration.ZERO));
		Turnstile turnstile = new Turnstile(pace, outage, inFlight, () -> paused(gate, outage).toNanos());
		return new Entrance(gate, outage, pace, inFlight, turnstile, new CopyOnWriteArrayList<>());
	}

	/** For how long it lets nobody through; zero when it does. */
	Duration paused() {
		return paused(this.gate, this.outage);
	}

	/**
	 * How long the pause is that it is in, from its beginning; zero when it is in none.
	 */
	Duration pauseLength() {
		Instant now = Instant.now();
		return longer(this.gate.length(now), this.outage.length(now));
	}

	private static Duration paused(Gate gate, Outage outage) {
		Instant now = Instant.now();
		return longer(gate.remaining(now), outage.remaining(now));
	}

	private static Duration longer(Duration a, Duration b) {
		return (a.compareTo(b) >= 0) ? a : b;
	}

}
