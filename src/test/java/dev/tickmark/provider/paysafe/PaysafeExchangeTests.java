package dev.tickmark.provider.paysafe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tickmark.payee.Payee;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.ProviderExchangeTests;

class PaysafeExchangeTests extends ProviderExchangeTests {

	@Override
	protected String name() {
		return "paysafe";
	}

	@Override
	protected Map<String, String> settings() {
		Map<String, String> settings = new HashMap<>(tokens());
		settings.put("return-url", Given.RETURN_URL);
		return settings;
	}

	@Override
	protected Payee payee() {
		return Given.payee();
	}

	@Override
	protected List<Exchanged> confirmed() {
		return List.of(new Exchanged("GET " + Given.PATH + "?limit=50&offset=0", Given.list()),
				new Exchanged("POST " + Given.PATH, Dialogue.sample("paysafe/session")),
				new Exchanged("GET " + Given.PATH + "/" + Given.ID, Given.session("COMPLETED", null)));
	}

}
