package dev.tickmark.intake;

import java.util.List;

/**
 * What is read of a pain.002 message, with the places where its versions and the banks
 * have it: paths below the element that it describes.
 */
enum BankValue {

	MESSAGE_ID(Owner.GROUP, "OrgnlMsgId"), MESSAGE_NAME(Owner.GROUP, "OrgnlMsgNmId"),
	GROUP_PAYMENTS(Owner.GROUP, "OrgnlNbOfTxs"), GROUP_SUM(Owner.GROUP, "OrgnlCtrlSum"),
	GROUP_STATUS(Owner.GROUP, "GrpSts"), GROUP_REASON(Owner.GROUP, "StsRsnInf/Rsn/Cd", "StsRsnInf/Rsn/Prtry"),
	GROUP_COUNTED(Owner.GROUP, "NbOfTxsPerSts/DtldNbOfTxs"), GROUP_COUNTED_STATUS(Owner.GROUP, "NbOfTxsPerSts/DtldSts"),

	PART_ID(Owner.PART, "OrgnlPmtInfId"), PART_PAYMENTS(Owner.PART, "OrgnlNbOfTxs"),
	PART_STATUS(Owner.PART, "PmtInfSts"), PART_REASON(Owner.PART, "StsRsnInf/Rsn/Cd", "StsRsnInf/Rsn/Prtry"),
	PART_COUNTED(Owner.PART, "NbOfTxsPerSts/DtldNbOfTxs"), PART_COUNTED_STATUS(Owner.PART, "NbOfTxsPerSts/DtldSts"),

	/** Only version 02, which has no parts, says it here. */
	PAYMENT_PART(Owner.PAYMENT, "OrgnlPmtInfId"), INSTRUCTION_ID(Owner.PAYMENT, "OrgnlInstrId"),
	END_TO_END_ID(Owner.PAYMENT, "OrgnlEndToEndId"), UETR(Owner.PAYMENT, "OrgnlUETR"), STATUS(Owner.PAYMENT, "TxSts"),
	REASON(Owner.PAYMENT, "StsRsnInf/Rsn/Cd", "StsRsnInf/Rsn/Prtry"),
	/** Kept as it is: a space at an end tells how a text was cut. */
	TEXT(Owner.PAYMENT, "StsRsnInf/AddtlInf"),
	AMOUNT(Owner.PAYMENT, "OrgnlTxRef/Amt/InstdAmt", "OrgnlTxRef/Amt/EqvtAmt/Amt"),
	/** The attribute Ccy of the amount. */
	CURRENCY(Owner.PAYMENT),
	/** Since version 10 a party is a choice. */
	NAME(Owner.PAYMENT, "OrgnlTxRef/Cdtr/Nm", "OrgnlTxRef/Cdtr/Pty/Nm"),
	IBAN(Owner.PAYMENT, "OrgnlTxRef/CdtrAcct/Id/IBAN"), OTHER_ACCOUNT(Owner.PAYMENT, "OrgnlTxRef/CdtrAcct/Id/Othr/Id",
			"OrgnlTxRef/CdtrAcct/Id/PrtryAcct/Id", "OrgnlTxRef/CdtrAcct/Id/BBAN");

	private final Owner owner;

	private final List<String> paths;

	BankValue(Owner owner, String... paths) {
		this.owner = owner;
		this.paths = List.of(paths);
	}

	Owner owner() {
		return this.owner;
	}

	List<String> paths() {
		return this.paths;
	}

	/** Whose value it is. */
	enum Owner {

		GROUP, PART, PAYMENT

	}

}
