package dev.tickmark.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.Verdict;

/** A provider and its journal: every call is what the provider asked for next. */
public record Dialogue(Provider provider, Conversation conversation) {

	public static final Instant NOW = Instant.parse("2026-03-02T22:00:00Z");

	private static final UUID RUN = UUID.fromString("6ff1b0a4-42a1-4f7d-9d3c-1f0a4a6a8f10");

	public static Dialogue about(Provider provider, Payee payee) {
		return new Dialogue(provider, new Conversation(RUN, 17, payee, List.of(), false, Instant.MIN));
	}

	/** A payee of column and value pairs. */
	public static Payee payee(Object... columnsAndValues) {
		Map<Column, String> values = new HashMap<>();
		for (int i = 0; i < columnsAndValues.length; i += 2) {
			values.put((Column) columnsAndValues[i], (String) columnsAndValues[i + 1]);
		}
		return new Payee(values);
	}

	/** A sample of the provider's documentation. */
	public static String sample(String path) {
		try (InputStream file = Dialogue.class.getResourceAsStream("/provider/" + path + ".json")) {
			if (file == null) {
				throw new IllegalArgumentException("no sample " + path);
			}
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public Request next() {
		return this.provider.next(this.conversation);
	}

	/** The body of the next call, which has one. */
	public String body() {
		return Objects.requireNonNull(next().body());
	}

	/** A header of the next call, which has it. */
	public String header(String name) {
		return Objects.requireNonNull(next().headers().get(name));
	}

	/**
	 * The column at fault in a row that a provider cannot be asked about; empty if none.
	 */
	public static String lacks(Provider provider, Object... columnsAndValues) {
		Problem problem = provider.lacks(payee(columnsAndValues));
		return (problem != null) ? Objects.requireNonNullElse(problem.column(), "row") : "";
	}

	/** With the answer to the next call. */
	public Dialogue answered(int status, String body, String... headers) {
		Map<String, String> kept = new HashMap<>(Map.of("content-type", "application/json; charset=utf-8"));
		for (int i = 0; i < headers.length; i += 2) {
			kept.put(headers[i], headers[i + 1]);
		}
		return with(new Answer.Received(status, kept, body, false));
	}

	public Dialogue unanswered(boolean sent) {
		return with(new Answer.Missing(sent, "the connection was closed"));
	}

	public Dialogue with(Answer answer) {
		Request next = next();
		Instant configuredAt = this.conversation.configuredAt();
		Instant sentAt = configuredAt.isAfter(NOW) ? configuredAt : NOW;
		int latest = this.conversation.calls().isEmpty() ? 0 : this.conversation.latest().number();
		Call call = new Call(latest + (this.conversation.inDoubt() ? 2 : 1), next.kind(), next.method(), next.path(),
				sentAt, Duration.ZERO, next.repeat(), answer);
		return new Dialogue(this.provider, this.conversation.plus(call));
	}

	/** As a process finds it that died while the next call was under way. */
	public Dialogue inDoubt() {
		return new Dialogue(this.provider, new Conversation(this.conversation.run(), this.conversation.verification(),
				this.conversation.payee(), this.conversation.calls(), true, this.conversation.configuredAt()));
	}

	/** As a later process finds it, which may have other settings. */
	public Dialogue configuredAnew() {
		return configuredAnewAfter(Duration.ofSeconds(1));
	}

	/** As a process finds it that begins that long after the first call. */
	public Dialogue configuredAnewAfter(Duration time) {
		return new Dialogue(this.provider, new Conversation(this.conversation.run(), this.conversation.verification(),
				this.conversation.payee(), this.conversation.calls(), false, NOW.plus(time)));
	}

	public Reading reading() {
		return this.provider.read(this.conversation);
	}

	public Outcome outcome() {
		return switch (reading()) {
			case Reading.Done done -> done.outcome();
			case Reading.Further further -> throw new AssertionError("another call follows: " + further.why());
		};
	}

	public Finding finding() {
		return outcome().finding();
	}

	/** Whether the latest answer confirms the payee. */
	public boolean matches() {
		return reading() instanceof Reading.Done done && done.outcome().finding().verdict() == Verdict.MATCH;
	}

}
