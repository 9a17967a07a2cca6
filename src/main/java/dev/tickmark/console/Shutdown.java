package dev.tickmark.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a command come to its end after Ctrl-C or SIGTERM, and gives its own exit code to
 * the caller instead of the signal's.
 */
final class Shutdown {

	/** The longest call there may be, and a little for the rest. */
	private static final long LONGEST_SECONDS = 330;

	private static final CountDownLatch ENDED = new CountDownLatch(1);

	private static final AtomicInteger CODE = new AtomicInteger(ExitCode.UNFINISHED);

	private Shutdown() {
	}

	/** Does something when the process is told to end, and waits for {@link #end}. */
	static void onSignal(Runnable stop) {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			if (ENDED.getCount() == 0) {
				return;
			}
			stop.run();
			try {
				boolean ended = ENDED.await(LONGEST_SECONDS, TimeUnit.SECONDS);
				Runtime.getRuntime().halt(ended ? CODE.get() : ExitCode.UNFINISHED);
			}
			catch (InterruptedException _) {
				Runtime.getRuntime().halt(ExitCode.UNFINISHED);
			}
		}, "stop"));
	}

	/** Ends the process, or lets a shutdown that waits for us go on. */
	static void end(int code) {
		CODE.set(code);
		ENDED.countDown();
		System.exit(code);
	}

}
