package dev.tickmark.sandbox;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** What a simulated provider shows in a browser. */
final class Page {

	private Page() {
	}

	static String of(Plan plan, Simulation simulation, Behaviour behaviour, JsonNode record) {
		StringBuilder rows = new StringBuilder();
		for (Marker<?> marker : simulation.markers().all()) {
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
				<p>%2$s</p>
				<table><tr><th>ends in</th><th>name contains</th><th>answer</th></tr>
				%3$s</table>
				<h2>Settings</h2>
				%4$s
				<h2>What a lane is told</h2>
				%5$s
				<h2>Record</h2>
				<p>What was charged: <a href="/statement">the statement</a>.</p>
				<pre>%6$s</pre>
				</body></html>
				""".formatted(plan.key(), simulation.markers().explanation(), rows, settings(plan, behaviour),
				list(simulation.properties()), record.toPrettyString());
	}

	private static String settings(Plan plan, Behaviour behaviour) {
		return """
				<ul>
				<li>latency: %d ms, and up to %d ms more</li>
				<li>limit: %d calls in any %d ms</li>
				<li>pending: for %d ms; %s of the unmarked questions, where not every question is at first</li>
				<li>tokens, where there are any, live for %d s</li>
				</ul>
				%s
				<h2>Books</h2>
				%s
				<h2>Faults</h2>
				%s""".formatted(behaviour.latency().toMillis(), behaviour.latencySpread().toMillis(),
				behaviour.limit().calls(), behaviour.limit().per().toMillis(), behaviour.pendingFor().toMillis(),
				behaviour.pendingShare(), behaviour.tokenLife().toSeconds(),
				list(own(behaviour.switches(plan.switches()))), list(own(behaviour.bookkeeping())), faults(behaviour));
	}

	private static Map<String, String> own(Record switches) {
		Map<String, String> values = new TreeMap<>();
		for (RecordComponent component : switches.getClass().getRecordComponents()) {
			try {
				values.put(Written.key(component), String.valueOf(component.getAccessor().invoke(switches)));
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException("a record's component can be read", ex);
			}
		}
		return values;
	}

	private static String faults(Behaviour behaviour) {
		Map<String, String> faults = new TreeMap<>(behaviour.own());
		faults.keySet().removeIf((key) -> !key.startsWith("faults["));
		return faults.isEmpty() ? "<p>None: it behaves.</p>" : list(faults);
	}

	private static String list(Map<String, String> values) {
		StringBuilder list = new StringBuilder("<ul>\n");
		new TreeMap<>(values).forEach((key, value) -> list
			.append("<li>%s: <code>%s</code></li>%n".formatted(key, HtmlUtils.htmlEscape(value))));
		return list.append("</ul>").toString();
	}

}
