package dev.tickmark.payee;

import java.util.regex.Pattern;

/**
 * The name of a verification provider as configuration, files and tables write it.
 *
 * @param value lower case letters and digits, at most 20
 */
public record ProviderName(String value) implements Comparable<ProviderName> {

	private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]{0,19}");

	public ProviderName {
		if (!FORM.matcher(value).matches()) {
			throw new IllegalArgumentException("not a provider's name: " + value);
		}
	}

	@Override
	public int compareTo(ProviderName other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
