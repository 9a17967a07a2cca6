package dev.tickmark.sandbox;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Faults of tokens and signatures, as they arrive at a client. */
@Tag("long")
class MisbehavingCredentialsTests extends MisbehaviourCase {

	@ParameterizedTest
	@CsvSource({ "banfico, 401", "paysway, 401", "paysafe, 401" })
	void nobodyIsGivenAToken(String provider, int status) throws Exception {
		misbehave("kind", "unknown-client", "calls", "tokens");
		HttpResponse<String> refused = ProviderClient.requestToken(ProviderClient.url(this.sandbox, provider),
				"grant_type=client_credentials");
		assertThat(refused.statusCode()).isEqualTo(status);
	}

	@Test
	void theTokenAddressMayBeDown() throws Exception {
		misbehave("kind", "status", "calls", "tokens", "first", "1");
		assertThat(ask().statusCode()).as("no token was given").isEqualTo(401);
		ProviderClient again = ProviderClient.banfico(this.sandbox);
		assertThat(again.verify(QUESTION).statusCode()).isEqualTo(200);
	}

	@Test
	void aTokenMayEndBeforeItsTimeAndStaysSo() throws Exception {
		misbehave("kind", "token-void", "first", "1");
		assertThat(ask().statusCode()).isEqualTo(401);
		assertThat(ask().statusCode()).as("the same token").isEqualTo(401);
		assertThat(ProviderClient.banfico(this.sandbox).verify(QUESTION).statusCode()).as("a new token").isEqualTo(200);
		assertRecord("token-void", 1, 1);
	}

	@Test
	void whoeverSignsHasNoTokenToLose() throws Exception {
		misbehave("kind", "token-void");
		assertThat(SignedClient.smartglocal(this.sandbox).post("/api/v1/session/create", "{}").statusCode())
			.isEqualTo(200);
	}

	@Test
	void whoeverSignsMayBeUnknownAsWell() throws Exception {
		misbehave("kind", "unknown-client");
		SignedClient smartglocal = SignedClient.smartglocal(this.sandbox);
		HttpResponse<String> refused = smartglocal.post("/api/v1/session/create", "{}");
		assertThat(refused.statusCode()).isEqualTo(401);
		assertThat(refused.body()).contains("identification_error");
		assertThat(ProviderClient.send(SignedClient.bank131(this.sandbox).request("/api/v1.1/check/1").GET()).body())
			.contains("partner_project_not_found");
	}

}
