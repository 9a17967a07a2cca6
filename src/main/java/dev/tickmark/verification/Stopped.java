package dev.tickmark.verification;

/** Ends a step that was told to stop in the middle; what it had begun is undone. */
public final class Stopped extends RuntimeException {

	private static final long serialVersionUID = 1;

}
