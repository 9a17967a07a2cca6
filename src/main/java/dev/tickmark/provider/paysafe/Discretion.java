package dev.tickmark.provider.paysafe;

import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import dev.tickmark.payee.Answer.Received;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;
import dev.tickmark.provider.Conversation;
import dev.tickmark.provider.Json;
import dev.tickmark.provider.Refusal;

/**
 * Keeps what lets a person in out of messages: a refusal may quote anything, and its
 * words may be shown.
 */
final class Discretion {

	private Discretion() {
	}

	/**
	 * The conversation, its latest answer without a body that could show somebody the way
	 * in: one that quotes a link or a code of ours, or has nothing but free text. The
	 * documented refusals have a code, and that is what is shown of them.
	 */
	static Conversation in(Conversation conversation) {
		Call latest = conversation.latest();
		if (!(latest.answer() instanceof Received answer)) {
			return conversation;
		}
		boolean coded = Refusal.of(answer).code() != null;
		if (coded && secrets(conversation).noneMatch((secret) -> quotes(answer, secret))) {
			return conversation;
		}
		Received silent = new Received(answer.status(), answer.headers(), "", answer.cut());
		Call muted = new Call(latest.number(), latest.kind(), latest.method(), latest.path(), latest.sentAt(),
				latest.took(), latest.repeat(), silent);
		List<Call> earlier = conversation.calls().subList(0, conversation.calls().size() - 1);
		return new Conversation(conversation.run(), conversation.verification(), conversation.payee(), earlier,
				conversation.inDoubt(), conversation.configuredAt())
			.plus(muted);
	}

	private static Stream<String> secrets(Conversation conversation) {
		return conversation.calls()
			.stream()
			.filter((call) -> call.kind() == CallKind.SUBMIT)
			.flatMap((call) -> (call.answer() instanceof Received opened) ? Stream.of(opened) : Stream.empty())
			.filter((opened) -> opened.status() == 200)
			.map(Json::read)
			.flatMap((opened) -> Stream.of(opened.path("secureCode"), opened.path("redirectUrl")))
			.filter(JsonNode::isString)
			.map((secret) -> plain(secret.stringValue()))
			.filter((secret) -> !secret.isEmpty());
	}

	/** As it stands there, or written with other escapes. */
	private static boolean quotes(Received answer, String secret) {
		return plain(answer.body()).contains(secret) || plain(Json.read(answer).toString()).contains(secret);
	}

	private static String plain(String text) {
		return text.replaceAll("\\s", "");
	}

}
