package dev.tickmark.console;

import java.io.Console;
import java.io.PrintWriter;

/**
 * Where a person, or a log, reads what happens.
 *
 * @param out where it is written
 * @param terminal whether lines may be drawn again and again
 */
record Screen(PrintWriter out, boolean terminal) {

	static Screen of(PrintWriter out) {
		Console console = System.console();
		return new Screen(out, console != null && console.isTerminal());
	}

	void say(String line) {
		this.out.println(line);
		this.out.flush();
	}

}
