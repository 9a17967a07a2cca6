package dev.tickmark.report.payment;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes what a status report says of the message and of its payments as wholes. */
final class StatusGroup {

	private static final String SIMULATED = " Made of simulated verdicts (sandbox): nothing was verified. ";

	private static final String SUFFIX = "-S";

	/** Max35Text. */
	static final int LONGEST_ID = 35;

	/** What ISO 20022 writes where an id is required and there is none. */
	private static final String NONE = "NOTPROVIDED";

	/** With what the national banks add, like {@code .ch.02}. */
	private static final Pattern MESSAGE_NAME = Pattern
		.compile("pain\\.001\\.[0-9]{3}\\.[0-9]{2}(\\.[a-z]+\\.[0-9]+)?");

	private final StatusXml xml;

	StatusGroup(StatusXml xml) {
		this.xml = xml;
	}

	/** Up to the first payment. */
	void begin(Original original, PaymentStatuses statuses, Instant createdAt, boolean simulated) throws IOException {
		this.xml.beginDocument(simulated ? SIMULATED : null);
		this.xml.begin("CstmrPmtStsRpt");
		try (MessageReader message = MessageReader.open(original)) {
			boolean more = true;
			while (more && !message.ends(MessageElement.HEADER)) {
				more = message.advance();
			}
			header(message, createdAt);
			original(message, statuses);
		}
	}

	private void header(MessageReader message, Instant createdAt) throws IOException {
		this.xml.beginOnNewLine("GrpHdr");
		this.xml.text("MsgId", MessageId.of(id(message), SUFFIX));
		this.xml.text("CreDtTm", createdAt.truncatedTo(ChronoUnit.SECONDS).toString());
		this.xml.end();
	}

	private void original(MessageReader message, PaymentStatuses statuses) throws IOException {
		Matcher name = MESSAGE_NAME.matcher(message.namespace());
		this.xml.beginOnNewLine("OrgnlGrpInfAndSts");
		this.xml.text("OrgnlMsgId", StatusText.cut(id(message), LONGEST_ID));
		this.xml.text("OrgnlMsgNmId", name.find() ? name.group() : "pain.001");
		this.xml.text("OrgnlCreDtTm", StatusText.dateTime(message.get(MessagePart.CREATED)));
		this.xml.text("OrgnlNbOfTxs", StatusText.numeric(message.get(MessagePart.GROUP_COUNT)));
		this.xml.text("OrgnlCtrlSum", StatusText.sum(message.get(MessagePart.GROUP_SUM)));
		status("GrpSts", statuses.tallies());
		this.xml.end();
	}

	private static String id(MessageReader message) {
		return Objects.requireNonNullElse(message.get(MessagePart.MESSAGE_ID), NONE);
	}

	void beginPayment(Payments.Payment<TransactionStatus> payment) throws IOException {
		this.xml.beginOnNewLine("OrgnlPmtInfAndSts");
		this.xml.text("OrgnlPmtInfId", StatusText.cut(Objects.requireNonNullElse(payment.id(), NONE), LONGEST_ID));
		this.xml.text("OrgnlNbOfTxs", StatusText.numeric(payment.count()));
		this.xml.text("OrgnlCtrlSum", StatusText.sum(payment.sum()));
		if (!payment.tallies().isEmpty()) {
			status("PmtInfSts", payment.tallies());
		}
	}

	private void status(String name, Map<TransactionStatus, Tally> tallies) throws IOException {
		this.xml.text(name, GroupStatus.of(tallies).name());
		for (Map.Entry<TransactionStatus, Tally> entry : tallies.entrySet()) {
			this.xml.begin("NbOfTxsPerSts");
			this.xml.text("DtldNbOfTxs", String.valueOf(entry.getValue().transactions()));
			this.xml.text("DtldSts", entry.getKey().name());
			this.xml.end();
		}
	}

}
