package dev.tickmark.provider;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import dev.tickmark.payee.ProviderName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The settings that the five providers need, as they are found when a lane is opened. */
class NeededSettingsTests {

	private static final PartnerKey KEY = PartnerKey.make();

	private static final Map<String, String> GOOD = Map.ofEntries(
			Map.entry("smartglocal.base-url", "https://proxy.example"), Map.entry("smartglocal.project", "acme"),
			Map.entry("smartglocal.private-key", KEY.file().toString()),
			Map.entry("bank131.base-url", "https://kyc.example"), Map.entry("bank131.project", "acme"),
			Map.entry("bank131.private-key", KEY.file().toString()),
			Map.entry("paysafe.base-url", "https://api.example/digitalwallets/v1"),
			Map.entry("paysafe.token-url", "https://api.example/token"), Map.entry("paysafe.client-id", "id"),
			Map.entry("paysafe.client-secret", "s3cret"), Map.entry("paysafe.return-url", "https://shop.example/done"));

	@ParameterizedTest
	@ValueSource(strings = { "smartglocal", "bank131", "paysafe" })
	void aLaneThatHasThemAllOpens(String provider) {
		assertThat(open(provider, GOOD)).isNotNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					smartglocal.project     |                      | project: missing
					smartglocal.project     | two words            | project: must be
					smartglocal.private-key |                      | private-key: missing; it is the name of a PEM file.
					smartglocal.private-key | gone.pem             | private-key: the file gone.pem does not exist.
					smartglocal.base-url    | not a url            | base-url: this is no address; one like https://api.example.com
					smartglocal.base-url    | https://             | base-url: this is no address
					smartglocal.base-url    | http://127.0.0.1:99999 | base-url: there is no port 99999
					smartglocal.base-url    | ftp://proxy.example  | base-url: must be an http or https address
					smartglocal.base-url    | http://proxy.example | base-url: must be https for any machine but this one
					bank131.private-key     | gone.pem             | private-key: the file gone.pem does not exist.
					bank131.signature       | morse                | signature: there is no signing scheme "morse"; known are
					bank131.read-back       | put                  | read-back: must be get or post
					paysafe.return-url      |                      | return-url: missing
					paysafe.return-url      | http://shop.example  | return-url
					paysafe.client-secret   |                      | client-secret: missing
					paysafe.token-url       | http://api.example   | token-url: plain http would show the secret
					""")
	void aSettingThatIsMissingOrWrongIsNamed(String key, @Nullable String value, String message) {
		Map<String, String> settings = new HashMap<>(GOOD);
		settings.put(key, (value != null) ? value : "");
		String provider = key.substring(0, key.indexOf('.'));
		assertThatThrownBy(() -> open(provider, settings))
			.satisfies((thrown) -> assertThat(told(thrown)).isInstanceOf(Misconfigured.class)
				.hasMessageContaining("tickmark.providers." + provider)
				.hasMessageContaining(message)
				.satisfies((told) -> assertThat(told.getMessage()).doesNotContain("s3cret")));
	}

	@Test
	void aKeyThatEverybodyCanReadIsRefused(@TempDir Path folder) throws Exception {
		Path open = Files.copy(KEY.file(), folder.resolve("open.pem"));
		Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
		Map<String, String> settings = new HashMap<>(GOOD);
		settings.put("bank131.private-key", open.toString());
		assertThatThrownBy(() -> open("bank131", settings)).isInstanceOf(Misconfigured.class)
			.hasMessageContaining("tickmark.providers.bank131.private-key: the file " + open)
			.hasMessageContaining("chmod 600");
	}

	private static Throwable told(Throwable thrown) {
		return (thrown instanceof BeanCreationException) ? NestedExceptionUtils.getMostSpecificCause(thrown) : thrown;
	}

	private static Lane open(String name, Map<String, String> settings) {
		Map<String, Object> properties = new HashMap<>();
		settings.forEach((key, value) -> {
			if (key.startsWith(name + ".")) {
				properties.put("tickmark.providers." + key, value);
			}
		});
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.setEnvironment(environment);
			context.scan("dev.tickmark.provider." + name);
			context.refresh();
			ProviderName provider = new ProviderName(name);
			return Objects
				.requireNonNull(new Lanes(List.of(context.getBean(Provider.class)), environment).open(List.of(provider))
					.get(provider));
		}
	}

}
