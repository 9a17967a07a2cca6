package dev.tickmark.ledger.embedded;

import java.util.ArrayList;
import java.util.List;

/** How the server is configured, on its command line: that wins over its files. */
final class Settings {

	private static final List<String> ALWAYS = List.of(
			// What was committed is on the disk: an answer once paid for is not asked for
			// again
			"fsync=on", "synchronous_commit=on", "full_page_writes=on",
			// For this machine alone, and over TCP alone: Java knows no other way
			"listen_addresses=127.0.0.1", "unix_socket_directories=",
			// A modest server
			"max_connections=100", "shared_buffers=128MB", "cluster_name=tickmark",
			// The same everywhere
			"timezone=UTC", "log_timezone=UTC",
			// The log must not show whom we pay. An error's own text quotes values
			// ("invalid
			// input syntax for ..."), its detail whole rows, its statement and parameters
			// the
			// rest. So errors go to the client alone, and what is logged (start, stop,
			// refused logins, crashes) has neither detail nor statement
			"log_min_messages=log", "log_error_verbosity=terse", "log_min_error_statement=panic", "log_statement=none",
			"log_min_duration_statement=-1", "log_parameter_max_length=0", "log_parameter_max_length_on_error=0",
			"log_lock_waits=off", "log_checkpoints=off");

	private Settings() {
	}

	/** The server's options as one line; no value has a character a shell minds. */
	static String options(int port) {
		List<String> settings = new ArrayList<>(ALWAYS);
		settings.add("port=" + port);
		return "-c " + String.join(" -c ", settings);
	}

}
