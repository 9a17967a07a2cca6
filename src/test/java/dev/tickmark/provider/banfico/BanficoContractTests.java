package dev.tickmark.provider.banfico;

import java.util.List;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.Provider;
import dev.tickmark.provider.ProviderContractTests;
import dev.tickmark.provider.Spoiled.Way;

class BanficoContractTests extends ProviderContractTests {

	@Override
	protected Provider provider() {
		return new Banfico();
	}

	@Override
	protected Payee payee() {
		return Dialogue.payee(Column.TYPE, "PERSONAL", Column.NAME, "John Doe", Column.SORT_CODE, "900700",
				Column.ACCOUNT_NUMBER, "12345678", Column.SECONDARY_ACCOUNT, "9876543210");
	}

	@Override
	protected List<String> secrets() {
		return List.of("12345678", "90070012345678", "9876543210");
	}

	@Override
	protected List<String> confirmations() {
		String sample = Dialogue.sample("banfico/full-match-sort-code");
		return List.of(sample, sample.replace("\"apiVersion\": \"1.0\"", "\"schemeResponseCodes\": [ \"MTCH\" ]"),
				sample.replace("\"apiVersion\": \"1.0\"", "\"schemeResponseCode\": \"MATC\""));
	}

	@Override
	protected boolean mayStillConfirm(String pointer, Way way) {
		return switch (pointer) {
			// Any text is an id
			case "/data/result/id" -> way.isText();
			case "/data/result/responder" -> way.leavesNothing() || way == Way.EMPTY_OBJECT;
			case "/data/result/responder/schemeResponseCodes", "/data/result/responder/schemeResponseCode" ->
				way.leavesNothing() || way == Way.EMPTY_LIST;
			case "/data/result/account/secondaryId" -> true;
			default -> pointer.startsWith("/data/result/responder/");
		};
	}

	@Override
	protected Dialogue pending() {
		return dialogue().answered(202, """
				{"data":{"result":{"id":"AFRH44994","message":"accepted"}}}""");
	}

	@Override
	protected boolean repeatsCost() {
		return true;
	}

}
