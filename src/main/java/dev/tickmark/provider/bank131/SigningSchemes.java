package dev.tickmark.provider.bank131;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.tickmark.provider.Misconfigured;

/** The signing schemes that this installation has. */
class SigningSchemes {

	private final SortedMap<String, SigningScheme> byName = new TreeMap<>();

	SigningSchemes(List<SigningScheme> schemes) {
		for (SigningScheme scheme : schemes) {
			if (this.byName.put(scheme.name(), scheme) != null) {
				throw new IllegalStateException("two signing schemes are named " + scheme.name());
			}
		}
	}

	SigningScheme named(String name) {
		SigningScheme scheme = this.byName.get(name);
		if (scheme == null) {
			String shown = (name.length() <= 20) ? name : name.substring(0, 20) + "…";
			throw new Misconfigured("Configuration: tickmark.providers.bank131.signature: there is no signing scheme \""
					+ shown + "\"; known are " + String.join(", ", this.byName.keySet()) + ".");
		}
		return scheme;
	}

	/** The records of every scheme's settings. */
	Set<Class<? extends Record>> settings() {
		Set<Class<? extends Record>> all = new HashSet<>();
		this.byName.values().forEach((scheme) -> all.addAll(scheme.settings()));
		return all;
	}

}
