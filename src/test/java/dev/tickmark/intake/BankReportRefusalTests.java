package dev.tickmark.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BankReportRefusalTests {

	private static final String EXPECTED = "expected is the bank's status report on the verification of payees, "
			+ "pain.002 in XML.";

	private static final String GOOD = GivenReport.text("only-the-exceptions");

	@TempDir
	Path folder;

	@Test
	void anOrdinaryStatusReportIsRefused() {
		assertThat(GivenReport.refusal(GivenReport.path("ordinary"))).startsWith("ordinary.xml has no code of a "
				+ "verification of payees (RCVC, RVMC, RVNM, RVNA): it is the bank's ordinary status report");
	}

	@Test
	void anotherMessageIsRefusedByItsName() {
		assertThat(refusal(PaymentText.message("", PaymentText.payment("", PaymentText.paying("1")))))
			.startsWith("payees.csv, line 3, column ")
			.endsWith("this is pain.001.001.09 (CstmrCdtTrfInitn); " + EXPECTED);
		assertThat(refusal(PaymentText.document("urn:iso:std:iso:20022:tech:xsd:camt.053.001.08", "<BkToCstmrStmt/>")))
			.endsWith("this is camt.053.001.08 (BkToCstmrStmt); " + EXPECTED);
		assertThat(refusal("<Document><BkToCstmrStmt/></Document>"))
			.endsWith("this is a message BkToCstmrStmt; " + EXPECTED);
	}

	@Test
	void anotherDocumentIsRefused() {
		assertThat(refusal("<order><line/></order>")).isEqualTo(
				"payees.csv is XML without a status report (CstmrPmtStsRpt), its root element is order; " + EXPECTED);
		assertThat(refusal("<!DOCTYPE html>\n<html><body>Log in</body></html>"))
			.isEqualTo("payees.csv is a page of the web (HTML); " + EXPECTED);
	}

	@Test
	void whatIsNoXmlIsRefused() {
		assertThat(refusal("name,iban\nErika,DE89\n"))
			.isEqualTo("payees.csv is no XML, perhaps a table of text (CSV); " + EXPECTED);
		assertThat(refusal("%PDF-1.7\n%\u00E2\u00E3")).isEqualTo("payees.csv is a PDF; " + EXPECTED);
		assertThat(refusal("PK\u0003\u0004zipped")).startsWith("payees.csv is a ZIP archive or a workbook; unpack it");
	}

	@Test
	void whatIsNoFileIsRefused() throws IOException {
		assertThat(GivenReport.refusal(this.folder.resolve("none.xml")))
			.isEqualTo("none.xml does not exist. Check the path.");
		assertThat(GivenReport.refusal(Files.createDirectory(this.folder.resolve("inner"))))
			.isEqualTo("inner is a folder. Name the file in it.");
		assertThat(refusal("")).isEqualTo("payees.csv is empty (0 bytes). Expected is the bank's status report on the "
				+ "verification of payees, pain.002 in XML.");
	}

	@Test
	void aDocumentTypeIsRefused() {
		assertThat(refusal(GOOD.replace("<Document", "<!DOCTYPE Document [<!ENTITY a \"b\">]>\n<Document")))
			.startsWith("payees.csv, line 2: there is a document type (DOCTYPE).");
	}

	@Test
	void brokenXmlIsRefusedWithLineAndColumn() {
		assertThat(refusal(GOOD.substring(0, GOOD.indexOf("INV-64")))).startsWith("payees.csv, line 29, column ")
			.contains("the file ends here in the middle of the message");
		assertThat(refusal(GOOD.replaceFirst("<Pty><Nm>P. ", "<Pty><Nm>P & "))).startsWith("payees.csv, line ")
			.contains("& is written &amp;");
		assertThat(GivenReport
			.refusal(Given.file(this.folder, GOOD.replaceFirst("<Nm>P.", "<Nm>\u00C4."), StandardCharsets.ISO_8859_1)))
			.contains("the bytes here are no text in the encoding");
	}

	@Test
	void aSecondReportInTheFileIsRefused() {
		assertThat(refusal(GOOD.replace("</Document>", "<CstmrPmtStsRpt/></Document>")))
			.contains("a second status report begins; one is expected in a file");
	}

	@Test
	void aTransactionWhereNoneBelongsIsRefused() {
		assertThat(refusal(GOOD.replaceFirst("<TxInfAndSts>", "<SplmtryData><TxInfAndSts>")
			.replaceFirst("</TxInfAndSts>", "</TxInfAndSts></SplmtryData>")))
			.contains("TxInfAndSts stands in OrgnlPmtInfAndSts or deeper, where it does not belong");
	}

	@Test
	void whatIsTooLongIsRefused() {
		assertThat(refusal(GOOD.replaceFirst("INV-64", "I".repeat(1001))))
			.contains("the text of OrgnlEndToEndId is longer than 1000 characters");
		String line = "<AddtlInf>" + "x".repeat(600_000) + "</AddtlInf>";
		assertThat(refusal(GOOD.replaceFirst("<AddtlInf>", line + line + "<AddtlInf>")))
			.contains("the text of AddtlInf is longer than 1000000 characters");
	}

	private String refusal(String text) {
		return GivenReport.refusal(Given.file(this.folder, text));
	}

}
