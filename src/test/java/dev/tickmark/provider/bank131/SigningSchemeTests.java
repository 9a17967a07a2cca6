package dev.tickmark.provider.bank131;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

import dev.tickmark.payee.Outcome;
import dev.tickmark.provider.Authenticator;
import dev.tickmark.provider.Authenticator.Authorization;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.Json;
import dev.tickmark.provider.Misconfigured;
import dev.tickmark.provider.Provider;
import dev.tickmark.provider.ProviderConfiguration;
import dev.tickmark.provider.Request;
import dev.tickmark.provider.signing.PartnerSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How a question is signed, by the scheme that is configured. */
class SigningSchemeTests {

	private static KeyPair pair;

	@TempDir
	private Path folder;

	@BeforeAll
	static void makeAKey() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		pair = generator.generateKeyPair();
	}

	@Test
	void theSignatureIsOverThePayloadsTextAndALineEnd() throws Exception {
		Request question = Given.asking().next();
		Request sent = granted(authenticator(Map.of("private-key", key())), question);
		String payload = Objects.requireNonNull(question.body());
		String body = Objects.requireNonNull(sent.body());
		assertThat(body).startsWith("{\"payload\":" + payload + ",\"signature\":\"");
		Signature check = Signature.getInstance("SHA256withRSA");
		check.initVerify(pair.getPublic());
		check.update((payload + "\r\n").getBytes(StandardCharsets.UTF_8));
		assertThat(check.verify(Base64.getDecoder().decode(Json.read(body).path("signature").stringValue()))).isTrue();
		assertThat(Json.read(body).path("payload").path("last_name").stringValue()).isEqualTo("Ёлкина");
		assertThat(sent.headers()).containsOnly(Map.entry("X-PARTNER-PROJECT", "acme"));
	}

	@Test
	void aReadingBearsTheProjectAlone() throws Exception {
		Request reading = Given.reading().next();
		Request sent = granted(authenticator(Map.of("private-key", key())), reading);
		assertThat(sent).isEqualTo(reading.with(Map.of("X-PARTNER-PROJECT", "acme")));
	}

	@Test
	void anotherSchemeSignsWhereItIsChosen() {
		Authenticator authenticator = authenticator(Map.of("signature", "gost", "thumbprint", "ab12"));
		String body = Objects.requireNonNull(granted(authenticator, Given.asking().next()).body());
		assertThat(Json.read(body).path("signature").stringValue())
			.isEqualTo("gost ab12 over " + (Given.asking().body().length() + 2) + " bytes");
	}

	@Test
	void aSchemesOwnKeysAreKnown() {
		try (AnnotationConfigApplicationContext context = context(Map.of())) {
			assertThat(context.getBean(Provider.class).settings()).containsExactlyInAnyOrder(PartnerSettings.class,
					Bank131Settings.class, Gost.Settings.class);
		}
	}

	@Test
	void aSchemeThatIsNotThereIsRefusedWithThoseThatAre() {
		assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> authenticator(Map.of("signature", "cryptopro")))
			.withMessage("Configuration: tickmark.providers.bank131.signature: there is no signing scheme"
					+ " \"cryptopro\"; known are gost, rsa.");
	}

	@Test
	void aSignatureThatCannotBeMadeStopsTheLaneWithItsReason() {
		Authenticator authenticator = authenticator(Map.of("signature", "gost"));
		assertThat(authenticator.authorize(Given.asking().next())).isInstanceOfSatisfying(Authorization.Denied.class,
				(denied) -> {
					assertThat(denied.outcome()).isInstanceOf(Outcome.LaneFault.class);
					assertThat(denied.outcome().finding().reason())
						.isEqualTo("Nothing can be signed for Bank 131: plug in the token.");
				});
		// Reading needs no signature
		assertThat(authenticator.authorize(Given.reading().next())).isInstanceOf(Authorization.Granted.class);
	}

	@Test
	void whatAUsedLaneMustHaveIsNamed() {
		refused(Map.of(), "tickmark.providers.bank131.private-key: missing");
		refused(Map.of("project", ""), "tickmark.providers.bank131.project: missing");
		refused(Map.of("read-back", "put"), "tickmark.providers.bank131.read-back: must be get or post");
	}

	@Test
	void withoutAnyConfigurationRowsAreStillRouted() {
		try (AnnotationConfigApplicationContext context = context(Map.of("project", ""))) {
			Provider provider = context.getBean(Provider.class);
			assertThat(provider.lacks(Given.PERSON)).isNull();
			assertThat(Dialogue.about(provider, Given.PERSON).answered(200, Given.PENDING).next().method())
				.isEqualTo("GET");
		}
	}

	private static void refused(Map<String, String> keys, String why) {
		assertThatException().isThrownBy(() -> authenticator(keys))
			.satisfies((thrown) -> assertThat(Stream.iterate((Throwable) thrown, Objects::nonNull, Throwable::getCause)
				.filter(Misconfigured.class::isInstance)
				.map(Throwable::getMessage)).singleElement().asString().startsWith("Configuration: " + why));
	}

	private static Request granted(Authenticator authenticator, Request request) {
		return ((Authorization.Granted) authenticator.authorize(request)).request();
	}

	private static Authenticator authenticator(Map<String, String> keys) {
		try (AnnotationConfigApplicationContext context = context(keys)) {
			Provider provider = context.getBean(Provider.class);
			return provider.authenticator(ProviderConfiguration.of(provider.name(), context.getEnvironment()));
		}
	}

	private static AnnotationConfigApplicationContext context(Map<String, String> keys) {
		Map<String, Object> properties = new HashMap<>(Map.of("tickmark.providers.bank131.project", "acme"));
		keys.forEach((key, value) -> properties.put("tickmark.providers.bank131." + key, value));
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
		context.register(Bank131Configuration.class, Extension.class);
		context.refresh();
		return context;
	}

	private String key() throws IOException {
		Path file = this.folder.resolve("partner.pem");
		Files.writeString(file,
				"-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
						+ "\n-----END PRIVATE KEY-----\n");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
		return file.toString();
	}

	/** What somebody adds who has a qualified certificate. */
	@Configuration(proxyBeanMethods = false)
	static class Extension {

		@Bean
		SigningScheme gost() {
			return new Gost();
		}

	}

	private static final class Gost implements SigningScheme {

		@Override
		public String name() {
			return "gost";
		}

		@Override
		public Set<Class<? extends Record>> settings() {
			return Set.of(Settings.class);
		}

		@Override
		public Signer signer(ProviderConfiguration configuration) {
			String thumbprint = configuration.settings(Settings.class).thumbprint();
			return (content) -> {
				if (thumbprint.isEmpty()) {
					throw new Unavailable("plug in the token.");
				}
				return "gost " + thumbprint + " over " + content.length + " bytes";
			};
		}

		/** The certificate's. */
		record Settings(@DefaultValue("") String thumbprint) {

		}

	}

}
