package dev.tickmark.provider.signing;

import java.nio.file.Path;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The keys of a provider that knows its partners by a project and a signature, below
 * {@code tickmark.providers.<name>}.
 *
 * @param project {@code project}: the name that the provider gave to the partner's
 * project
 * @param privateKey {@code private-key}: a PEM file with the partner's RSA key; its
 * public half is registered with the provider. Null where something else signs
 */
public record PartnerSettings(String project, @Nullable Path privateKey) {

	/** What may stand in a header without being mistaken for something else. */
	private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,100}");

	public PartnerSettings {
		require(project != null && !project.isBlank(), "project: missing");
		project = project.strip();
		require(FORM.matcher(project).matches(),
				"project: must be at most 100 letters, digits and signs, without spaces");
	}

	private static void require(boolean fits, String otherwise) {
		if (!fits) {
			throw new IllegalArgumentException(otherwise);
		}
	}

}
