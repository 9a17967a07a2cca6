package dev.tickmark.provider.oauth;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Provider;
import dev.tickmark.provider.ProviderConfiguration;
import dev.tickmark.provider.Request;
import dev.tickmark.provider.oauth.TokenServer.Asked;

import static org.assertj.core.api.Assertions.assertThat;

/** The providers as the application finds them, and how each asks for its token. */
class TokensOfProvidersTests {

	@Test
	void banficoNamesItsClientInTheHeaderAndPaySwayInTheForm() throws IOException {
		try (var context = new AnnotationConfigApplicationContext("dev.tickmark.provider.banfico",
				"dev.tickmark.provider.paysway"); TokenServer server = new TokenServer()) {
			assertThat(context.getBeansOfType(Provider.class)).containsOnlyKeys("banfico", "paysway");
			Asked banfico = asked(context.getBean("banfico", Provider.class), server);
			assertThat(banfico.authorization()).startsWith("Basic ");
			assertThat(banfico.form()).isEqualTo("grant_type=client_credentials");
			Asked paysway = asked(context.getBean("paysway", Provider.class), server);
			assertThat(paysway.authorization()).isEmpty();
			assertThat(paysway.form()).contains("client_id=id", "client_secret=secret");
		}
	}

	@Test
	void eachProviderHasANameAndARankOfItsOwn() {
		try (var context = new AnnotationConfigApplicationContext("dev.tickmark.provider.banfico",
				"dev.tickmark.provider.paysway")) {
			assertThat(context.getBeansOfType(Provider.class).values()).extracting(Provider::name, Provider::rank)
				.extracting(Object::toString)
				.containsExactlyInAnyOrder("(banfico, 50)", "(paysway, 60)");
		}
	}

	private static Asked asked(Provider provider, TokenServer server) {
		provider.authenticator(new ProviderConfiguration() {

			@Override
			public ProviderName provider() {
				return provider.name();
			}

			@Override
			public <T> T settings(Class<T> type) {
				return type.cast(new OAuthSettings(server.url(), "id", "secret"));
			}

			@Override
			public Duration timeout() {
				return Duration.ofSeconds(20);
			}

		}).authorize(new Request(CallKind.STATUS, "GET", "/x", Map.of(), null, false));
		return server.asked.getLast();
	}

}
