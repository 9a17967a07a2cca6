package dev.tickmark.payee;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One HTTP exchange made for a verification: the evidence, never changed afterwards.
 *
 * @param number counts the calls of a verification, from 1. A number is missing where a
 * call was about to be sent, or was, when its process died
 * @param kind what it was for
 * @param method the HTTP method
 * @param path the path below the provider's base URL
 * @param sentAt when the first byte was sent
 * @param took how long it took until the answer was read
 * @param repeat whether it asked again what may have been asked, and charged, already
 * @param answer what came back
 */
public record Call(int number, CallKind kind, String method, String path, Instant sentAt, Duration took, boolean repeat,
		Answer answer) {

	/**
	 * How often calls of one verification, in order, asked again what may have been asked
	 * already. A number that is missing is that of a call that was lost with its process:
	 * before a repeat it was one as well, but for the very first.
	 */
	public static int repeats(List<Call> calls) {
		int repeats = 0;
		int before = 1;
		for (Call call : calls) {
			repeats += call.repeat() ? call.number() - before : 0;
			before = call.number();
		}
		return repeats;
	}

	public Instant answeredAt() {
		return this.sentAt.plus(this.took);
	}

}
