package dev.tickmark.sandbox;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be switched in Bank 131 alone.
 *
 * @param signatureCheck when a wrong signature is told
 * @param duplicateCheck when it is told that the same data were submitted before
 * @param readBack how a result may be read
 * @param numericIds whether an id is written as a number, as the documentation types it,
 * and not as text, as all its samples have it
 * @param brokenSamples whether the bodies whose samples are no valid JSON are as broken
 * as these
 */
record Bank131Switches(@DefaultValue("later") Told signatureCheck, @DefaultValue("at-once") Told duplicateCheck,
		@DefaultValue("get") ReadBack readBack, @DefaultValue("false") boolean numericIds,
		@DefaultValue("false") boolean brokenSamples) {

	/** When a fault is told. */
	enum Told {

		/** As the answer to the submission. */
		AT_ONCE,
		/** As its result. */
		LATER

	}

	/** How a result may be read; older pages say POST of the live system. */
	enum ReadBack {

		GET, POST, BOTH;

		boolean allows(String method) {
			return switch (this) {
				case GET -> method.equals("GET");
				case POST -> method.equals("POST");
				case BOTH -> method.equals("GET") || method.equals("POST");
			};
		}

		/** The methods as an Allow header lists them. */
		String allowed() {
			return (this == BOTH) ? "GET, POST" : name();
		}

	}

}
