package dev.tickmark.provider;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import dev.tickmark.payee.Call;
import dev.tickmark.payee.Payee;

/**
 * One verification's exchange with its provider, as the journal has it.
 *
 * @param run the identity of the run
 * @param verification the verification's number
 * @param payee who is asked about
 * @param calls every call that was answered or failed, in order
 * @param inDoubt whether one more call was about to be sent when its process died, so
 * that the provider may have seen it
 * @param configuredAt since when the lane has its settings; what was sent before may have
 * been sent with other credentials
 */
public record Conversation(UUID run, long verification, Payee payee, List<Call> calls, boolean inDoubt,
		Instant configuredAt) {

	public Conversation {
		calls = List.copyOf(calls);
	}

	/** This conversation with one more call, which settles any doubt. */
	public Conversation plus(Call call) {
		List<Call> longer = new ArrayList<>(this.calls);
		longer.add(call);
		return new Conversation(this.run, this.verification, this.payee, longer, false, this.configuredAt);
	}

	public Call latest() {
		return this.calls.getLast();
	}

	/** How many of the latest calls, one after the other, are of this kind. */
	public int inARow(Predicate<Call> kind) {
		return (int) this.calls.reversed().stream().takeWhile(kind).count();
	}

	/**
	 * The idempotency key of one operation: the same for every repetition, in every
	 * process.
	 * @param generation counts the operations of this verification, from 0
	 */
	public UUID idempotencyKey(int generation) {
		String name = this.run + "/" + this.verification + "/" + generation;
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
	}

}
