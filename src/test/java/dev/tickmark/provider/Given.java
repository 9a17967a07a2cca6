package dev.tickmark.provider;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;

/** Made-up providers, their lanes and what is sent through them. */
final class Given {

	/** The credentials of {@link Tokens}. */
	static final String SECRET = "Bearer s3cr3t-t0ken";

	private static final Duration GUARD = Duration.ofMillis(10);

	private Given() {
	}

	/** A provider that covers payees with an IBAN and also needs their name. */
	static Provider provider(String name, int rank, Column... question) {
		return new MadeUp(new ProviderName(name), rank, Set.of(question), new Tokens());
	}

	static Payee payee(Object... columnsAndValues) {
		Map<Column, String> values = new EnumMap<>(Column.class);
		for (int i = 0; i < columnsAndValues.length; i += 2) {
			values.put((Column) columnsAndValues[i], (String) columnsAndValues[i + 1]);
		}
		return new Payee(values);
	}

	static Lane lane(String baseUrl) {
		return lane(baseUrl, Duration.ofSeconds(20), new Tokens());
	}

	static Lane lane(String baseUrl, Duration timeout, Tokens tokens) {
		return new Lane(
				provider("alpha", 1), new LaneSettings(URI.create(baseUrl),
						List.of(new Limit(1000, Duration.ofSeconds(1))), GUARD, Set.of(), timeout, 50, null),
				Map.of(), tokens);
	}

	/** A lane with a limit, that nothing is sent through. */
	static Lane lane(int calls, Duration per) {
		return new Lane(provider("alpha", 1), new LaneSettings(URI.create("http://localhost:9"),
				List.of(new Limit(calls, per)), GUARD, Set.of(), Duration.ofSeconds(1), 50, null), Map.of(),
				new Tokens());
	}

	/** A lane that counts some things alone, two of them an hour. */
	static Lane counting(LaneSettings.Counted... what) {
		return new Lane(provider("alpha", 1), new LaneSettings(URI.create("http://localhost:9"),
				List.of(new Limit(2, Duration.ofHours(1))), GUARD, Set.of(what), Duration.ofSeconds(1), 50, null),
				Map.of(), new Tokens());
	}

	static Request get(String path) {
		return new Request(CallKind.STATUS, "GET", path, Map.of("X-Trace", "t-1"), null, true);
	}

	static Request post(String path) {
		return new Request(CallKind.SUBMIT, "POST", path, Map.of(), "{\"name\":\"Zoë\"}", false);
	}

	static Outcome.LaneFault fault(String reason) {
		return new Outcome.LaneFault(Finding.of(Verdict.PROVIDER_ERROR, reason));
	}

	/** Grants always, and remembers what was refused. */
	static final class Tokens implements Authenticator {

		final List<Request> refused = new CopyOnWriteArrayList<>();

		@Override
		public Authorization authorize(Request request) {
			return new Authorization.Granted(request.with(Map.of("Authorization", SECRET)));
		}

		@Override
		public boolean needsToken() {
			return true;
		}

		@Override
		public void refused(Request sent) {
			this.refused.add(sent);
		}

	}

	private record MadeUp(ProviderName name, int rank, Set<Column> columns, Tokens tokens) implements Provider {

		@Override
		public boolean fits(Payee payee) {
			return payee.has(Column.IBAN);
		}

		@Override
		public String covers() {
			return "an iban for " + this.name;
		}

		@Override
		public @Nullable Problem lacks(Payee payee) {
			return payee.has(Column.NAME) ? null : new Problem("name", "A name is needed.");
		}

		@Override
		public Payee question(Payee payee) {
			return payee.only(this.columns);
		}

		@Override
		public Request next(Conversation conversation) {
			return post("/");
		}

		@Override
		public Request readBack(Conversation conversation, String reference) {
			return post("/" + reference);
		}

		@Override
		public Reading read(Conversation conversation) {
			return new Reading.Further("never");
		}

		@Override
		public Authenticator authenticator(ProviderConfiguration configuration) {
			return this.tokens;
		}

	}

}
