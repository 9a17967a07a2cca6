package dev.tickmark.provider.banfico;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Answer.Missing;
import dev.tickmark.payee.Answer.Received;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;
import dev.tickmark.provider.Conversation;
import dev.tickmark.provider.Json;

/**
 * How far a conversation has come.
 *
 * @param id the verification's id, once Banfico has named it
 * @param repeat whether the question may have reached Banfico already without our knowing
 * its id
 * @param trace the identity of the next call, for looking it up with Banfico
 */
record Progress(@Nullable String id, boolean repeat, UUID trace) {

	static Progress of(Conversation conversation) {
		String id = null;
		boolean repeat = conversation.inDoubt();
		for (Call call : conversation.calls()) {
			if (call.kind() == CallKind.SUBMIT) {
				id = named(call.answer());
				repeat |= call.repeat() || isUncertain(call.answer(), id);
			}
		}
		return new Progress(id, id == null && repeat, trace(conversation));
	}

	/** The id in an answer of success; null for none. */
	static @Nullable String named(Answer answer) {
		boolean success = answer instanceof Received received && isSuccess(received);
		return success ? Json.id(Json.read((Received) answer).path("data").path("result").path("id")) : null;
	}

	/**
	 * Whether the question may have been answered and charged though we know no id. A 500
	 * or a 408 is Banfico's own word that there is no result; a gateway's 502 or 504 is
	 * nobody's.
	 */
	private static boolean isUncertain(Answer answer, @Nullable String id) {
		return switch (answer) {
			case Missing missing -> missing.sent();
			case Received received ->
				received.status() == 502 || received.status() == 504 || (isSuccess(received) && id == null);
		};
	}

	private static boolean isSuccess(Received received) {
		return received.status() >= 200 && received.status() < 300;
	}

	/** In the form of a version 4 UUID, as the page demands, but the same every time. */
	private static UUID trace(Conversation conversation) {
		String name = conversation.run() + "/" + conversation.verification() + "/" + (conversation.calls().size() + 1);
		ByteBuffer hash = ByteBuffer.wrap(sha256(name));
		long high = (hash.getLong() & 0xffffffffffff0fffL) | 0x4000L;
		long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
		return new UUID(high, low);
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}
