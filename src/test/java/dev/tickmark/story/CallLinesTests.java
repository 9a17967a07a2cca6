package dev.tickmark.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Reading;
import dev.tickmark.verification.Explained;

import static org.assertj.core.api.Assertions.assertThat;

class CallLinesTests {

	private static final MaskedText TEXT = new MaskedText(List.of(), List.of(), "");

	@Test
	void aCallTellsWhenItWasWhatCameBackAndWhatThatMeans() {
		assertThat(shown(json("{\"state\":\"PENDING\",\"account\":\"20000001\"}")))
			.contains("Call 1, SUBMIT (puts the question): POST /checks/…0001", ", HTTP 200 after 45 ms.",
					"{\"state\": \"PENDING\", \"account\": \"…0001\"}", "-> Held: PROVIDER_ERROR. About account …0001.")
			.containsPattern("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.123, HTTP");
	}

	@Test
	void theSandboxsAnswersAndRepeatsAreMarked() {
		Answer answer = new Answer.Received(200, Map.of("x-tickmark-sandbox", "true"), "{}", false);
		assertThat(shown(call(1, true, answer))).contains("after 45 ms, by the sandbox.",
				"It repeats a call that may have arrived, and may be charged again.");
	}

	@Test
	void whereNoAnswerCameItIsSaidWhetherTheCallMayHaveArrived() {
		assertThat(shown(call(1, false, new Answer.Missing(true, "no complete answer within the time-out"))))
			.contains("no answer after 45 ms: no complete answer within the time-out; the provider may have seen it.");
		assertThat(shown(call(1, false, new Answer.Missing(false, "the connection was refused"))))
			.contains("the provider never saw it.");
	}

	@Test
	void whatIsNotJsonShowsItsTypeAndItsBeginning() {
		Answer page = new Answer.Received(502, Map.of("content-type", "text/html; charset=utf-8"),
				"<html><h1>502 Bad Gateway</h1><a href=\"https://x.example/s?token=hush\">account 20000001</a>"
						+ "<p>".repeat(500_000),
				true);
		assertThat(shown(call(1, false, page)))
			.contains("HTTP 502", "not JSON but text/html; charset=utf-8, 1,500,0", "502 Bad Gateway",
					"(the body was longer than is read)")
			.doesNotContain("hush", "x.example", "20000001")
			.hasSizeLessThan(900);
		assertThat(shown(call(1, false, new Answer.Received(204, Map.of(), "", false)))).contains("(no body)");
		assertThat(shown(
				call(1, false, new Answer.Received(200, Map.of("content-type", "text/html"), "{\"a\":1}", false))))
			.contains("declared as text/html: {\"a\": 1}");
	}

	@Test
	void theSameBodyIsShownOnce() {
		List<String> lines = texts(
				CallLines.of(
						Stream
							.of(json("{\"state\":\"PENDING\"}"),
									call(2, false,
											new Answer.Received(200, Map.of(), "{\"state\":\"PENDING\"}", false)))
							.map(CallLinesTests::read)
							.toList(),
						TEXT));
		assertThat(lines).filteredOn((line) -> line.contains("PENDING\"")).hasSize(1);
		assertThat(lines).anyMatch((line) -> line.contains("The same body as that of call 1."));
	}

	private static Call json(String body) {
		return call(1, false, new Answer.Received(200, Map.of("content-type", "application/json"), body, false));
	}

	private static Call call(int number, boolean repeat, Answer answer) {
		return new Call(number, CallKind.SUBMIT, "POST", "/checks/20000001",
				Instant.parse("2026-03-01T12:00:00.123456Z"), Duration.ofMillis(45), repeat, answer);
	}

	private static Explained.ReadCall read(Call call) {
		Finding finding = Finding.of(Verdict.PROVIDER_ERROR, "About account 20000001.");
		return new Explained.ReadCall(call, new Reading.Done(new Outcome.Held(finding)));
	}

	private static String shown(Call call) {
		return String.join("\n", texts(CallLines.of(List.of(read(call)), TEXT))).replaceAll("\\s+", " ");
	}

	private static List<String> texts(List<Story.Line> lines) {
		return lines.stream().map(Story.Line::text).toList();
	}

}
