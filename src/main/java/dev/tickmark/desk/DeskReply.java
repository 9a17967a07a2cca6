package dev.tickmark.desk;

import dev.tickmark.ledger.desk.Upload;

/** What becomes of what a person asks for. */
public sealed interface DeskReply {

	/** It is done: the run waits for its turn, or is at work. */
	record Accepted(Upload upload) implements DeskReply {

	}

	/** Somebody has started the same file before; this is what became of it. */
	record Before(Upload upload) implements DeskReply {

	}

	/** A run was told so: it is stopped, or goes on. */
	record Told(long run) implements DeskReply {

	}

	/**
	 * Nothing is done.
	 *
	 * @param why a sentence or two
	 */
	record Refused(String why) implements DeskReply {

	}

}
