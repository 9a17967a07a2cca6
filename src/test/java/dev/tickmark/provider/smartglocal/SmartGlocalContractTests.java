package dev.tickmark.provider.smartglocal;

import java.util.List;
import java.util.Map;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Payee;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.Provider;
import dev.tickmark.provider.ProviderContractTests;
import dev.tickmark.provider.Spoiled.Way;

/** What comes back on the question itself. */
class SmartGlocalContractTests extends ProviderContractTests {

	@Override
	protected Provider provider() {
		return new SmartGlocal();
	}

	@Override
	protected Payee payee() {
		return SmartGlocalExchange.IVAN;
	}

	@Override
	protected List<String> secrets() {
		return List.of("79261234567", "9261234567");
	}

	@Override
	protected List<String> confirmations() {
		String confirmed = SmartGlocalExchange.CONFIRMED;
		return List.of(confirmed, SmartGlocalExchange.secondVersion(confirmed),
				confirmed.replace("\"payments\"", "\"payment_list\""),
				SmartGlocalExchange.inSession(confirmed,
						"\"error\":null,\"next_action\":null,\"finished_at\":\"2022-03-01T11:57:33.000001Z\""),
				confirmed.replaceFirst("\\{", "{\"error\":null,"));
	}

	@Override
	protected boolean mayStillConfirm(String pointer, Way way) {
		return switch (pointer) {
			case "/error", "/session/error", "/session/next_action" -> way.leavesNothing();
			case "/session/created_at", "/session/updated_at", "/session/finished_at" -> true;
			default -> false;
		};
	}

	@Override
	protected Dialogue asking() {
		return SmartGlocalExchange.opened();
	}

	@Override
	protected Dialogue pending() {
		return SmartGlocalExchange.asked();
	}

	@Override
	protected CallKind afterDoubt() {
		return CallKind.STATUS;
	}

	@Override
	protected boolean hasTokens() {
		return false;
	}

	@Override
	protected Map.Entry<Integer, String> refusedData() {
		return Map.entry(400, """
				{"status":"error","error":{"code":"invalid_request","description":"1234567890 is wrong"}}""");
	}

	@Override
	protected List<String> refusal() {
		return List.of("invalid_request");
	}

}
