package dev.tickmark.console;

import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Lets the rooms know whether the sandbox answers; no setting can say otherwise. */
final class ServeMode implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private final boolean sandbox;

	ServeMode(boolean sandbox) {
		this.sandbox = sandbox;
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("serve", Map.of("tickmark.serve.sandbox", this.sandbox)));
	}

}
