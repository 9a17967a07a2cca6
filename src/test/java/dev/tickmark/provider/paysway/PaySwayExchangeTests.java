package dev.tickmark.provider.paysway;

import java.util.List;
import java.util.Map;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.ProviderExchangeTests;

class PaySwayExchangeTests extends ProviderExchangeTests {

	@Override
	protected String name() {
		return "paysway";
	}

	@Override
	protected Map<String, String> settings() {
		return tokens();
	}

	@Override
	protected Payee payee() {
		return Dialogue.payee(Column.TYPE, "BUSINESS", Column.NAME, "Élan Énergie SARL", Column.IBAN,
				"FR1420041010050500013M02606", Column.BIC, "PSSTFRPPPAR");
	}

	@Override
	protected List<Exchanged> confirmed() {
		return List.of(
				new Exchanged("POST /payments/verifications",
						Dialogue.sample("paysway/response-schema")
							.replace("\"failureReason\": \"INVALID_FIELD\",", "")),
				new Exchanged("GET /payments/verifications/3c90c3cc-0d44-4b50-8888-8dd25736052a",
						PaySwayBodies.NEWEST));
	}

}
