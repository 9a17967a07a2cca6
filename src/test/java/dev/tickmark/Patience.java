package dev.tickmark;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long a test waits for what has to come. It only ends a test that hangs: whether
 * something is fast is for the benchmarks, and a machine may have other work.
 */
public final class Patience implements BeforeAllCallback {

	/** Longer than anything here takes, on the slowest machine. */
	public static final Duration LONGEST = Duration.ofMinutes(3);

	@Override
	public void beforeAll(ExtensionContext context) {
		Awaitility.setDefaultTimeout(LONGEST);
	}

}
