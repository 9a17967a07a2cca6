package dev.tickmark.provider.bank131;

import java.util.Locale;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that only Bank 131 has, below {@code tickmark.providers.bank131}.
 *
 * @param readBack {@code read-back}: the HTTP method of {@code check/{id}}, {@code get}
 * or {@code post}. The page's older version says POST for live use and GET for tests, its
 * later ones GET for both
 * @param signature {@code signature}: the name of the {@link SigningScheme}
 */
record Bank131Settings(@DefaultValue("get") String readBack, @DefaultValue(RsaScheme.NAME) String signature) {

	Bank131Settings {
		readBack = readBack.strip().toLowerCase(Locale.ROOT);
		signature = signature.strip().toLowerCase(Locale.ROOT);
		if (!readBack.equals("get") && !readBack.equals("post")) {
			throw new IllegalArgumentException("read-back: must be get or post");
		}
	}

	/** The HTTP method that reads a check. */
	String readBackMethod() {
		return this.readBack.toUpperCase(Locale.ROOT);
	}

}
