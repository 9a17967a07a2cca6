package dev.tickmark.provider;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import dev.tickmark.provider.Lane.Admission;

/**
 * Lets calls into a lane one after the other: at its pace, and while nothing keeps it
 * shut.
 */
final class Turnstile {

	/** How often a waiting call looks whether it should still wait. */
	private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

	/** About what it takes to commit. */
	private static final Duration SHORT = Duration.ofMillis(2);

	private final Pace pace;

	private final Outage outage;

	private final LongSupplier shut;

	private final BooleanSupplier stopped;

	/**
	 * Makes one.
	 * @param shut for how many nanoseconds the lane lets nothing through
	 * @param stopped whether it will never again
	 */
	Turnstile(Pace pace, Outage outage, LongSupplier shut, BooleanSupplier stopped) {
		this.pace = pace;
		this.outage = outage;
		this.shut = shut;
		this.stopped = stopped;
	}

	/**
	 * Waits until a call may be sent. Whoever is let in must tell the outage how the call
	 * went.
	 * @param stopping asked again and again while waiting
	 * @param prepare done when it is nearly this call's turn, and again when the lane was
	 * shut meanwhile; when it fails, the turn is not used
	 */
	Admission admit(BooleanSupplier stopping, BooleanSupplier prepare) {
		Preparation preparation = new Preparation(prepare);
		while (true) {
			Admission waited = await(this::untilOpen, stopping);
			if (waited != Admission.GRANTED) {
				return waited;
			}
			@Nullable Admission turn = null;
			try {
				turn = turn(preparation, stopping);
			}
			finally {
				if (turn != Admission.GRANTED) {
					this.outage.unused();
				}
			}
			if (turn != null) {
				return turn;
			}
		}
	}

	/** Takes the turn; null when something came in between. */
	private @Nullable Admission turn(Preparation preparation, BooleanSupplier stopping) {
		// where the period is shorter than preparing takes, the turn must not wait for it
		if (this.pace.period().compareTo(SHORT) < 0 && !preparation.succeeds()) {
			return Admission.UNPREPARED;
		}
		if (!enter()) {
			return null;
		}
		try {
			// before the turn comes, so that the time it takes is not added to the period
			if (!preparation.succeeds()) {
				return Admission.UNPREPARED;
			}
			Admission waited = await(this.pace::remaining, stopping);
			if (waited != Admission.GRANTED) {
				return waited;
			}
			if (this.shut.getAsLong() > 0) {
				// credentials may not outlast the wait
				preparation.forget();
				return null;
			}
			this.pace.used();
			return Admission.GRANTED;
		}
		finally {
			this.pace.leave();
		}
	}

	/** For how long it is shut, at least; zero lets this one through. */
	private long untilOpen() {
		long nanos = this.shut.getAsLong();
		return (nanos > 0 || this.outage.admits()) ? nanos : LOOK_NANOS;
	}

	private boolean enter() {
		try {
			return this.pace.enter(LOOK_NANOS);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private Admission await(LongSupplier remainingNanos, BooleanSupplier stopping) {
		while (true) {
			if (this.stopped.getAsBoolean()) {
				return Admission.STOPPED_LANE;
			}
			if (stopping.getAsBoolean() || Thread.currentThread().isInterrupted()) {
				return Admission.STOPPING;
			}
			long nanos = remainingNanos.getAsLong();
			if (nanos <= 0) {
				return Admission.GRANTED;
			}
			sleep(Math.min(nanos, LOOK_NANOS));
		}
	}

	private static void sleep(long nanos) {
		try {
			TimeUnit.NANOSECONDS.sleep(nanos);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	/** What is done once before the turn, unless it fails. */
	private static final class Preparation {

		private final BooleanSupplier work;

		private boolean done;

		Preparation(BooleanSupplier work) {
			this.work = work;
		}

		void forget() {
			this.done = false;
		}

		boolean succeeds() {
			this.done = this.done || this.work.getAsBoolean();
			return this.done;
		}

	}

}
