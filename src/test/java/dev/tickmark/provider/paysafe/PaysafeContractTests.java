package dev.tickmark.provider.paysafe;

import java.util.List;
import java.util.Map;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Payee;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.Provider;
import dev.tickmark.provider.ProviderContractTests;
import dev.tickmark.provider.Spoiled.Way;

class PaysafeContractTests extends ProviderContractTests {

	@Override
	protected Provider provider() {
		return Given.paysafe();
	}

	@Override
	protected Payee payee() {
		return Given.payee();
	}

	@Override
	protected List<String> secrets() {
		return List.of(Given.CUSTOMER, Given.SECRET);
	}

	@Override
	protected List<String> confirmations() {
		return List.of(Given.completed(), Given.session("COMPLETED", null));
	}

	@Override
	protected boolean mayStillConfirm(String pointer, Way way) {
		return switch (pointer) {
			// It need not be there, but if it is, it must be of the kind asked for
			case "/instrument" -> way.leavesNothing();
			// When it ends, and where it led, says nothing about how it ended
			case "/instrument/id", "/creationTime", "/expirationTime", "/redirectUrl", "/returnUrl" -> true;
			default -> false;
		};
	}

	@Override
	protected Dialogue asking() {
		return Given.listed();
	}

	@Override
	protected Dialogue dialogue() {
		return Given.opened();
	}

	@Override
	protected Dialogue pending() {
		return dialogue().answered(200, Given.session("ONGOING_VERIFICATION", null));
	}

	@Override
	protected CallKind afterDoubt() {
		return CallKind.LIST;
	}

	@Override
	protected Map.Entry<Integer, String> refusedData() {
		return Map.entry(400, """
				{"error":{"code":"5068","message":"1234567890 is wrong","details":["1234567890"],
				"fieldErrors":[{"field":"instrumentType","error":"1234567890 is wrong"}]}}""");
	}

	@Override
	protected List<String> refusal() {
		return List.of("instrumentType");
	}

}
