package dev.tickmark.provider.paysway;

import java.util.List;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.Provider;
import dev.tickmark.provider.ProviderContractTests;
import dev.tickmark.provider.Spoiled.Way;

class PaySwayContractTests extends ProviderContractTests {

	@Override
	protected Provider provider() {
		return new PaySway();
	}

	@Override
	protected Payee payee() {
		return Dialogue.payee(Column.TYPE, "BUSINESS", Column.NAME, "Élan Énergie SARL", Column.IBAN,
				"FR1420041010050500013M02606", Column.BIC, "PSSTFRPPPAR", Column.TAX_ID, "FR40303265045");
	}

	@Override
	protected List<String> secrets() {
		return List.of("FR1420041010050500013M02606", "FR40303265045");
	}

	@Override
	protected List<String> confirmations() {
		return List.of(PaySwayBodies.NEWEST, PaySwayBodies.OLDEST,
				Dialogue.sample("paysway/response-schema")
					.replace("PENDING", "COMPLETED")
					.replace("\"failureReason\": \"INVALID_FIELD\",", ""));
	}

	@Override
	protected boolean mayStillConfirm(String pointer, Way way) {
		return switch (pointer) {
			// Any text is an id
			case "/id" -> way.isText();
			case "/result/accountType" -> way.leavesNothing() || way == Way.EMPTY_OBJECT;
			case "/result/accountType/matchStatus", "/result/schemeResponseCode", "/failureReason" ->
				way.leavesNothing();
			case "/createdDate", "/updatedDate", "/createdAt", "/updatedAt", "/metadata",
					"/result/accountHolderName/verifiedName" ->
				true;
			default -> false;
		};
	}

	@Override
	protected Dialogue pending() {
		return dialogue().answered(200, Dialogue.sample("paysway/response-schema"));
	}

}
