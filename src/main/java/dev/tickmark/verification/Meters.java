package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.Change;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.Definitions;

/**
 * Counts what happens, for whoever watches the process; src/docs/watching.md lists it
 * all. No label has anything of a payee, and each has few values. Where nobody watches,
 * as in a command, it counts nothing.
 */
@Component
class Meters implements MeterBinder {

	private static final String PROVIDER = "provider";

	private static final List<String> WORDS = List.of("complete", "open", "stopped", "failed", "refused");

	private static final String DURATION = "tickmark.run.duration";

	private final MeterRegistry registry;

	Meters(ObjectProvider<MeterRegistry> registry) {
		this.registry = registry.getIfAvailable(CompositeMeterRegistry::new);
	}

	/**
	 * What is counted for the first time begins at 0, and not at 1: whoever asks for an
	 * increase would not see the first failure.
	 */
	@Override
	public void bindTo(MeterRegistry watched) {
		Definitions definitions = Definitions.here();
		for (String job : definitions.names()) {
			try {
				definitions.find(job).requirePayees();
				WORDS.forEach((result) -> watched.timer(DURATION, "job", job, "result", result));
			}
			// nothing runs by it
			catch (BadDefinition _) {
				continue;
			}
		}
	}

	/** An attempt is over. */
	void attempted(ProviderName provider, Change change) {
		this.registry
			.counter("tickmark.verifications", PROVIDER, provider.value(), "verdict", change.finding().verdict().name(),
					"final", String.valueOf(change.finding().verdict().isFinal()))
			.increment();
	}

	/** A call was answered, or was not. */
	void called(ProviderName provider, Call call) {
		this.registry
			.timer("tickmark.calls", PROVIDER, provider.value(), "kind", call.kind().name().toLowerCase(Locale.ROOT),
					"answer", answer(call.answer()))
			.record(call.took());
	}

	private static String answer(Answer answer) {
		return switch (answer) {
			case Answer.Received received -> (received.status() / 100) + "xx";
			case Answer.Missing _ -> "none";
		};
	}

	/** A call has waited for its turn, however that ended. */
	void waited(ProviderName provider, Duration time) {
		this.registry.timer("tickmark.permit.wait", PROVIDER, provider.value()).record(time);
	}

	/** A provider asked its lane to wait. */
	void paused(ProviderName provider) {
		this.registry.counter("tickmark.lane.pauses", PROVIDER, provider.value()).increment();
	}

	/**
	 * A run's turn is over.
	 * @param job the name of its job definition
	 * @param deadline by when it had to be; null when nothing was said
	 */
	void ended(String job, VerifyResult result, Instant began, @Nullable Instant deadline) {
		Duration took = Duration.between(began, Instant.now());
		this.registry.timer(DURATION, "job", job, "result", word(result)).record(took);
		if (deadline != null) {
			double given = Math.max(1, Duration.between(began, deadline).toMillis());
			this.registry.summary("tickmark.run.deadline.used", "job", job).record(took.toMillis() / given);
		}
	}

	private static String word(VerifyResult result) {
		return switch (result) {
			case VerifyResult.Finished finished -> (finished.figures().open() == 0) ? "complete" : "open";
			case VerifyResult.AlreadyComplete _ -> "complete";
			case VerifyResult.Stopped _ -> "stopped";
			case VerifyResult.Failed _ -> "failed";
			case VerifyResult.Refused _ -> "refused";
			case VerifyResult.Busy _ -> "busy";
		};
	}

}
