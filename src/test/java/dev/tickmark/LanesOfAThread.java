package dev.tickmark;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.EnumerablePropertySource;

/**
 * Leads the runs that a thread makes to providers of its own. Runs read where their
 * providers are when they open their lanes, on the thread that called them.
 */
final class LanesOfAThread extends EnumerablePropertySource<ThreadLocal<Map<String, String>>> {

	private final Map<String, String> otherwise;

	/**
	 * Makes the source.
	 * @param otherwise what every other thread is told; it names all the keys there are
	 */
	LanesOfAThread(Map<String, String> otherwise) {
		super("lanes of a thread", new ThreadLocal<>());
		this.otherwise = otherwise;
	}

	/** What threads are told that are led nowhere. */
	Map<String, String> otherwise() {
		return this.otherwise;
	}

	/** From now on this thread's runs go there. */
	void lead(Map<String, String> properties) {
		getSource().set(properties);
	}

	@Override
	public String[] getPropertyNames() {
		return this.otherwise.keySet().toArray(String[]::new);
	}

	@Override
	public @Nullable Object getProperty(String name) {
		Map<String, String> own = getSource().get();
		return ((own != null) ? own : this.otherwise).get(name);
	}

}
