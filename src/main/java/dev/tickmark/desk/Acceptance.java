package dev.tickmark.desk;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tickmark.verification.StopSignal;

/**
 * Writes down what a person asks for, with the act, and takes it on: both, or neither. So
 * there is no act of what was not accepted, and none is missing of what was.
 */
@Component
class Acceptance {

	private final Turns turns;

	private final TransactionTemplate transaction;

	Acceptance(Turns turns, PlatformTransactionManager transactions) {
		this.turns = turns;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Does so; the work begins when it is written.
	 * @param name of what it is done to
	 * @param write writes it down
	 */
	DeskReply accept(String name, Supplier<Written> write) {
		CompletableFuture<Boolean> committed = new CompletableFuture<>();
		try {
			DeskReply reply = Objects.requireNonNull(this.transaction.execute((_) -> {
				Written written = write.get();
				Consumer<StopSignal> work = written.work();
				if (work != null) {
					take(name, (stop) -> {
						if (committed.join()) {
							work.accept(stop);
						}
					});
				}
				return written.reply();
			}));
			committed.complete(true);
			return reply;
		}
		catch (NotTaken ex) {
			return new DeskReply.Refused(String.valueOf(ex.getMessage()));
		}
		finally {
			committed.complete(false);
		}
	}

	private void take(String name, Consumer<StopSignal> work) {
		this.turns.take(name, work).ifPresent((why) -> {
			throw new NotTaken(why);
		});
	}

	/**
	 * What is written down.
	 *
	 * @param reply what is told when it is taken on
	 * @param work what is to be done; null when nothing is
	 */
	record Written(DeskReply reply, @Nullable Consumer<StopSignal> work) {

	}

	/** As many wait as may. */
	private static final class NotTaken extends RuntimeException {

		private static final long serialVersionUID = 1;

		NotTaken(String why) {
			super(why, null, false, false);
		}

	}

}
