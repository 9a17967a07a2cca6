package dev.tickmark.console;

import dev.tickmark.console.install.InUse;

/** Runs a command line as a process. */
public final class Main {

	private Main() {
	}

	public static void main(String[] args) {
		// one policy decides what is sent again, and it is not the HTTP client's
		System.setProperty("jdk.httpclient.disableRetryConnect", "true");
		System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
		InUse.tell();
		Shutdown.end(TickmarkCommand.run(args));
	}

}
