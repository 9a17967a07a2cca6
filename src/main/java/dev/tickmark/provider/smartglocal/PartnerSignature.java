package dev.tickmark.provider.smartglocal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

import dev.tickmark.provider.Authenticator;
import dev.tickmark.provider.ProviderConfiguration;
import dev.tickmark.provider.Request;
import dev.tickmark.provider.signing.PartnerSettings;
import dev.tickmark.provider.signing.RsaSignature;

/**
 * Names our project and signs the body, byte for byte as it is sent.
 *
 * @see <a href="https://developer.smart-glocal.com/docs/reference/format">The provider's
 * page on the format</a>
 */
record PartnerSignature(String project, RsaSignature signature) implements Authenticator {

	static PartnerSignature of(ProviderConfiguration configuration) {
		return new PartnerSignature(configuration.settings(PartnerSettings.class).project(),
				RsaSignature.with(configuration));
	}

	@Override
	public Authorization authorize(Request request) {
		byte[] body = Objects.requireNonNullElse(request.body(), "").getBytes(StandardCharsets.UTF_8);
		return new Authorization.Granted(
				request.with(Map.of("X-PARTNER-PROJECT", this.project, "X-PARTNER-SIGN", this.signature.of(body))));
	}

	@Override
	public void refused(Request sent) {
		// There is no other signature to try
	}

}
