package dev.tickmark.reconciliation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import dev.tickmark.intake.BankReport;
import dev.tickmark.intake.StatementFile;
import dev.tickmark.ledger.Run;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.JobDefinition;

/** Statements and banks' reports that the ledger is compared with. */
final class GivenComparison {

	private static final AtomicInteger FILES = new AtomicInteger();

	private static final String DEFINITION = """
			statement:
			  columns: {time: at, reference: id, result: outcome, price: amount, currency: currency, account: account, name: payee}
			  zone: UTC
			  results: {MATCH: MATCH, NO_MATCH: NO_MATCH, open: [PENDING, PROVIDER_ERROR]}
			  tolerance: 5m
			  price: 0.10
			  currency: EUR
			""";

	private GivenComparison() {
	}

	/**
	 * A statement with these lines: time, id, outcome, amount, currency, account, payee.
	 */
	static Path lines(Path folder, String... lines) {
		return write(folder.resolve("statement-" + FILES.incrementAndGet() + ".csv"),
				"at,id,outcome,amount,currency,account,payee\n" + String.join("\n", lines) + "\n");
	}

	static ReconcileCommand statement(ProviderName provider, Path file, @Nullable LocalDate from,
			@Nullable LocalDate to, Path reports) throws Exception {
		JobDefinition definition = Definitions.read("words", DEFINITION, Set.of());
		return new ReconcileCommand.WithStatement(provider, StatementFile.open(file, definition.requireStatement()),
				definition, from, to, false, reports);
	}

	/** A bank's report with what follows its head. */
	static ReconcileCommand bankReport(Run run, Path folder, String content, Path reports) throws Exception {
		Path file = write(folder.resolve("report-" + FILES.incrementAndGet() + ".xml"), """
				<?xml version="1.0" encoding="UTF-8"?>
				<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
				<GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2026-03-02T06:00:00Z</CreDtTm></GrpHdr>
				%s
				</CstmrPmtStsRpt></Document>
				""".formatted(content.isEmpty() ? group(1, "RCVC 1") : content));
		return new ReconcileCommand.WithBankReport(run.id(), BankReport.open(file), reports);
	}

	/** What is said of a message with so many payments: so many of each code. */
	static String group(int payments, String... counted) {
		StringBuilder text = new StringBuilder("""
				<OrgnlGrpInfAndSts><OrgnlMsgId>PAYEES</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
				<OrgnlNbOfTxs>%d</OrgnlNbOfTxs>
				""".formatted(payments));
		for (String count : counted) {
			text.append("<NbOfTxsPerSts><DtldNbOfTxs>%s</DtldNbOfTxs><DtldSts>%s</DtldSts></NbOfTxsPerSts>\n"
				.formatted(count.split(" ")[1], count.split(" ")[0]));
		}
		return text.append("</OrgnlGrpInfAndSts>\n").toString();
	}

	/** What is said of payments: end-to-end id and code each. */
	static String payments(String... payments) {
		StringBuilder text = new StringBuilder("<OrgnlPmtInfAndSts><OrgnlPmtInfId>P-1</OrgnlPmtInfId>\n");
		for (String payment : payments) {
			text.append("<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts></TxInfAndSts>\n"
				.formatted(payment.split(" ")[0], payment.split(" ")[1]));
		}
		return text.append("</OrgnlPmtInfAndSts>\n").toString();
	}

	private static Path write(Path file, String content) {
		try {
			return Files.writeString(file, content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
