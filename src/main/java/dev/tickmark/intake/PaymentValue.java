package dev.tickmark.intake;

import java.util.List;

/**
 * What is read of a pain.001 message, with the places where its versions have it: paths
 * of elements below the message's own.
 */
enum PaymentValue {

	GROUP_COUNT("GrpHdr/NbOfTxs"), GROUP_SUM("GrpHdr/CtrlSum"),

	PAYMENT_ID("PmtInf/PmtInfId"), PAYMENT_COUNT("PmtInf/NbOfTxs"), PAYMENT_SUM("PmtInf/CtrlSum"),
	/** A date of its own up to version 08, a choice since. */
	EXECUTION_DATE("PmtInf/ReqdExctnDt", "PmtInf/ReqdExctnDt/Dt", "PmtInf/ReqdExctnDt/DtTm"), DEBTOR("PmtInf/Dbtr/Nm"),

	INSTRUCTION_ID(Place.TRANSACTION + "PmtId/InstrId"), END_TO_END_ID(Place.TRANSACTION + "PmtId/EndToEndId"),
	UETR(Place.TRANSACTION + "PmtId/UETR"),
	AMOUNT(Place.TRANSACTION + "Amt/InstdAmt", Place.TRANSACTION + "Amt/EqvtAmt/Amt"),
	/** The attribute Ccy of the amount. */
	AMOUNT_CURRENCY, TRANSFER_CURRENCY(Place.TRANSACTION + "Amt/EqvtAmt/CcyOfTrf"),
	BIC(Place.BANK + "BIC", Place.BANK + "BICFI", Place.BANK + "CmbndId/BIC"),
	CLEARING_SYSTEM(Place.BANK + "ClrSysMmbId/ClrSysId/Cd"), CLEARING_MEMBER(Place.BANK + "ClrSysMmbId/MmbId"),
	NAME(Place.CREDITOR + "Nm"), COUNTRY(Place.CREDITOR + "PstlAdr/Ctry"),
	ORGANISATION(Place.CREDITOR + "Id/OrgId/Othr/Id", Place.CREDITOR + "Id/OrgId/BICOrBEI",
			Place.CREDITOR + "Id/OrgId/AnyBIC", Place.CREDITOR + "Id/OrgId/LEI"),
	BIRTH(Place.CREDITOR + "Id/PrvtId/DtAndPlcOfBirth/BirthDt"),
	PERSON_SCHEME(Place.CREDITOR + "Id/PrvtId/Othr/SchmeNm/Cd"), IBAN(Place.ACCOUNT + "IBAN"),
	/** Version 02 has the other two. */
	OTHER_ACCOUNT(Place.ACCOUNT + "Othr/Id", Place.ACCOUNT + "PrtryAcct/Id", Place.ACCOUNT + "BBAN"),
	REMITTANCE(Place.TRANSACTION + "RmtInf/Ustrd", Place.TRANSACTION + "RmtInf/Strd/CdtrRefInf/Ref",
			Place.TRANSACTION + "RmtInf/Strd/CdtrRefInf/CdtrRef");

	private final List<String> paths;

	PaymentValue(String... paths) {
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

	/** Where most of the values are. */
	private static final class Place {

		static final String TRANSACTION = "PmtInf/CdtTrfTxInf/";

		static final String BANK = TRANSACTION + "CdtrAgt/FinInstnId/";

		static final String CREDITOR = TRANSACTION + "Cdtr/";

		static final String ACCOUNT = TRANSACTION + "CdtrAcct/Id/";

	}

}
