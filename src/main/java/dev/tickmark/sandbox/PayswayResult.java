package dev.tickmark.sandbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * PaySway's verification object.
 *
 * @param question what was asked
 * @param metadata what the caller wants to have back
 */
record PayswayResult(PayswayQuestion question, @Nullable JsonNode metadata) {

	/** The object as it stands now. */
	Reply reply(String id, Submission submission, Generation generation) {
		PayswayReport report = PayswayReport.valueOf(submission.outcome());
		boolean ready = submission.isReady(System.currentTimeMillis());
		long updatedAt = ready ? submission.readyAt() : submission.createdAt();
		ObjectNode object = Json.object()
			.put("id", id)
			.put("createdDate", Instant.ofEpochMilli(submission.createdAt()).toString())
			.put("updatedDate", Instant.ofEpochMilli(updatedAt).toString())
			.put("state", ready ? report.state() : "PENDING");
		if (ready && report.hasResult()) {
			result(object.putObject("result"), report, generation);
		}
		if (ready && report.state().equals("FAILED")) {
			object.put("failureReason", report.name());
		}
		if (this.metadata != null && this.metadata.isObject()) {
			object.set("metadata", this.metadata);
		}
		return Reply.json(200, object);
	}

	private void result(ObjectNode result, PayswayReport report, Generation generation) {
		result.put("accountStatus", report.accountStatus());
		String nameMatch = report.nameMatch(generation);
		if (nameMatch != null) {
			ObjectNode name = result.putObject("accountHolderName");
			if (report.named()) {
				String asked = this.question.name();
				name.put("verifiedName", (report == PayswayReport.PARTIAL) ? Holder.similar(asked) : asked);
			}
			name.put("matchStatus", nameMatch);
		}
		if (generation == Generation.C) {
			return;
		}
		boolean differs = report == PayswayReport.TYPE_DIFFERS;
		if (differs || (!this.question.vop() && nameMatch != null)) {
			result.putObject("accountType").put("matchStatus", differs ? "NO_MATCH" : "MATCH");
		}
		String code = report.schemeCode(this.question.vop());
		if (code != null) {
			result.put("schemeResponseCode", code);
		}
	}

}
