package dev.tickmark.report.payment;

import java.util.List;

/**
 * What is read of a pain.001 message for its reports, with the places where it is: paths
 * of elements below the message's own.
 */
enum MessagePart {

	MESSAGE_ID("GrpHdr/MsgId"), CREATED("GrpHdr/CreDtTm"), GROUP_COUNT("GrpHdr/NbOfTxs"), GROUP_SUM("GrpHdr/CtrlSum"),

	PAYMENT_ID("PmtInf/PmtInfId"), PAYMENT_COUNT("PmtInf/NbOfTxs"), PAYMENT_SUM("PmtInf/CtrlSum"),

	INSTRUCTION_ID("PmtInf/CdtTrfTxInf/PmtId/InstrId"), END_TO_END_ID("PmtInf/CdtTrfTxInf/PmtId/EndToEndId"),
	UETR("PmtInf/CdtTrfTxInf/PmtId/UETR"), INSTRUCTED_AMOUNT("PmtInf/CdtTrfTxInf/Amt/InstdAmt"),
	EQUIVALENT_AMOUNT("PmtInf/CdtTrfTxInf/Amt/EqvtAmt/Amt"),
	/** The attribute Ccy of either amount. */
	CURRENCY, TRANSFER_CURRENCY("PmtInf/CdtTrfTxInf/Amt/EqvtAmt/CcyOfTrf"), NAME("PmtInf/CdtTrfTxInf/Cdtr/Nm"),
	IBAN("PmtInf/CdtTrfTxInf/CdtrAcct/Id/IBAN"), OTHER_ACCOUNT("PmtInf/CdtTrfTxInf/CdtrAcct/Id/Othr/Id",
			"PmtInf/CdtTrfTxInf/CdtrAcct/Id/PrtryAcct/Id", "PmtInf/CdtTrfTxInf/CdtrAcct/Id/BBAN");

	private final List<String> paths;

	MessagePart(String... paths) {
		this.paths = List.of(paths);
	}

	List<String> paths() {
		return this.paths;
	}

	boolean isOfTransaction() {
		return compareTo(INSTRUCTION_ID) >= 0;
	}

	boolean isOfPayment() {
		return !isOfTransaction() && compareTo(PAYMENT_ID) >= 0;
	}

	/** Whether it is another one in each half of the message. */
	boolean differsByHalf() {
		return switch (this) {
			case MESSAGE_ID, GROUP_COUNT, GROUP_SUM, PAYMENT_COUNT, PAYMENT_SUM -> true;
			case CREATED, PAYMENT_ID, INSTRUCTION_ID, END_TO_END_ID, UETR, INSTRUCTED_AMOUNT, EQUIVALENT_AMOUNT,
					CURRENCY, TRANSFER_CURRENCY, NAME, IBAN, OTHER_ACCOUNT ->
				false;
		};
	}

}
