package dev.tickmark.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tickmark.payee.InputRow;

/** Payment messages to be read, made of pieces. */
final class PaymentText {

	static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

	private PaymentText() {
	}

	/** A payment file that is named as one. */
	static Path file(Path folder, String message) {
		try {
			return Files.writeString(folder.resolve("payments.xml"), message);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String document(String namespace, String message) {
		return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"" + namespace + "\">\n" + message
				+ "</Document>\n";
	}

	/** A message with this header and these payments. */
	static String message(String header, String... payments) {
		return document(NAMESPACE, "<CstmrCdtTrfInitn>\n<GrpHdr><MsgId>M-1</MsgId>" + header + "</GrpHdr>\n"
				+ String.join("", payments) + "</CstmrCdtTrfInitn>\n");
	}

	/** A payment with this head and these transactions, each on a line of its own. */
	static String payment(String head, String... transactions) {
		return "<PmtInf><PmtInfId>P-1</PmtInfId>" + head + "\n" + String.join("", transactions) + "</PmtInf>\n";
	}

	static String transaction(String... parts) {
		return "<CdtTrfTxInf>" + String.join("", parts) + "</CdtTrfTxInf>\n";
	}

	/** A transaction as most are. */
	static String paying(String amount) {
		return transaction("<PmtId><EndToEndId>E-1</EndToEndId></PmtId>", amount("EUR", amount),
				"<Cdtr><Nm>Erika Mustermann</Nm></Cdtr>", iban(Given.IBAN));
	}

	static String amount(String currency, String amount) {
		return "<Amt><InstdAmt Ccy=\"" + currency + "\">" + amount + "</InstdAmt></Amt>";
	}

	static String iban(String iban) {
		return "<CdtrAcct><Id><IBAN>" + iban + "</IBAN></Id></CdtrAcct>";
	}

	static String otherAccount(String account) {
		return "<CdtrAcct><Id><Othr><Id>" + account + "</Id></Othr></Id></CdtrAcct>";
	}

	/** The cells of a file's only transaction, by the name of the column. */
	static Map<String, String> cells(Path folder, String... parts) throws UnreadableFile {
		return cells(Given.rows(Given.file(folder, message("", payment("", transaction(parts))))).getFirst());
	}

	static Map<String, String> cells(InputRow row) {
		List<String> header = PaymentTransaction.HEADER;
		Map<String, String> cells = new LinkedHashMap<>();
		for (int i = 0; i < header.size(); i++) {
			cells.put(header.get(i), row.fields().get(i));
		}
		return cells;
	}

	static List<String> remarks(Path file) throws UnreadableFile {
		return PayeeFile.open(file).remarks();
	}

}
