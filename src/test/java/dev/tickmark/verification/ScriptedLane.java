package dev.tickmark.verification;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

import dev.tickmark.provider.Lane;
import dev.tickmark.provider.Lanes;

/** Lanes to the scripted provider that nothing is sent through. */
final class ScriptedLane {

	private static final String PREFIX = "tickmark.providers." + ScriptedProvider.NAME + ".";

	private ScriptedLane() {
	}

	/** One with limits such as {@code 50/1s}, and no guard. */
	static Lane of(String... limits) {
		Map<String, Object> settings = new TreeMap<>(
				Map.of(PREFIX + "base-url", "http://localhost:9", PREFIX + "guard", "0ms"));
		for (int i = 0; i < limits.length; i++) {
			String[] limit = limits[i].split("/");
			settings.put(PREFIX + "limits[" + i + "].calls", limit[0]);
			settings.put(PREFIX + "limits[" + i + "].per", limit[1]);
		}
		return of(settings);
	}

	/** One whose limits count only some kinds of calls. */
	static Lane counting(String... kinds) {
		return of(Map.of(PREFIX + "base-url", "http://localhost:9", PREFIX + "counted", String.join(",", kinds)));
	}

	private static Lane of(Map<String, Object> settings) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("lane", settings));
			context.register(ScriptedProvider.class, Lanes.class);
			context.refresh();
			return Objects.requireNonNull(
					context.getBean(Lanes.class).open(List.of(ScriptedProvider.NAME)).get(ScriptedProvider.NAME));
		}
	}

}
