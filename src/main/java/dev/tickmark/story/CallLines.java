package dev.tickmark.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;
import dev.tickmark.verification.Explained;

/** One call with its answer, as lines of text. */
final class CallLines {

	/** So much of a body that is not JSON is shown. */
	private static final int LONGEST_TEXT = 200;

	private CallLines() {
	}

	/** One line after the other, for every call. */
	static List<Story.Line> of(List<Explained.ReadCall> calls, MaskedText text) {
		Map<String, Integer> bodies = new HashMap<>();
		List<Story.Line> lines = new ArrayList<>();
		int next = 1;
		for (Explained.ReadCall read : calls) {
			for (; next < read.call().number(); next++) {
				lines.add(Story.Line.of("Call " + next + " was lost with the process that sent it, or was about to:"
						+ " no answer reached the ledger, and the provider may have seen it."));
			}
			lines.addAll(of(read, text, bodies));
			next++;
		}
		return lines;
	}

	private static List<Story.Line> of(Explained.ReadCall read, MaskedText text, Map<String, Integer> bodies) {
		Call call = read.call();
		List<Story.Line> lines = new ArrayList<>();
		lines.add(Story.Line.of("Call " + call.number() + ", " + kind(call.kind()) + ": " + call.method() + " "
				+ MaskedPath.of(call.path(), text)));
		String repeat = call.repeat() ? " It repeats a call that may have arrived, and may be charged again." : "";
		switch (call.answer()) {
			case Answer.Missing missing -> lines.add(Story.Line.detail(sent(call) + "no answer after "
					+ took(call.took()) + ": " + text.of(missing.problem(), LONGEST_TEXT)
					+ (missing.sent() ? "; the provider may have seen it." : "; the provider never saw it.") + repeat));
			case Answer.Received received -> {
				@Nullable Integer said = bodies.putIfAbsent(received.body(), call.number());
				String simulated = received.isSandboxs() ? ", by the sandbox." : ".";
				lines.add(Story.Line.detail(
						sent(call) + "HTTP " + received.status() + " after " + took(call.took()) + simulated + repeat));
				lines.add(Story.Line
					.detail((said != null) ? "The same body as that of call " + said + "." : body(received, text)));
			}
		}
		lines.add(Story.Line.detail("-> " + text.of(read.meaning())));
		return lines;
	}

	private static String sent(Call call) {
		return Moments.milliseconds(call.sentAt()) + ", ";
	}

	private static String kind(CallKind kind) {
		return switch (kind) {
			case SUBMIT -> "SUBMIT (puts the question)";
			case STATUS -> "STATUS (reads what became of it)";
			case SESSION -> "SESSION (opens a session)";
			case LIST -> "LIST (looks at what is there)";
		};
	}

	private static String took(Duration took) {
		return (took.compareTo(Duration.ofSeconds(10)) < 0) ? took.toMillis() + " ms" : Durations.text(took);
	}

	private static String body(Answer.Received received, MaskedText text) {
		String body = received.body().strip();
		if (body.isEmpty()) {
			return "(no body)";
		}
		String type = received.header("content-type");
		String cut = received.cut() ? " (the body was longer than is read)" : "";
		if (body.startsWith("{") || body.startsWith("[")) {
			return ((type == null || type.contains("json")) ? "" : "declared as " + text.of(type, 60) + ": ")
					+ MaskedJson.of(body, text) + cut;
		}
		return String.format(Locale.ROOT, "not JSON but %s, %,d characters: %s%s",
				(type != null) ? text.of(type, 60) : "of no declared type", body.length(), text.of(body, LONGEST_TEXT),
				cut);
	}

}
