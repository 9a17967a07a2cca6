package dev.tickmark.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import dev.tickmark.sandbox.Sandbox;
import dev.tickmark.sandbox.SandboxSettings;

/**
 * Starts the sandbox inside this process and points every lane at it, whatever else is
 * configured: with {@code --sandbox}, nothing leaves this machine.
 */
final class SandboxMode implements ApplicationContextInitializer<ConfigurableApplicationContext>, AutoCloseable {

	private final boolean wanted;

	private @Nullable Sandbox sandbox;

	SandboxMode(boolean wanted) {
		this.wanted = wanted;
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		if (!this.wanted) {
			return;
		}
		ConfigurableEnvironment environment = context.getEnvironment();
		SandboxSettings settings = Binder.get(environment).bindOrCreate("tickmark.sandbox", SandboxSettings.class);
		try {
			this.sandbox = Sandbox.start(settings, Application.home(environment).resolve("sandbox"), false);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the sandbox cannot be started", ex);
		}
		Map<String, Object> addresses = new HashMap<>(this.sandbox.properties());
		environment.getPropertySources().addFirst(new MapPropertySource("sandbox", addresses));
		environment.getPropertySources().addLast(new MapPropertySource("sandbox-limits", limits(addresses)));
	}

	@Override
	public void close() {
		if (this.sandbox != null) {
			this.sandbox.close();
		}
	}

	/** What the sandbox's contract would say, where nobody configured a limit. */
	private static Map<String, Object> limits(Map<String, Object> addresses) {
		Map<String, Object> limits = new HashMap<>();
		for (String key : addresses.keySet()) {
			if (key.endsWith(".base-url")) {
				String provider = key.substring(0, key.length() - ".base-url".length());
				limits.put(provider + ".limits[0].calls", 25);
				limits.put(provider + ".limits[0].per", "1s");
			}
		}
		return limits;
	}

}
