package dev.tickmark.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;

/**
 * A call as a file holds it.
 *
 * @param verification the number of the verification it was made for
 * @param status the HTTP status; null when nothing came back
 * @param maybeSent whether the provider may have seen a request that nothing came back of
 * @param problem what happened then; null when there is an answer
 */
record CallOnFile(long verification, int number, CallKind kind, String method, String path, Instant sentAt,
		Duration took, boolean repeat, @Nullable Integer status, @Nullable Map<String, String> headers,
		@Nullable String body, boolean cut, boolean maybeSent, @Nullable String problem) {

	CallOnFile(long verification, Call call) {
		this(verification, call, (call.answer() instanceof Answer.Received received) ? received : null,
				(call.answer() instanceof Answer.Missing missing) ? missing : null);
	}

	private CallOnFile(long verification, Call call, Answer.@Nullable Received received,
			Answer.@Nullable Missing missing) {
		this(verification, call.number(), call.kind(), call.method(), call.path(), call.sentAt(), call.took(),
				call.repeat(), (received != null) ? received.status() : null,
				(received != null) ? received.headers() : null, (received != null) ? received.body() : null,
				received != null && received.cut(), missing != null && missing.sent(),
				(missing != null) ? missing.problem() : null);
	}

	Call call() {
		return new Call(this.number, this.kind, this.method, this.path, this.sentAt, this.took, this.repeat, answer());
	}

	private Answer answer() {
		if (this.status == null) {
			return new Answer.Missing(this.maybeSent, Objects.requireNonNull(this.problem));
		}
		return new Answer.Received(this.status, Objects.requireNonNull(this.headers), Objects.requireNonNull(this.body),
				this.cut);
	}

	/** Without the answer: it names the payee. */
	@Override
	public String toString() {
		return "CallOnFile[verification=" + this.verification + ", number=" + this.number + "]";
	}

}
