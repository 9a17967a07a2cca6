package dev.tickmark.provider.oauth;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OAuthSettingsTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://auth.example.com/token", "HTTPS://auth.example.com:8443/token?realm=a",
			"http://localhost:8080/token", "http://127.0.0.1:8080/token", "http://[::1]:8080/token" })
	void anAddressIsHttpsOrOnThisMachine(String url) {
		assertThat(new OAuthSettings(URI.create(url), "id", "secret").tokenUrl()).hasToString(url);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/token", "auth.example.com/token", "ftp://auth.example.com/token", "https:///token",
			"https://id:secret@auth.example.com/token", "http://auth.example.com/token",
			"http://127.0.0.1.example.com/", "http://localhost.example.com/token", "https://auth.example.com/token#x" })
	void anyOtherAddressIsRefusedByItsKey(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> new OAuthSettings(URI.create(url), "id", "secret"))
			.withMessageStartingWith("token-url: ")
			.withMessageNotContaining("secret@");
	}

	@ParameterizedTest
	@CsvSource({ "'', secret, client-id: missing", "' ', secret, client-id: missing", "id, '', client-secret: missing",
			"id, ' ', client-secret: missing" })
	void aMissingValueIsNamed(String id, String secret, String message) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new OAuthSettings(URI.create("https://auth.example.com/token"), id, secret))
			.withMessage(message);
	}

	@Test
	void aSecretFromAFileLosesItsLineBreak() {
		OAuthSettings settings = new OAuthSettings(URI.create("https://auth.example.com/token?realm=k123"), "id",
				"secret\n");
		assertThat(settings.clientSecret()).isEqualTo("secret");
		assertThat(settings.toString()).doesNotContain("k123").doesNotContain("secret\n");
		assertThat(settings.toString().replace("clientSecret", "")).doesNotContain("secret");
	}

}
