package dev.tickmark.notice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.notice.Delivery;
import dev.tickmark.ledger.notice.Outbox;

/**
 * Delivers what is in the outbox while the application lives, each way in a thread of its
 * own. Of several processes one takes each; what one has taken that was killed, another
 * takes over.
 */
@Component
class Deliverer implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Deliverer.class);

	/** Longer than any attempt takes. */
	static final Duration TAKEN_FOR = Duration.ofMinutes(5);

	/** What another process has written is found by looking. */
	private static final Duration LOOK = Duration.ofSeconds(5);

	private static final Duration LAST_ATTEMPT = Duration.ofSeconds(8);

	private final List<Round> rounds;

	private final Outbox outbox;

	private final WayWatch watch;

	private volatile boolean running;

	Deliverer(List<Courier> couriers, Outbox outbox, WayWatch watch) {
		this.watch = watch;
		this.rounds = couriers.stream().map(Round::new).toList();
		this.outbox = outbox;
	}

	/** There is something new. */
	void wake() {
		this.rounds.forEach((round) -> round.woken.release());
	}

	@Override
	public void start() {
		this.running = true;
		this.rounds.forEach(Round::start);
	}

	@Override
	public void stop() {
		this.running = false;
		wake();
		this.rounds.forEach(Round::join);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Delivers one that is due; whether there was one. */
	private boolean deliver(Courier courier) {
		Optional<Delivery> due = this.outbox.take(courier.way(), TAKEN_FOR);
		due.ifPresent((delivery) -> deliver(courier, delivery));
		return due.isPresent();
	}

	private void deliver(Courier courier, Delivery delivery) {
		try {
			send(courier, delivery);
			this.outbox.delivered(delivery);
			this.watch.delivered(delivery, courier.way());
		}
		catch (Undelivered ex) {
			@Nullable Duration again = Backoff.after(delivery.attempts());
			log.warn("notice {} by {}: {} {}", delivery.notice().id(), courier.way(), ex.getMessage(),
					(again != null) ? "It is tried again in " + again + "." : "It is given up.");
			this.outbox.failed(delivery, String.valueOf(ex.getMessage()), again);
			if (again != null) {
				this.watch.failed(delivery, courier.way(), String.valueOf(ex.getMessage()));
			}
			else {
				this.watch.givenUp(delivery, courier.way());
			}
		}
	}

	/** Also what nobody has thought of comes to an end. */
	private static void send(Courier courier, Delivery delivery) throws Undelivered {
		try {
			courier.deliver(delivery);
		}
		catch (RuntimeException ex) {
			throw new Undelivered("It cannot be sent (" + ex.getClass().getSimpleName() + ").", ex);
		}
	}

	/** The deliveries in one way. */
	private final class Round {

		private final Courier courier;

		private final Semaphore woken = new Semaphore(0);

		private @Nullable Thread thread;

		private Round(Courier courier) {
			this.courier = courier;
		}

		private void start() {
			this.thread = Thread.ofVirtual().name("notices-" + this.courier.way()).start(this::run);
		}

		private void run() {
			if (this.courier.obstacle() != null) {
				// what is to be delivered waits in the ledger for the settings
				return;
			}
			while (Deliverer.this.running) {
				try {
					if (!deliver(this.courier)) {
						sleep();
					}
				}
				catch (RuntimeException ex) {
					log.warn("notices by {}: the outbox cannot be used", this.courier.way(), ex);
					sleep();
				}
			}
		}

		private void sleep() {
			try {
				this.woken.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
				this.woken.drainPermits();
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
		}

		private void join() {
			try {
				if (this.thread != null) {
					this.thread.join(LAST_ATTEMPT);
				}
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
