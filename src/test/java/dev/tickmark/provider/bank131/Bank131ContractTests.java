package dev.tickmark.provider.bank131;

import java.util.List;
import java.util.Map;

import dev.tickmark.payee.Payee;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.Provider;
import dev.tickmark.provider.ProviderContractTests;
import dev.tickmark.provider.Spoiled.Way;

class Bank131ContractTests extends ProviderContractTests {

	@Override
	protected Provider provider() {
		return Given.provider();
	}

	@Override
	protected Payee payee() {
		return Given.PERSON;
	}

	@Override
	protected List<String> secrets() {
		return List.of("4509123456", "500100732259", "+79161234567");
	}

	@Override
	protected Dialogue dialogue() {
		return pending();
	}

	@Override
	protected Dialogue pending() {
		return asking().answered(200, Given.PENDING);
	}

	@Override
	protected List<String> confirmations() {
		return List.of(Given.OK, Given.OK.replace("\"ok\"", "\"success\""), """
				{"status":"ok","error":null,"data":{"id":7}}""", """
				{"status":"ok"}""");
	}

	@Override
	protected boolean mayStillConfirm(String pointer, Way way) {
		return switch (pointer) {
			case "/data" -> way.leavesNothing() || way == Way.EMPTY_OBJECT;
			case "/data/id", "/error" -> way.leavesNothing();
			case "/data/description", "/data/participant", "/data/participant/reference" -> true;
			default -> false;
		};
	}

	@Override
	protected boolean hasTokens() {
		return false;
	}

	@Override
	protected Map.Entry<Integer, String> refusedData() {
		return Map.entry(422, Given.unprocessable("request_body_validation_error"));
	}

	@Override
	protected List<String> refusal() {
		return List.of("request_body_validation_error");
	}

}
