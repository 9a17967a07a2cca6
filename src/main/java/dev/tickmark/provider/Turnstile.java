package dev.tickmark.provider;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.tickmark.provider.Admission.Granted;
import dev.tickmark.provider.Admission.Permit;
import dev.tickmark.provider.Admission.Refused;

/**
 * Lets calls into a lane one after the other: at its pace, and while nothing keeps it
 * shut.
 */
final class Turnstile {

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

	private final Places inFlight;

	private final LongSupplier shut;

	/**
	 * Makes one.
	 * @param inFlight the places of the calls that are under way
	 * @param shut for how many nanoseconds the lane lets nothing through
	 */
	Turnstile(Pace pace, Outage outage, Places inFlight, LongSupplier shut) {
		this.pace = pace;
		this.antechamber = new Antechamber(pace.spacing());
		this.outage = outage;
		this.inFlight = inFlight;
		this.shut = shut;
	}

	/**
	 * Waits until a call may be sent. Whoever is let in must tell the outage how the call
	 * went, and the permit that it is over.
	 * @param entry the call
	 * @param stopping asked again and again while waiting
	 */
	Admission admit(Entry entry, BooleanSupplier stopping) {
		Patience patience = new Patience(entry.party(), stopping);
		Preparation preparation = new Preparation(entry.prepare());
		while (true) {
			Leave leave = new Leave();
			@Nullable Refused waited = patience.await(leave::untilGiven);
			if (waited != null) {
				return waited;
			}
			@Nullable Admission turn = null;
			try {
				turn = entry.counted() ? turn(entry, preparation, leave, patience)
						: placed(patience, () -> uncounted(preparation, leave));
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
	private @Nullable Admission turn(Entry entry, Preparation preparation, Leave leave, Patience patience) {
		if (!enter((nanos) -> this.antechamber.enter(entry.party(), nanos, patience::isOver))) {
			return null;
		}
		try {
			// what it takes is not added to the spacing, and credentials outlast the wait
			@Nullable Refused early = patience.await(() -> this.pace.remaining() - AHEAD_NANOS);
			return (early != null) ? early : placed(patience, () -> next(entry, preparation, leave, patience));
		}
		finally {
			this.antechamber.leave();
		}
	}

	/** Goes on in one of the places of the calls in flight; who is let in keeps it. */
	private @Nullable Admission placed(Patience patience, Supplier<@Nullable Admission> goesOn) {
		if (!enter((nanos) -> this.inFlight.enter(patience.party(), nanos, patience::isOver))) {
			return null;
		}
		@Nullable Admission admission = null;
		try {
			admission = goesOn.get();
			return (admission instanceof Granted granted) ? new Granted(new Placed(granted.permit(), this.inFlight))
					: admission;
		}
		finally {
			if (!(admission instanceof Granted)) {
				this.inFlight.leave();
			}
		}
	}

	private @Nullable Admission next(Entry entry, Preparation preparation, Leave leave, Patience patience) {
		// who queued for long may find it shut: a mark that is set then stays in doubt
		if (taken(leave, preparation)) {
			return null;
		}
		if (!entry.callsFirst().getAsBoolean() && !prepared(preparation)) {
			return Refused.UNPREPARED;
		}
		return enter(this.pace::enter) ? inTurn(entry, preparation, leave, patience) : null;
	}

	private @Nullable Admission inTurn(Entry entry, Preparation preparation, Leave leave, Patience patience) {
		try {
			Permit first = Permit.UNCOUNTED;
			if (entry.callsFirst().getAsBoolean()) {
				@Nullable Refused waited = patience.await(this.pace::remaining);
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
			@Nullable Refused waited = patience.await(this.pace::remaining);
			if (waited != null) {
				return waited;
			}
			if (taken(leave, preparation)) {
				return null;
			}
			entry.party().took();
			return new Granted(this.pace.use());
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
			return (nanos > 0 || Turnstile.this.outage.admits()) ? nanos : Patience.LOOK_NANOS;
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

	/** The permit of a call that keeps its place until it is over. */
	private record Placed(Permit permit, Places inFlight) implements Permit {

		@Override
		public void sent() {
			this.permit.sent();
		}

		@Override
		public void landed() {
			this.inFlight.leave();
		}

	}

	/**
	 * Who wants to be let in.
	 *
	 * @param party to whom the call belongs
	 * @param counted whether the provider's limits count the call
	 * @param callsFirst whether preparing it sends another call that they count
	 * @param prepare done when it is nearly this call's turn, and again when the lane was
	 * shut meanwhile; when it fails, the turn is not used
	 */
	record Entry(Party party, boolean counted, BooleanSupplier callsFirst, BooleanSupplier prepare) {

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
