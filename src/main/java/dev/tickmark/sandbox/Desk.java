package dev.tickmark.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.node.ObjectNode;

/** Where every request of one simulated provider arrives: counts, limits, delays. */
final class Desk {

	private static final String RECORD = "/sandbox/record";

	private static final String RESET = "/sandbox/reset";

	private static final String STATEMENT = "/statement";

	private final Plan plan;

	private final Simulation simulation;

	private final Behaviour behaviour;

	private final Stage stage;

	private final Meter meter;

	private final Faults faults;

	private final Spoiler spoiler;

	Desk(Plan plan, Simulation simulation, Stage stage) {
		this.plan = plan;
		this.simulation = simulation;
		this.behaviour = stage.behaviour();
		this.stage = stage;
		this.meter = stage.meter();
		this.faults = new Faults(this.behaviour.faults());
		this.spoiler = new Spoiler(simulation, this.faults);
	}

	/**
	 * Answers a request.
	 * @param arrived when it did, by {@link System#nanoTime}
	 */
	Reply answer(Inquiry inquiry, long arrived) {
		if (isOwn(inquiry)) {
			return own(inquiry);
		}
		Reply reply = inquiry.path().equals(Simulation.TOKEN_PATH)
				? this.spoiler.answer(inquiry, Calls.TOKENS, this.simulation::token) : call(inquiry, arrived);
		return counted(reply, inquiry);
	}

	/** Answers with the provider's error for this status. */
	Reply refuse(Inquiry inquiry, int status) {
		return counted(this.simulation.error(status), inquiry);
	}

	/** How long the answer to this request takes. */
	Duration delay(Inquiry inquiry) {
		return isOwn(inquiry) ? Duration.ZERO : this.behaviour.latencyOf(inquiry.hash());
	}

	private Reply call(Inquiry inquiry, long arrived) {
		long wait = this.meter.admit(arrived);
		if (wait > 0) {
			return this.simulation.error(429).with("Retry-After", wait);
		}
		return this.spoiler.answer(inquiry, this.simulation.sort(inquiry), this.simulation::call);
	}

	private Reply counted(Reply reply, Inquiry inquiry) {
		if (!reply.isSent()) {
			return reply;
		}
		this.meter.answered(reply.status());
		boolean silent = reply.status() == 429 && !this.behaviour.retryAfter();
		return this.simulation.dress(silent ? reply.without("Retry-After") : reply, inquiry);
	}

	private static boolean isOwn(Inquiry inquiry) {
		return List.of("/", STATEMENT).contains(inquiry.path()) || inquiry.path().startsWith("/sandbox/");
	}

	private Reply own(Inquiry inquiry) {
		return switch (inquiry.method() + " " + inquiry.path()) {
			case "GET /" -> Reply.text(200, "text/html", Page.of(this.plan, this.simulation, this.behaviour, record()));
			case "GET " + RECORD -> Reply.json(200, record());
			case "GET " + STATEMENT -> Invoice.reply(inquiry, this.stage, this.simulation);
			case "POST " + RESET -> {
				this.stage.register().reset();
				this.meter.reset();
				this.faults.reset();
				yield new Reply(204, Map.of(), new byte[0]);
			}
			default -> Reply.text(404, "text/plain",
					"the sandbox answers GET /, GET " + RECORD + ", GET " + STATEMENT + " and POST " + RESET);
		};
	}

	private ObjectNode record() {
		Tally tally = this.stage.register().tally();
		ObjectNode record = Json.object();
		record.put("submissions", tally.submissions()).put("distinct", tally.distinct());
		record.set("repeated", Json.MAPPER.valueToTree(tally.repeated()));
		this.meter.report(record);
		this.faults.report(record);
		return record;
	}

}
