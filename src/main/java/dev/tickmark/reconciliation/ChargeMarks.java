package dev.tickmark.reconciliation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.tickmark.ledger.Charge;
import dev.tickmark.ledger.StatementCharges.Asked;
import dev.tickmark.ledger.StatementCharges.Marks;
import dev.tickmark.ledger.StatementCharges.Unmatched;
import dev.tickmark.ledger.StatementScope;
import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Payee;
import dev.tickmark.provider.Conversation;
import dev.tickmark.provider.Lanes;
import dev.tickmark.provider.Provider;
import dev.tickmark.provider.Reading;

/**
 * By what a provider may know a call on its statement: all of it follows from the
 * journal, as the call itself did.
 */
@Component
class ChargeMarks {

	private final Lanes lanes;

	ChargeMarks(Lanes lanes) {
		this.lanes = lanes;
	}

	/**
	 * The charges of a verification that was asked more than once. Questions that the
	 * provider knows for the same, by its reference or by our idempotency key, are one
	 * charge; so is one whose answer never came, together with the next.
	 */
	List<Charge> charges(Asked asked, StatementScope scope) {
		Map<String, Charge> charges = new LinkedHashMap<>();
		List<Charge> others = new ArrayList<>();
		List<Call> calls = asked.verification().calls();
		for (int i = 0; i < calls.size(); i++) {
			Call call = calls.get(i);
			if (!scope.kinds().contains(call.kind()) || !Charge.isPossible(call.answer())
					|| (charges.isEmpty() && isRepetition(call.answer(), scope))) {
				continue;
			}
			if (!Charge.isRepeatable(call.kind())) {
				others.add(charge(asked, call, asked.reference(), null, asked.verdict()));
				continue;
			}
			String reference = reference(asked, i);
			String requestId = requestId(asked, i);
			String same = (requestId != null) ? requestId : String.valueOf(reference);
			charges.merge(call.kind() + same, charge(asked, call, reference, requestId, verdict(asked, i)),
					ChargeMarks::together);
		}
		others.addAll(named(List.copyOf(charges.values()), asked));
		return others;
	}

	/** The verification's own reference belongs to its last certain question. */
	private static List<Charge> named(List<Charge> charges, Asked asked) {
		boolean known = charges.stream().anyMatch((charge) -> Objects.equals(charge.reference(), asked.reference()));
		if (known || asked.reference() == null || charges.isEmpty()) {
			return charges;
		}
		List<Charge> named = new ArrayList<>(charges);
		Charge last = named.removeLast();
		named.add(new Charge(last.verification(), last.run(), last.call(), last.kind(), last.sentAt(), last.certain(),
				asked.reference(), last.requestId(), last.verdict()));
		return named;
	}

	/** Two questions that are one charge: the one that was answered tells more. */
	private static Charge together(Charge first, Charge second) {
		Charge better = (second.certain() && !first.certain()) ? second : first;
		return new Charge(better.verification(), better.run(), better.call(), better.kind(), better.sentAt(),
				better.certain(), (better.reference() != null) ? better.reference() : first.reference(),
				better.requestId(), better.verdict());
	}

	/** What else a statement may know a charge by. */
	Marks of(Unmatched unmatched) {
		Asked asked = unmatched.asked();
		List<Call> calls = asked.verification().calls();
		String requestId = null;
		for (int i = 0; i < calls.size(); i++) {
			if (calls.get(i).number() == unmatched.call()) {
				requestId = requestId(asked, i);
			}
		}
		Payee question = provider(asked).question(asked.payee());
		return new Marks(unmatched.charge(), requestId, account(question), question.fullName());
	}

	/**
	 * An answer that was there before we asked; after a question of ours, it may be its
	 * own.
	 */
	private static boolean isRepetition(Answer answer, StatementScope scope) {
		String word = scope.repetitionWord();
		return word != null && answer instanceof Answer.Received received && received.body().contains(word);
	}

	private static Charge charge(Asked asked, Call call, @Nullable String reference, @Nullable String requestId,
			@Nullable String verdict) {
		return new Charge(asked.verification().id(), asked.run(), call.number(), call.kind(), call.sentAt(),
				Charge.isCertain(call.answer()), reference, requestId, verdict);
	}

	/** The reference that the provider gave in the answer to one call. */
	private @Nullable String reference(Asked asked, int index) {
		if (!Charge.isCertain(asked.verification().calls().get(index).answer())) {
			return null;
		}
		return switch (provider(asked).read(until(asked, index + 1))) {
			case Reading.Done done -> done.outcome().finding().providerReference();
			case Reading.Further _ -> null;
		};
	}

	/**
	 * What one question came to by itself: an operation that failed for good, after which
	 * another was begun, has its own end.
	 */
	private @Nullable String verdict(Asked asked, int index) {
		if (Charge.isCertain(asked.verification().calls().get(index).answer())
				&& provider(asked).read(until(asked, index + 1)) instanceof Reading.Done done
				&& done.outcome() instanceof Outcome.Retryable failed && failed.exhausted().verdict().isFinal()) {
			return failed.exhausted().verdict().name();
		}
		return asked.verdict();
	}

	/**
	 * What we called a request: the provider makes the same request of the same journal.
	 */
	private @Nullable String requestId(Asked asked, int index) {
		Provider provider = provider(asked);
		String header = provider.requestIdHeader();
		if (header == null || !Charge.isRepeatable(asked.verification().calls().get(index).kind())) {
			return null;
		}
		return provider.next(until(asked, index)).headers().get(header);
	}

	private static Conversation until(Asked asked, int calls) {
		return new Conversation(asked.identity(), asked.verification().id(), asked.payee(),
				asked.verification().calls().subList(0, calls), false, Instant.EPOCH);
	}

	/** The account as it was asked about, letters and digits only. */
	private static @Nullable String account(Payee question) {
		String sortCode = question.get(Column.SORT_CODE);
		String british = (sortCode != null && question.has(Column.ACCOUNT_NUMBER))
				? sortCode + question.require(Column.ACCOUNT_NUMBER) : null;
		return Stream
			.of(british, question.get(Column.IBAN), question.get(Column.PASSPORT_NUMBER), question.get(Column.PHONE),
					question.get(Column.CUSTOMER_ID))
			.filter(Objects::nonNull)
			.map((account) -> account.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT))
			.findFirst()
			.orElse(null);
	}

	private Provider provider(Asked asked) {
		return this.lanes.provider(asked.verification().provider());
	}

}
