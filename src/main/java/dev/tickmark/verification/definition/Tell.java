package dev.tickmark.verification.definition;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Who is told what a job does by itself.
 *
 * @param mail addresses
 * @param webhook where a program is told; null when none is
 * @param when on which occasions
 */
public record Tell(List<String> mail, @Nullable URI webhook, When when) {

	public Tell {
		mail = List.copyOf(mail);
	}

	/** On which occasions somebody is told; each includes those after it. */
	public enum When {

		/** Whenever a file is done. */
		ALWAYS,

		/** When rows are still open. */
		OPEN,

		/** When something did not go as it should. */
		FAILED;

		/** Whether one who wants to be told then is told of this. */
		public boolean includes(When occasion) {
			return compareTo(occasion) <= 0;
		}

	}

}
