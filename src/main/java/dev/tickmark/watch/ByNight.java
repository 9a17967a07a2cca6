package dev.tickmark.watch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.Nightly;

/** The jobs whose unfinished runs a night continues. */
final class ByNight {

	private ByNight() {
	}

	/** How old these runs may be, by job. */
	static Map<String, Duration> ages(Definitions definitions) {
		Map<String, Duration> ages = new HashMap<>();
		for (String name : definitions.names()) {
			try {
				Nightly nightly = definitions.find(name).nightly();
				if (nightly != null) {
					ages.put(name, nightly.recheckEarlier());
				}
			}
			// whoever starts serve is told of it
			catch (BadDefinition _) {
				continue;
			}
		}
		return ages;
	}

}
