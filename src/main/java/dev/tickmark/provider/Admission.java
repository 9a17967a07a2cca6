package dev.tickmark.provider;

/** Whether a call may be sent. */
public sealed interface Admission {

	/**
	 * It may, now.
	 *
	 * @param permit by which it is sent
	 */
	record Granted(Permit permit) implements Admission {

	}

	/** It may not. */
	enum Refused implements Admission {

		/** What had to be done before failed. */
		UNPREPARED,
		/** The lane is stopped by a fault of configuration. */
		STOPPED_LANE,
		/** The program is stopping, or the lane has to wait for too long. */
		STOPPING

	}

	/** The right to send one call. */
	@FunctionalInterface
	interface Permit {

		/** A call that no limit counts. */
		Permit UNCOUNTED = () -> {
		};

		/**
		 * Tells that the call is really on its way: there is a connection, and the
		 * request is being written.
		 */
		void sent();

		/** Tells that the call is over, answered or not. */
		default void landed() {
		}

	}

}
