package dev.tickmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A way in which all providers misbehave.
 *
 * @param name what it is called
 * @param lasting how long it lasts
 * @param fault its settings, by the key below {@code faults[n]}
 */
record Trouble(String name, Lasting lasting, Map<String, String> fault) {

	private static final String TOKENS = "tokens";

	/** The troubles of the matrix, in its order. */
	static List<Trouble> all() {
		List<Trouble> all = new ArrayList<>();
		refusals(all);
		lost(all);
		spoiled(all);
		credentials(all);
		return all;
	}

	private static void refusals(List<Trouble> all) {
		lasting(all, "500", "kind=status");
		lasting(all, "500 though taken", "kind=status", "taken=true");
		lasting(all, "502 with a page", "kind=html");
		lasting(all, "502 with a page though taken", "kind=html", "taken=true");
		for (String status : List.of("503", "429")) {
			lasting(all, status + ", no Retry-After", "kind=status", "status=" + status);
			lasting(all, status + ", Retry-After: a year", "kind=status", "status=" + status, "retry-after=31536000");
		}
		for (String retryAfter : List.of("1", "date 1", "-1", "soon")) {
			all.add(of("429, Retry-After: " + retryAfter, Lasting.A_WHILE, "kind=status", "status=429",
					"retry-after=" + retryAfter));
		}
		lasting(all, "408", "kind=status", "status=408");
		lasting(all, "421", "kind=status", "status=421");
	}

	private static void lost(List<Trouble> all) {
		lasting(all, "silence before it is taken", "kind=silence");
		lasting(all, "reset before it is taken", "kind=reset");
		for (String kind : List.of("silence", "reset")) {
			lasting(all, kind + " though taken", "kind=" + kind, "taken=true");
			all.add(of(kind + " though taken", Lasting.QUESTIONS, "kind=" + kind, "taken=true"));
		}
	}

	private static void spoiled(List<Trouble> all) {
		for (String kind : List.of("truncated", "malformed", "endless", "dripping", "padded", "mistyped",
				"unknown-code", "missing-field")) {
			lasting(all, kind, "kind=" + kind);
		}
		for (String kind : List.of("malformed", "unknown-code")) {
			all.add(of(kind, Lasting.QUESTIONS, "kind=" + kind));
		}
		oneMember(all, "mistyped", 0);
		oneMember(all, "unknown-code", 0);
		oneMember(all, "missing-field", 0, 8);
	}

	private static void oneMember(List<Trouble> all, String kind, int... seeds) {
		for (int seed : seeds) {
			all.add(of(kind + ", one member each time, from no. " + seed + " on", Lasting.FOR_EVER, "kind=" + kind,
					"member=each", "seed=" + seed));
		}
	}

	private static void credentials(List<Trouble> all) {
		lasting(all, "401", "kind=status", "status=401");
		lasting(all, "403", "kind=status", "status=403");
		lasting(all, "client unknown", "kind=unknown-client");
		lasting(all, "token refused", "kind=unknown-client", "calls=tokens");
		lasting(all, "token address down", "kind=status", "calls=tokens");
		lasting(all, "token address silent", "kind=silence", "calls=tokens");
		all.add(of("token void", Lasting.A_WHILE, "kind=token-void"));
		all.add(of("token void", Lasting.FOR_EVER, "kind=token-void"));
	}

	private static void lasting(List<Trouble> all, String name, String... keys) {
		all.add(of(name, Lasting.A_WHILE, keys));
		all.add(of(name, Lasting.FOR_EVER, keys));
	}

	private static Trouble of(String name, Lasting lasting, String... keys) {
		Map<String, String> fault = new HashMap<>();
		for (String key : keys) {
			fault.put(key.substring(0, key.indexOf('=')), key.substring(key.indexOf('=') + 1));
		}
		return new Trouble(name, lasting, Map.copyOf(fault));
	}

	/** Whether it happens at the address for tokens, which not every provider has. */
	boolean atTokens() {
		return TOKENS.equals(this.fault.get("calls"));
	}

	/** Whether it is a fault of configuration as far as the program can tell. */
	boolean stopsLanes() {
		return Set.of("unknown-client", "token-void").contains(this.fault.get("kind"))
				|| Set.of("401", "403").contains(this.fault.getOrDefault("status", ""));
	}

	/** Whether the program is asked to wait. */
	boolean pausesLanes() {
		return Set.of("429", "503").contains(this.fault.getOrDefault("status", ""));
	}

	boolean passes() {
		return this.lasting == Lasting.A_WHILE;
	}

	/** The sandbox's settings that make it, for so many questions. */
	Map<String, String> settings(int questions) {
		Map<String, String> settings = new HashMap<>();
		if (this.lasting == Lasting.FOR_EVER) {
			put(settings, 0, Map.of());
		}
		else if (this.lasting == Lasting.QUESTIONS) {
			put(settings, 0, Map.of("calls", "submissions"));
		}
		else if (atTokens() || stopsLanes()) {
			put(settings, 0, Map.of("first", "1"));
		}
		else {
			// A lane that is kept waiting may use up a pass for each
			put(settings, 0, Map.of("calls", "submissions", "first", Integer.toString(pausesLanes() ? 1 : questions)));
			put(settings, 1, Map.of("calls", "reads", "first", pausesLanes() ? "1" : "2"));
		}
		return settings;
	}

	private void put(Map<String, String> settings, int place, Map<String, String> when) {
		this.fault.forEach((key, value) -> settings.put("faults[" + place + "]." + key, value));
		when.forEach((key, value) -> settings.put("faults[" + place + "]." + key, value));
	}

	@Override
	public String toString() {
		return this.name + ", " + this.lasting.words;
	}

	/** How long a trouble lasts. */
	enum Lasting {

		/** For the first question of each row, and for two readings. */
		A_WHILE("passes"),
		/** For every question, though not for readings. */
		QUESTIONS("at every question"),
		/** For every call. */
		FOR_EVER("never passes");

		final String words;

		Lasting(String words) {
			this.words = words;
		}

	}

}
