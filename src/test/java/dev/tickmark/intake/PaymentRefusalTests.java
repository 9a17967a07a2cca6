package dev.tickmark.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PaymentRefusalTests {

	private static final String GOOD = PaymentText.message("",
			PaymentText.payment("", PaymentText.paying("1"), PaymentText.paying("2")));

	@TempDir
	Path folder;

	@Test
	void aDocumentTypeIsRefused() {
		assertThat(refusal(GOOD.replace("<Document", "<!DOCTYPE Document>\n<Document")))
			.startsWith("payees.csv, line 2: there is a document type (DOCTYPE).")
			.endsWith("Remove it.");
	}

	@Test
	void anEntityBombIsRefusedBeforeItGrows() {
		StringBuilder bomb = new StringBuilder("<!DOCTYPE Document [<!ENTITY a0 \"ha\">");
		for (int i = 1; i < 50; i++) {
			bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
		}
		assertThat(refusal(GOOD.replace("<Document", bomb + "]>\n<Document").replace("Erika", "&a49;")))
			.contains("document type (DOCTYPE)");
	}

	@Test
	void anExternalEntityIsNotRead() throws IOException {
		Path secret = Files.writeString(this.folder.resolve("secret"), "secret");
		String type = "<!DOCTYPE Document [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n";
		assertThat(refusal(GOOD.replace("<Document", type + "<Document").replace("Erika", "&x;")))
			.contains("document type (DOCTYPE)")
			.doesNotContain("secret");
	}

	@Test
	void anEntityThatXmlDoesNotKnowIsRefused() {
		assertThat(refusal(GOOD.replace("Erika", "M&uuml;ller"))).startsWith("payees.csv, line 6, column ")
			.contains("a name stands here between & and ; that XML does not know");
	}

	@Test
	void anotherMessageIsRefusedWithWhatWasFound() {
		String camt = PaymentText.document("urn:iso:std:iso:20022:tech:xsd:camt.053.001.08", "<BkToCstmrStmt/>");
		assertThat(refusal(camt)).startsWith("payees.csv, line 2, column 1: the root element is Document of the "
				+ "namespace urn:iso:std:iso:20022:tech:xsd:camt.053.001.08; expected is the root element Document");
	}

	@ParameterizedTest
	@ValueSource(strings = { "urn:iso:std:iso:20022:tech:xsd:pain.008.001.02", "",
			"urn:iso:std:iso:20022:tech:xsd:pain.001.001", "urn:x:not-pain.001.001.09" })
	void anotherNamespaceIsRefused(String namespace) {
		assertThat(refusal(GOOD.replace(PaymentText.NAMESPACE, namespace))).contains("the root element is Document");
	}

	@Test
	void aVersionThatNobodyKnowsIsRefused() {
		assertThat(refusal(GOOD.replace("pain.001.001.09", "pain.001.001.13"))).startsWith(
				"payees.csv, line 2, column 1: the message is pain.001.001.13; the versions from 02 to 12 are read.");
	}

	@Test
	void anotherMessageInTheRightNamespaceIsRefused() {
		assertThat(refusal(PaymentText.document(PaymentText.NAMESPACE, "<CstmrDrctDbtInitn/>")))
			.isEqualTo("payees.csv, line 3: the message is CstmrDrctDbtInitn; a credit transfer initiation "
					+ "(CstmrCdtTrfInitn) is expected.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "CstmrCdtTrfInitn", "PmtInf", "CdtTrfTxInf" })
	void aPartOfTheMessageInAnotherNamespaceIsRefusedAndNotLeftOut(String name) {
		assertThat(refusal(GOOD.replaceFirst("<" + name + ">", "<" + name + " xmlns=\"\">")))
			.contains(name + " has another namespace here than the document");
	}

	@Test
	void aLoneAmpersandIsRefusedWithHowItIsWritten() {
		assertThat(refusal(GOOD.replaceFirst("Erika", "AT&T and"))).startsWith("payees.csv, line 6, column ")
			.contains("& is written &amp;");
		assertThat(refusal(GOOD.replaceFirst("Erika", "A & B"))).contains("& is written &amp;");
	}

	@Test
	void anotherDocumentInXmlIsRefused() {
		assertThat(refusal("\n <html><body>Not found</body></html>"))
			.startsWith("payees.csv, line 2, column 2: the root element is html without a namespace; expected is");
	}

	@Test
	void aFileThatEndsTooEarlyIsRefused() {
		assertThat(refusal(GOOD.substring(0, GOOD.indexOf("<Cdtr>") + 8))).startsWith("payees.csv, line 6, column ")
			.contains("the file ends here in the middle of the message");
	}

	@Test
	void aSecondDocumentBehindTheFirstIsRefused() {
		assertThat(refusal(GOOD + GOOD)).startsWith("payees.csv, line 11, column ");
	}

	@Test
	void aSecondMessageIsRefused() {
		assertThat(refusal(GOOD.replace("</Document>", "<CstmrCdtTrfInitn/></Document>")))
			.contains("line 10: a second message begins");
	}

	@Test
	void elementsThatAreClosedInTheWrongOrderAreRefused() {
		assertThat(refusal(GOOD.replaceFirst("</Nm></Cdtr>", "</Cdtr></Nm>"))).startsWith("payees.csv, line 6, column ")
			.contains("an element is closed here that is not the one that is open");
	}

	@Test
	void aNulByteIsRefused() {
		assertThat(refusal(GOOD.replaceFirst("Erika", "Er\u0000ka"))).startsWith("payees.csv, line 6, column ")
			.contains("the character U+0000 may not stand here in XML");
	}

	@Test
	void bytesThatAreNoTextAreRefused() {
		Path file = Given.file(this.folder, GOOD.replaceFirst("Erika", "\u00C4nne"), StandardCharsets.ISO_8859_1);
		assertThat(Given.refusal(file)).startsWith("payees.csv, line ")
			.contains("the bytes here are no text in the encoding that the file states");
	}

	@Test
	void anEncodingThatNobodyKnowsIsRefused() {
		assertThat(refusal(GOOD.replace("UTF-8", "UTF-99"))).startsWith("payees.csv, line 1");
	}

	@Test
	void xml11IsRefused() {
		assertThat(refusal(GOOD.replace("version=\"1.0\"", "version=\"1.1\""))).contains("the file is XML 1.1");
	}

	@Test
	void aMessageWithoutTransactionsIsRefused() {
		assertThat(refusal(PaymentText.message("", PaymentText.payment(""))))
			.startsWith("payees.csv has no transaction (CdtTrfTxInf) in it.");
		assertThat(refusal(PaymentText.message(""))).startsWith("payees.csv has no transaction (CdtTrfTxInf) in it.");
	}

	@Test
	void aTransactionInAnotherPlaceIsRefused() {
		assertThat(refusal(PaymentText.message("", PaymentText.paying("1"))))
			.isEqualTo("payees.csv, line 5: a transaction (CdtTrfTxInf) stands in CstmrCdtTrfInitn; it belongs in "
					+ "PmtInf. Export the file again.");
		assertThat(refusal(PaymentText.message("",
				PaymentText.payment("",
						PaymentText.transaction("<SplmtryData>", PaymentText.paying("1"), "</SplmtryData>")))))
			.contains("stands in CdtTrfTxInf or deeper");
	}

	@Test
	void anAttributeWithoutAPrefixOfItsOwnIsRefused() {
		assertThat(refusal(GOOD.replaceFirst("<Cdtr>", "<x:Cdtr>"))).contains("a prefix is used here");
	}

	@Test
	void whatIsTooDeepOrTooLongIsRefused() {
		assertThat(refusal(GOOD.replaceFirst("<Cdtr>", "<a>".repeat(200)))).contains("is larger here than any payment");
		assertThat(refusal(GOOD.replaceFirst("Ccy=\"EUR\"", "Ccy=\"" + "E".repeat(200_000) + "\"")))
			.contains("is larger here than any payment");
		assertThat(refusal(GOOD.replaceFirst("Erika", "E".repeat(1_100_000)))).contains("line 6")
			.contains("1000000 characters");
	}

	@Test
	void whatHasNoEndIsRefusedBeforeItFillsTheMemory() {
		assertThat(refusal(GOOD.replaceFirst("<Cdtr>", "<" + "x".repeat(17_000_000))))
			.contains("has no end within 16 million bytes");
		assertThat(refusal(GOOD.replaceFirst("<Cdtr>", "<!-- " + "x".repeat(17_000_000))))
			.contains("is larger here than any payment");
	}

	private String refusal(String text) {
		return Given.refusal(Given.file(this.folder, text));
	}

}
