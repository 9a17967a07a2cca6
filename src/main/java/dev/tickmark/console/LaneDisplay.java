package dev.tickmark.console;

/** Shows the lanes' progress. */
interface LaneDisplay extends AutoCloseable {

	/** Shows how it stands now. */
	void show();

	/** Shows it a last time. */
	@Override
	void close();

}
