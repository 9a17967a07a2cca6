package dev.tickmark.provider.banfico;

import java.util.List;
import java.util.Map;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.ProviderExchangeTests;

class BanficoExchangeTests extends ProviderExchangeTests {

	@Override
	protected String name() {
		return "banfico";
	}

	@Override
	protected Map<String, String> settings() {
		return tokens();
	}

	@Override
	protected Payee payee() {
		return Dialogue.payee(Column.TYPE, "PERSONAL", Column.NAME, "John Doe", Column.SORT_CODE, "900700",
				Column.ACCOUNT_NUMBER, "12345678", Column.SECONDARY_ACCOUNT, "9876543210");
	}

	@Override
	protected List<Exchanged> confirmed() {
		return List.of(new Exchanged("POST /v1.0/account-verifications", 202, """
				{"data":{"result":{"id":"3e6e4d1c-9af9-42cd-8ec9-e2a136a56940","message":"accepted"}}}"""),
				new Exchanged("GET /v1.0/account-verifications/3e6e4d1c-9af9-42cd-8ec9-e2a136a56940",
						Dialogue.sample("banfico/full-match-sort-code")));
	}

}
