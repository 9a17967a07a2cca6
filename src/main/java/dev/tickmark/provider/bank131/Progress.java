package dev.tickmark.provider.bank131;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Answer.Missing;
import dev.tickmark.payee.Answer.Received;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;

/**
 * How far a conversation has come.
 *
 * @param id the check to read; null when the question is to be sent: not asked yet, its
 * answer lost, or its check dead
 * @param earlier whether that check is one that Bank 131 had already
 * @param sent whether the question may have reached Bank 131 before, without an answer
 * that reached us: a check that it has already is then our own
 * @param followed the checks that were named since the question was sent
 * @param lost how often Bank 131 did not know that check any more
 * @param unreadable how many of the latest answers, one after the other, could not be
 * read
 * @param pendingSince when Bank 131 said for the first time that it is working on that
 * check
 */
record Progress(@Nullable String id, boolean earlier, boolean sent, Set<String> followed, int lost, int unreadable,
		@Nullable Instant pendingSince) {

	/** A check that was made a moment ago may not be there to be read yet. */
	private static final int GRACE_READS = 2;

	private static final Progress START = new Progress(null, false, false, Set.of(), 0, 0, null);

	static Progress of(List<Call> calls) {
		Progress progress = START;
		int latest = 0;
		for (Call call : calls) {
			// a call that was lost with its process has left its number out
			if (call.kind() == CallKind.SUBMIT && call.number() > latest + 1) {
				progress = progress.maybeSent();
			}
			progress = progress.after(call);
			latest = call.number();
		}
		return progress;
	}

	private Progress after(Call call) {
		if (call.kind() == CallKind.STATUS && call.answer() instanceof Received received && received.status() == 404) {
			return unknown();
		}
		if (!(call.answer() instanceof Received received) || received.status() != 200) {
			boolean maybe = this.sent || (call.kind() == CallKind.SUBMIT && isUncertain(call.answer()));
			return new Progress(this.id, this.earlier, maybe, this.followed, this.lost, 0, this.pendingSince);
		}
		Said said = Said.of(received);
		return (call.kind() == CallKind.SUBMIT) ? submitted(said, call) : read(said, call);
	}

	private Progress submitted(Said said, Call call) {
		String named = said.id();
		return switch (said.word()) {
			case PENDING, CONFIRMED -> (named != null) ? on(named, false, call.answeredAt()) : unread();
			case ALREADY_EXISTS -> (named != null) ? on(named, true, null) : START;
			case UNREADABLE -> unread().maybeSent();
			case PASSPORT_NOT_CONFIRMED, INN_NOT_CONFIRMED, NOT_FOUND, BAD_SIGNATURE, UNKNOWN_PROJECT, UNKNOWN,
					CONTRADICTION ->
				START;
		};
	}

	private Progress read(Said said, Call call) {
		String named = said.id();
		return switch (said.word()) {
			case PENDING -> {
				Instant since = (this.pendingSince != null) ? this.pendingSince : call.answeredAt();
				yield new Progress(this.id, this.earlier, this.sent, this.followed, 0, 0, since);
			}
			case ALREADY_EXISTS -> leads(said) ? on(Objects.requireNonNull(named), true, null) : readable();
			// Dead: it stays as badly signed as it is
			case BAD_SIGNATURE -> START;
			case NOT_FOUND -> unknown();
			case UNREADABLE -> unread();
			case CONFIRMED, PASSPORT_NOT_CONFIRMED, INN_NOT_CONFIRMED, UNKNOWN_PROJECT, UNKNOWN, CONTRADICTION ->
				readable();
		};
	}

	/** Whether it names another check than those that led here. */
	boolean leads(Said said) {
		return said.id() != null && !this.followed.contains(said.id());
	}

	private static boolean isUncertain(Answer answer) {
		return switch (answer) {
			case Missing missing -> missing.sent();
			case Received received -> received.status() >= 500;
		};
	}

	private Progress maybeSent() {
		return new Progress(this.id, this.earlier, true, this.followed, this.lost, this.unreadable, this.pendingSince);
	}

	private Progress on(String check, boolean isEarlier, @Nullable Instant since) {
		Set<String> all = new HashSet<>(this.followed);
		all.add(check);
		return new Progress(check, isEarlier, this.sent, Set.copyOf(all), 0, 0, since);
	}

	/** Bank 131 does not know the check: perhaps not yet, and then not any more. */
	private Progress unknown() {
		return (this.lost >= GRACE_READS) ? START
				: new Progress(this.id, this.earlier, this.sent, this.followed, this.lost + 1, 0, this.pendingSince);
	}

	private Progress readable() {
		return new Progress(this.id, this.earlier, this.sent, this.followed, 0, 0, this.pendingSince);
	}

	private Progress unread() {
		return new Progress(this.id, this.earlier, this.sent, this.followed, this.lost, this.unreadable + 1,
				this.pendingSince);
	}

}
