package dev.tickmark.intake;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** An element of a pain.002 message that holds something we read, and what is in it. */
final class BankElement {

	static final BankElement MESSAGE = new BankElement("CstmrPmtStsRpt");

	static final BankElement GROUP = MESSAGE.make("OrgnlGrpInfAndSts");

	static final BankElement PART = MESSAGE.make("OrgnlPmtInfAndSts");

	static final BankElement PAYMENT = PART.make("TxInfAndSts");

	static final BankElement GROUP_COUNTER = GROUP.make("NbOfTxsPerSts");

	static final BankElement PART_COUNTER = PART.make("NbOfTxsPerSts");

	static {
		// Version 02 has its transactions beside the group
		MESSAGE.children.put(PAYMENT.name, PAYMENT);
		for (BankValue value : BankValue.values()) {
			for (String path : value.paths()) {
				BankElement element = of(value.owner());
				for (String name : path.split("/")) {
					element = element.make(name);
				}
				element.value = value;
			}
		}
	}

	private final String name;

	private final Map<String, BankElement> children = new HashMap<>();

	private @Nullable BankValue value;

	private BankElement(String name) {
		this.name = name;
	}

	private static BankElement of(BankValue.Owner owner) {
		return switch (owner) {
			case GROUP -> GROUP;
			case PART -> PART;
			case PAYMENT -> PAYMENT;
		};
	}

	private BankElement make(String child) {
		return this.children.computeIfAbsent(child, BankElement::new);
	}

	String name() {
		return this.name;
	}

	/** The element of this name within this one; null when it means nothing to us. */
	@Nullable BankElement child(String child) {
		return this.children.get(child);
	}

	/** What its text is; null when there are but elements in it. */
	@Nullable BankValue value() {
		return this.value;
	}

}
