package dev.tickmark.verification;

import java.util.List;

/** Payment files without a line break: all of their payments are on line 1. */
public final class OneLine {

	private static final String MESSAGE = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"><CstmrCdtTrfInitn>"
			+ "<GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-11-20T10:00:00</CreDtTm><NbOfTxs>%d</NbOfTxs></GrpHdr>"
			+ "<PmtInf><PmtInfId>P-1</PmtInfId>%s</PmtInf></CstmrCdtTrfInitn></Document>";

	private static final String PAYMENT = "<CdtTrfTxInf><PmtId><EndToEndId>E-%d</EndToEndId></PmtId>"
			+ "<Amt><InstdAmt Ccy=\"EUR\">10.50</InstdAmt></Amt><Cdtr><Nm>%s</Nm></Cdtr>"
			+ "<CdtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></CdtrAcct></CdtTrfTxInf>";

	private OneLine() {
	}

	/** A pain.001 that pays each of them. */
	public static String payments(String message, List<String> names) {
		StringBuilder payments = new StringBuilder();
		for (String name : names) {
			payments.append(PAYMENT.formatted(names.indexOf(name) + 1, name));
		}
		return MESSAGE.formatted(message, names.size(), payments);
	}

}
