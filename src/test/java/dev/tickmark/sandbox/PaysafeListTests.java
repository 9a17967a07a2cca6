package dev.tickmark.sandbox;

import java.net.http.HttpResponse;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class PaysafeListTests extends PaysafeScene {

	@Test
	void aListShowsTheNewestFirstAndNeverTheCode() throws Exception {
		JsonNode first = opened("7123");
		JsonNode second = opened("7123");
		HttpResponse<String> response = this.paysafe.sessions("7123", "");
		assertThat(response.body()).doesNotContain("secureCode");
		JsonNode body = ProviderClient.json(response);
		assertThat(body.path("instrumentVerifications")).extracting((session) -> session.path("id"))
			.containsExactly(second.path("id"), first.path("id"));
		assertThat(body.path("meta").toString())
			.isEqualTo("{\"numberOfRecords\":2,\"limit\":10,\"offset\":0,\"page\":0}");
		assertThat(list("97123", "").path("instrumentVerifications").isEmpty()).isTrue();
	}

	@Test
	void aListComesInPages() throws Exception {
		JsonNode first = opened("7123");
		opened("7123");
		JsonNode page = list("7123", "?limit=1&offset=1");
		assertThat(page.path("instrumentVerifications")).extracting((session) -> session.path("id"))
			.containsExactly(first.path("id"));
		assertThat(page.path("meta").toString())
			.isEqualTo("{\"numberOfRecords\":1,\"limit\":1,\"offset\":1,\"page\":1}");
	}

	@Test
	void aListIsFilteredByStatus() throws Exception {
		opened("7123");
		assertThat(list("7123", "?sessionStatus=ACTIVE").path("instrumentVerifications").size()).isEqualTo(1);
		assertThat(list("7123", "?sessionStatus=FAILED").path("instrumentVerifications").isEmpty()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "?limit=0, limit", "?limit=51, limit", "?limit=ten, limit", "?offset=-1, offset",
			"?sessionStatus=OPEN, sessionStatus" })
	void aListIsRefusedWhenItsQueryIsWrong(String query, String field) throws Exception {
		HttpResponse<String> refused = this.paysafe.sessions("4711", query);
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(code(refused)).isEqualTo("5068");
		assertThat(ProviderClient.json(refused).at("/error/fieldErrors/0/field").stringValue()).isEqualTo(field);
	}

	@Test
	void aSessionSomebodyElseOpenedIsThereBeforeAnybodyAsks() throws Exception {
		JsonNode listed = list("7139", "");
		assertThat(listed.path("instrumentVerifications").size()).isEqualTo(1);
		JsonNode session = listed.at("/instrumentVerifications/0");
		assertThat(status(session)).isEqualTo("ACTIVE");
		Awaitility.await().until(() -> status(read("7139", session)).equals("COMPLETED"));
		JsonNode record = this.paysafe.record();
		assertThat(record.path("submissions").intValue()).isEqualTo(1);
		assertThat(record.path("polls").intValue()).isGreaterThanOrEqualTo(2);
	}

	@Test
	void whoOpensWithoutLookingOpensASecondSession() throws Exception {
		opened("7139");
		assertThat(this.paysafe.record().at("/repeated/0/count").intValue()).isEqualTo(2);
	}

}
