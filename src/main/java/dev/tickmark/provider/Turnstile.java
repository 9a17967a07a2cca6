package dev.tickmark.provider;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import dev.tickmark.provider.Admission.Granted;
import dev.tickmark.provider.Admission.Permit;
import dev.tickmark.provider.Admission.Refused;

/**
 * Lets calls into a lane one after the other: at its pace, and while nothing keeps it
 * shut.
 */
final class Turnstile {

	/** How often a waiting call looks whether it should still wait. */
	private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

	/** How long before its turn a call is prepared at the earliest. */
	private static final long AHEAD_NANOS = TimeUnit.SECONDS.toNanos(1);

	/**
	 * How long a call stays in a queue at most before it looks again. Whoever is at its
	 * head looks often; when there is a reason to give up, one after the other finds it.
	 */
	private static final long QUEUE_NANOS = TimeUnit.SECONDS.toNanos(5);

	private final Pace pace;

	private final Antechamber antechamber;

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
		this.antechamber = new Antechamber(pace.spacing());
		this.outage = outage;
		this.shut = shut;
		this.stopped = stopped;
	}

	/**
	 * Waits until a call may be sent. Whoever is let in must tell the outage how the call
	 * went.
	 * @param entry the call
	 * @param stopping asked again and again while waiting
	 */
	Admission admit(Entry entry, BooleanSupplier stopping) {
		Preparation preparation = new Preparation(entry.prepare());
		while (true) {
			Leave leave = new Leave();
			@Nullable Refused waited = await(leave::untilGiven, stopping);
			if (waited != null) {
				return waited;
			}
			@Nullable Admission turn = null;
			try {
				turn = entry.counted() ? turn(entry, preparation, leave, stopping) : uncounted(preparation, leave);
			}
			finally {
				if (!(turn instanceof Granted)) {
					leave.unused();
				}
			}
			if (turn != null) {
				return turn;
			}
		}
	}

	/** A call that no limit counts waits only while the lane is shut. */
	private @Nullable Admission uncounted(Preparation preparation, Leave leave) {
		if (!preparation.succeeds()) {
			return Refused.UNPREPARED;
		}
		return taken(leave, preparation) ? null : new Granted(Permit.UNCOUNTED);
	}

	/** Prepares the call and takes the turn; null when something came in between. */
	private @Nullable Admission turn(Entry entry, Preparation preparation, Leave leave, BooleanSupplier stopping) {
		if (!enter(this.antechamber::enter)) {
			return null;
		}
		try {
			// what it takes is not added to the spacing, and credentials outlast the wait
			@Nullable Refused early = await(() -> this.pace.remaining() - AHEAD_NANOS, stopping);
			if (early != null) {
				return early;
			}
			// who queued for long may find it shut: a mark that is set then stays in
			// doubt
			if (taken(leave, preparation)) {
				return null;
			}
			if (!entry.callsFirst().getAsBoolean() && !prepared(preparation)) {
				return Refused.UNPREPARED;
			}
			return enter(this.pace::enter) ? inTurn(entry, preparation, leave, stopping) : null;
		}
		finally {
			this.antechamber.leave();
		}
	}

	private @Nullable Admission inTurn(Entry entry, Preparation preparation, Leave leave, BooleanSupplier stopping) {
		try {
			Permit first = Permit.UNCOUNTED;
			if (entry.callsFirst().getAsBoolean()) {
				@Nullable Refused waited = await(this.pace::remaining, stopping);
				if (waited != null) {
					return waited;
				}
				if (taken(leave, preparation)) {
					return null;
				}
				first = this.pace.use();
				preparation.forget();
			}
			boolean prepared = prepared(preparation);
			first.sent();
			if (!prepared) {
				return Refused.UNPREPARED;
			}
			@Nullable Refused waited = await(this.pace::remaining, stopping);
			if (waited != null) {
				return waited;
			}
			return taken(leave, preparation) ? null : new Granted(this.pace.use());
		}
		finally {
			this.pace.leave();
		}
	}

	private boolean prepared(Preparation preparation) {
		long start = System.nanoTime();
		boolean before = preparation.done;
		boolean succeeds = preparation.succeeds();
		if (succeeds && !before) {
			this.antechamber.took(System.nanoTime() - start);
		}
		return succeeds;
	}

	/** Whether the leave was taken back meanwhile; credentials may not outlast a wait. */
	private static boolean taken(Leave leave, Preparation preparation) {
		if (leave.isTaken()) {
			preparation.forget();
			return true;
		}
		return false;
	}

	private static boolean enter(Door door) {
		try {
			return door.enter(QUEUE_NANOS);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Waits; null when it was long enough. */
	private @Nullable Refused await(LongSupplier remainingNanos, BooleanSupplier stopping) {
		while (true) {
			if (this.stopped.getAsBoolean()) {
				return Refused.STOPPED_LANE;
			}
			if (stopping.getAsBoolean() || Thread.currentThread().isInterrupted()) {
				return Refused.STOPPING;
			}
			long nanos = remainingNanos.getAsLong();
			if (nanos <= 0) {
				return null;
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

	/**
	 * A call's leave to queue. One from before an outage is none to be the call that is
	 * tried while it lasts.
	 */
	private final class Leave {

		private boolean tried;

		/** For how long there is none, at least; zero when it is given. */
		long untilGiven() {
			this.tried = Turnstile.this.outage.lasts();
			long nanos = Turnstile.this.shut.getAsLong();
			return (nanos > 0 || Turnstile.this.outage.admits()) ? nanos : LOOK_NANOS;
		}

		boolean isTaken() {
			return Turnstile.this.shut.getAsLong() > 0 || (!this.tried && Turnstile.this.outage.lasts());
		}

		void unused() {
			if (this.tried) {
				Turnstile.this.outage.unused();
			}
		}

	}

	/** Behind which there is room for some. */
	private interface Door {

		boolean enter(long nanos) throws InterruptedException;

	}

	/**
	 * Who wants to be let in.
	 *
	 * @param counted whether the provider's limits count the call
	 * @param callsFirst whether preparing it sends another call that they count
	 * @param prepare done when it is nearly this call's turn, and again when the lane was
	 * shut meanwhile; when it fails, the turn is not used
	 */
	record Entry(boolean counted, BooleanSupplier callsFirst, BooleanSupplier prepare) {

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
