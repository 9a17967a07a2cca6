package dev.tickmark.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.tickmark.ledger.QuestionStory;
import dev.tickmark.ledger.Run;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verification;
import dev.tickmark.provider.Conversation;
import dev.tickmark.provider.Provider;

/** Reads the calls of the journal once more, as they were read when they were made. */
@Component
class Rereading {

	private final Map<ProviderName, Provider> providers = new LinkedHashMap<>();

	Rereading(List<Provider> providers) {
		providers.forEach((provider) -> this.providers.put(provider.name(), provider));
	}

	List<Explained.ReadCall> of(Run run, QuestionStory question) {
		Verification verification = question.verification();
		Provider provider = this.providers.get(verification.provider());
		List<Explained.ReadCall> read = new ArrayList<>();
		for (int i = 0; i < verification.calls().size(); i++) {
			Call call = verification.calls().get(i);
			Conversation until = new Conversation(run.identity(), verification.id(), verification.payee(),
					verification.calls().subList(0, i + 1), false, configuredAt(question.passes(), call));
			read.add(new Explained.ReadCall(call, (provider != null) ? provider.read(until) : null));
		}
		return read;
	}

	/**
	 * Since when the lane had its settings: since its pass began, as far as the ledger
	 * knows. It makes a difference to calls between, and to no verdict.
	 */
	private static Instant configuredAt(List<Instant> passes, Call call) {
		return passes.reversed()
			.stream()
			.filter((began) -> !began.isAfter(call.sentAt()))
			.findFirst()
			.orElse(Instant.EPOCH);
	}

}
