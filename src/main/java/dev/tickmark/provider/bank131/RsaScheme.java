package dev.tickmark.provider.bank131;

import dev.tickmark.provider.ProviderConfiguration;
import dev.tickmark.provider.signing.RsaSignature;

/**
 * SHA256withRSA in base64, with the key in {@code private-key}. Assumption: the page
 * allows RSA keys without naming digest and encoding; these are those of Bank 131's other
 * services.
 */
class RsaScheme implements SigningScheme {

	static final String NAME = "rsa";

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Signer signer(ProviderConfiguration configuration) {
		return RsaSignature.with(configuration)::of;
	}

}
