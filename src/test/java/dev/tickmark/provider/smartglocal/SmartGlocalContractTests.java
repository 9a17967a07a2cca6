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
			default -> pointer.matches("/session/\\w+/0/.+")
					&& mayStillConfirmInPayment(pointer.replaceFirst("/session/\\w+/0/", ""), way);
		};
	}

	/** What it says it is about need not be there; but if it is, it must be ours. */
	private static boolean mayStillConfirmInPayment(String member, Way way) {
		String plain = member.replace("payout_details", "payment_method");
		return switch (plain) {
			case "id", "created_at", "payment_method/type" -> true;
			case "payment_method", "payment_method/bank_account",
					"payment_method/bank_account/faster_payment_system_verification" ->
				way.leavesNothing() || way == Way.EMPTY_OBJECT;
			case "payment_method/bank_account/system_type",
					"payment_method/bank_account/faster_payment_system_verification/phone",
					"payment_method/bank_account/faster_payment_system_verification/bank_id" ->
				way.leavesNothing();
			// The names are not compared, and no verdict says so
			default -> plain.startsWith("participant_details");
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
