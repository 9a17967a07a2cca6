package dev.tickmark.sandbox;

import tools.jackson.databind.JsonNode;

/** What a simulated provider shows in a browser. All of it is the sandbox's own text. */
final class Page {

	private Page() {
	}

	static String of(String provider, Markers<?> markers, Behaviour behaviour, JsonNode record) {
		StringBuilder rows = new StringBuilder();
		for (Marker<?> marker : markers.all()) {
			rows.append("<tr><td><code>…%s</code></td><td>%s</td><td>%s</td></tr>%n".formatted(marker.ending(),
					marker.word(), marker.meaning()));
		}
		return """
				<!doctype html>
				<html lang="en"><head><meta charset="utf-8"><title>Tickmark sandbox: %1$s</title>
				<link rel="icon" href="data:,"></head><body>
				<h1>Tickmark sandbox: %1$s</h1>
				<p>A simulation. Nothing that is answered here says anything about a real account.</p>
				<h2>Markers</h2>
				<p>The last four characters of the account number or IBAN choose the answer; where there are none
				of these, a word in the name. Every other payee is a full match.</p>
				<table><tr><th>ends in</th><th>name contains</th><th>answer</th></tr>
				%2$s</table>
				<h2>Settings</h2>
				%3$s
				<h2>Record</h2>
				<pre>%4$s</pre>
				</body></html>
				""".formatted(provider, rows, settings(behaviour), record.toPrettyString());
	}

	private static String settings(Behaviour behaviour) {
		return """
				<ul>
				<li>latency: %d ms, and up to %d ms more</li>
				<li>limit: %d calls in any %d ms</li>
				<li>pending first: %s of the unmarked questions, for %d ms</li>
				<li>tokens live for %d s</li>
				<li>client id <code>%s</code>, secret <code>%s</code></li>
				<li>PaySway's contract: generation %s</li>
				</ul>""".formatted(behaviour.latency().toMillis(), behaviour.latencySpread().toMillis(),
				behaviour.limit().calls(), behaviour.limit().per().toMillis(), behaviour.pendingShare(),
				behaviour.pendingFor().toMillis(), behaviour.tokenLife().toSeconds(), Sandbox.CLIENT_ID,
				Sandbox.CLIENT_SECRET, behaviour.generation());
	}

}
