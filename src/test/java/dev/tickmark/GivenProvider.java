package dev.tickmark;

import java.util.function.Supplier;

import org.springframework.test.context.DynamicPropertyRegistry;

/** The settings of a provider that a test stands in for. */
public final class GivenProvider {

	private GivenProvider() {
	}

	/** One that is fast: 500 calls a second. */
	public static void at(DynamicPropertyRegistry registry, String name, Supplier<Object> url) {
		String provider = "tickmark.providers." + name;
		registry.add(provider + ".base-url", url);
		registry.add(provider + ".limits[0].calls", () -> 500);
		registry.add(provider + ".limits[0].per", () -> "1s");
	}

}
