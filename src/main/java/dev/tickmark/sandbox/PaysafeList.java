package dev.tickmark.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The list of a customer's sessions. The newest comes first, pages are counted from zero
 * and the number of records is that of the page: all three are assumptions.
 *
 * @see <a href=
 * "https://docs.paysafe.com/api/embedded-wallets/business/1.0.0/wallet/get-instrument-verifications">Paysafe:
 * get instrument verifications</a>
 */
final class PaysafeList {

	private static final Set<String> STATUSES = Set.of("ACTIVE", "AWAITING_USER_INPUT", "ONGOING_VERIFICATION",
			"COMPLETED", "FAILED");

	private static final int MOST = 50;

	private static final int USUAL = 10;

	private static final int LONGEST_NUMBER = 9;

	private final Map<String, String> faults = new TreeMap<>();

	private final int limit;

	private final int offset;

	private final @Nullable String status;

	PaysafeList(Map<String, String> query) {
		this.limit = number(query, "limit", USUAL, 1, MOST);
		this.offset = number(query, "offset", 0, 0, Integer.MAX_VALUE);
		this.status = query.get("sessionStatus");
		if (this.status != null && !STATUSES.contains(this.status)) {
			this.faults.put("sessionStatus", "must be one of the documented statuses");
		}
	}

	Reply reply(List<PaysafeSession> sessions, long now, String origin) {
		if (!this.faults.isEmpty()) {
			return PaysafeErrors.fields(this.faults);
		}
		ObjectNode body = Json.object();
		ArrayNode page = body.putArray("instrumentVerifications");
		sessions.reversed()
			.stream()
			.filter(session -> this.status == null || session.status(now).equals(this.status))
			.skip(this.offset)
			.limit(this.limit)
			.forEach(session -> page.add(session.document(now, origin)));
		body.putObject("meta")
			.put("numberOfRecords", page.size())
			.put("limit", this.limit)
			.put("offset", this.offset)
			.put("page", this.offset / this.limit);
		return Reply.json(200, body);
	}

	private int number(Map<String, String> query, String field, int usual, int least, int most) {
		String value = query.get(field);
		if (value == null) {
			return usual;
		}
		boolean digits = value.matches("\\d{1," + LONGEST_NUMBER + "}");
		int number = digits ? Integer.parseInt(value) : -1;
		if (number < least || number > most) {
			this.faults.put(field, "must be a number from " + least + " to " + most);
			return usual;
		}
		return number;
	}

}
