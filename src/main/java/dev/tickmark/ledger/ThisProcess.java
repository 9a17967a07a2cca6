package dev.tickmark.ledger;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this process is called where others see it. */
public final class ThisProcess {

	private ThisProcess() {
	}

	/** In words: {@code tickmark process 123 on host}. */
	public static String name() {
		return "tickmark process " + ProcessHandle.current().pid() + " on " + host();
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException _) {
			return "an unnamed host";
		}
	}

}
