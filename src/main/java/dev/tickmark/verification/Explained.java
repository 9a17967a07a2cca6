package dev.tickmark.verification;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.QuestionStory;
import dev.tickmark.ledger.RowStory;
import dev.tickmark.ledger.Run;
import dev.tickmark.payee.AcceptedMatch;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.Clearance;
import dev.tickmark.provider.Reading;

/** What there is to say about one line of a run's file. */
public sealed interface Explained {

	/**
	 * There is no such row, or nobody could say which one is meant.
	 *
	 * @param why one sentence
	 */
	record NoRow(String why) implements Explained {

	}

	/** Nobody was ever asked about the row. */
	record Rejected(Run run, RowStory row) implements Explained {

	}

	/**
	 * The row was given to a provider.
	 *
	 * @param question what was asked; never null within the row
	 * @param routing the rule that chose the provider
	 * @param calls every call with what it amounts to, in order
	 * @param agreement whether the ledger's verdict follows from the calls
	 * @param first how it went with the provider that was asked before and was unable to
	 * check the row; null when none was
	 * @param payment whether the row is paid
	 */
	record Asked(Run run, RowStory row, QuestionStory question, String routing, List<ReadCall> calls,
			Agreement agreement, @Nullable First first, Payment payment) implements Explained {

	}

	/**
	 * Whether a row is paid.
	 *
	 * @param payable whether it is in the payable half
	 * @param accepted that a person has accepted its close match; null when nobody has
	 * @param clearance whether that half may be handed out
	 */
	record Payment(boolean payable, @Nullable AcceptedMatch accepted, Clearance clearance) {

	}

	/**
	 * The row was given to another provider before.
	 *
	 * @param question what was asked
	 * @param routing the rule that chose the provider
	 * @param calls every call with what it amounts to, in order
	 * @param agreement whether the ledger's verdict follows from the calls
	 */
	record First(QuestionStory question, String routing, List<ReadCall> calls, Agreement agreement) {

	}

	/**
	 * A call, read anew.
	 *
	 * @param reading what it amounts to; null when this version does not know the
	 * provider
	 */
	record ReadCall(Call call, @Nullable Reading reading) {

		/** What it amounts to, as the type of outcome and a sentence. */
		public String meaning() {
			return Comparison.read(this.reading);
		}

	}

	/**
	 * How the ledger's verdict and the calls fit together.
	 *
	 * @param text one or two sentences
	 */
	record Agreement(Kind kind, String text) {

		/** How they fit. */
		public enum Kind {

			/** The verdict follows from the calls. */
			FOLLOWS,
			/** There is nothing yet that could follow, or it rests on no call. */
			OPEN,
			/** The calls, read today, say something else than the ledger. */
			DIFFERS

		}

	}

}
