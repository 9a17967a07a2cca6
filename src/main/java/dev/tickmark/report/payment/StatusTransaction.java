package dev.tickmark.report.payment;

import java.io.IOException;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Finding;

/**
 * Writes what a status report says of a transaction. German banks put the suggested name
 * into AddtlInf and the original one into OrgnlTxRef (DFÜ-Abkommen, Anlage 3, section
 * 2.2.6), and their readers take every AddtlInf for a name: so nothing else is written
 * there. Why a transaction has its status is told by Rsn/Prtry: the verdict, and the code
 * of the provider or the scheme where it fits.
 */
final class StatusTransaction {

	private static final int LONGEST_NAME = 140;

	private static final int LONGEST_ACCOUNT = 34;

	private static final int LONGEST_REASON = 35;

	private final StatusXml xml;

	private final MessageReader message;

	StatusTransaction(StatusXml xml, MessageReader message) {
		this.xml = xml;
		this.message = message;
	}

	/** Writes the transaction that the message has just ended. */
	void write(Finding finding) throws IOException {
		TransactionStatus status = TransactionStatus.of(finding);
		this.xml.beginOnNewLine("TxInfAndSts");
		this.xml.text("OrgnlInstrId", id(MessagePart.INSTRUCTION_ID));
		this.xml.text("OrgnlEndToEndId", id(MessagePart.END_TO_END_ID));
		this.xml.text("OrgnlUETR", StatusText.uetr(this.message.get(MessagePart.UETR)));
		this.xml.text("TxSts", status.name());
		if (status != TransactionStatus.RCVC) {
			reason(status, finding);
		}
		reference();
		this.xml.end();
	}

	private @Nullable String id(MessagePart part) {
		return StatusText.cut(this.message.get(part), StatusGroup.LONGEST_ID);
	}

	private void reason(TransactionStatus status, Finding finding) throws IOException {
		this.xml.begin("StsRsnInf");
		this.xml.begin("Rsn");
		this.xml.text("Prtry", reason(finding));
		this.xml.end();
		String name = finding.suggestedName();
		if (status == TransactionStatus.RVMC && name != null && !name.isBlank()) {
			for (String line : StatusText.lines(name)) {
				this.xml.text("AddtlInf", line);
			}
		}
		this.xml.end();
	}

	private static String reason(Finding finding) {
		String verdict = switch (finding.verdict()) {
			// Only one that is no match of name and account comes here
			case MATCH -> finding.basis().name();
			case CLOSE_MATCH, NO_MATCH, ACCOUNT_NOT_FOUND, ACCOUNT_UNUSABLE, UNABLE_TO_CHECK, REJECTED_INPUT, PENDING,
					ACTION_REQUIRED, PROVIDER_ERROR ->
				finding.verdict().name();
		};
		String code = finding.reasonCode();
		String both = (code != null && !code.isBlank()) ? verdict + " " + StatusText.clean(code) : verdict;
		return (both.length() <= LONGEST_REASON) ? both : verdict;
	}

	private void reference() throws IOException {
		this.xml.begin("OrgnlTxRef");
		amount();
		String name = StatusText.cut(this.message.get(MessagePart.NAME), LONGEST_NAME);
		if (name != null) {
			this.xml.begin("Cdtr");
			this.xml.begin("Pty");
			this.xml.text("Nm", name);
			this.xml.end();
			this.xml.end();
		}
		account();
		this.xml.end();
	}

	private void amount() throws IOException {
		String currency = StatusText.currency(this.message.get(MessagePart.CURRENCY));
		String instructed = StatusText.amount(this.message.get(MessagePart.INSTRUCTED_AMOUNT));
		String equivalent = StatusText.amount(this.message.get(MessagePart.EQUIVALENT_AMOUNT));
		String transfer = StatusText.currency(this.message.get(MessagePart.TRANSFER_CURRENCY));
		if (currency != null && instructed != null) {
			this.xml.begin("Amt");
			this.xml.amount("InstdAmt", currency, instructed);
			this.xml.end();
		}
		else if (currency != null && equivalent != null && transfer != null) {
			this.xml.begin("Amt");
			this.xml.begin("EqvtAmt");
			this.xml.amount("Amt", currency, equivalent);
			this.xml.text("CcyOfTrf", transfer);
			this.xml.end();
			this.xml.end();
		}
	}

	private void account() throws IOException {
		String written = this.message.get(MessagePart.IBAN);
		String iban = StatusText.iban(written);
		String other = Objects.requireNonNullElse(written,
				Objects.requireNonNullElse(this.message.get(MessagePart.OTHER_ACCOUNT), ""));
		if (iban == null && (other.isEmpty() || other.length() > LONGEST_ACCOUNT)) {
			return;
		}
		this.xml.begin("CdtrAcct");
		this.xml.begin("Id");
		if (iban != null) {
			this.xml.text("IBAN", iban);
		}
		else {
			this.xml.begin("Othr");
			this.xml.text("Id", other);
			this.xml.end();
		}
		this.xml.end();
		this.xml.end();
	}

}
