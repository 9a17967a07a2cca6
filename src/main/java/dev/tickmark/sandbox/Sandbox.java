package dev.tickmark.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The verification providers simulated on this machine, each on a port of its own on
 * 127.0.0.1. Every response carries the header {@code X-Tickmark-Sandbox: true}.
 * <p>
 * What was submitted is remembered in a folder, so that it outlives the process; several
 * sandboxes may share a folder.
 */
public final class Sandbox implements AutoCloseable {

	/** The client id that every simulated provider with access tokens knows. */
	public static final String CLIENT_ID = "tickmark-sandbox";

	/** The secret that goes with it; it protects nothing. */
	public static final String CLIENT_SECRET = "sandbox-secret";

	/** The project that every simulated provider with signatures knows. */
	static final String PROJECT = "tickmark-sandbox";

	private final List<Site> sites;

	private Sandbox(List<Site> sites) {
		this.sites = sites;
	}

	/**
	 * Starts all simulated providers.
	 * @param settings how they behave
	 * @param folder where they remember what was submitted; made when absent
	 * @param fixedPorts whether they listen on their published ports, from 8101 on in the
	 * order of {@link #providers()}, or those that the settings say, instead of any free
	 * ones
	 * @return the running sandbox
	 * @throws IOException when a port is taken, or the folder cannot be used
	 */
	public static Sandbox start(SandboxSettings settings, Path folder, boolean fixedPorts) throws IOException {
		Files.createDirectories(folder);
		List<Site> sites = new ArrayList<>();
		PartnerKey partnerKey = new PartnerKey(folder);
		try {
			for (Plan plan : Plan.values()) {
				int port = fixedPorts ? settings.port(plan) : 0;
				sites.add(Site.open(plan, settings.behaviour(plan.key()), folder, partnerKey, port));
			}
			return new Sandbox(List.copyOf(sites));
		}
		catch (IOException | RuntimeException ex) {
			sites.forEach(Site::close);
			throw ex;
		}
	}

	/** The configuration that makes this sandbox the provider of every lane. */
	public Map<String, String> properties() {
		Map<String, String> properties = new TreeMap<>();
		for (Site site : this.sites) {
			String prefix = "tickmark.providers." + site.provider() + ".";
			site.properties().forEach((key, value) -> properties.put(prefix + key, value));
		}
		return properties;
	}

	/** The simulated providers and where they listen. */
	public List<Listening> providers() {
		return this.sites.stream().map(site -> new Listening(site.provider(), site.port())).toList();
	}

	@Override
	public void close() {
		this.sites.forEach(Site::close);
	}

	/**
	 * A simulated provider.
	 *
	 * @param name the provider's name, such as {@code banfico}
	 * @param port its port on 127.0.0.1
	 */
	public record Listening(String name, int port) {

		/** Its address; opened in a browser it lists the markers. */
		public String url() {
			return "http://127.0.0.1:" + this.port;
		}

	}

}
