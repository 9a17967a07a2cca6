package dev.tickmark.report.payment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class StatusReportTests {

	private static final String HEADER = "<CreDtTm>2026-03-01T10:00:00</CreDtTm><NbOfTxs>3</NbOfTxs>"
			+ "<CtrlSum>6.00</CtrlSum>";

	private static final String TEXT = Given.message(HEADER, Given.payment("A",
			"<NbOfTxs>2</NbOfTxs><CtrlSum>3.00</CtrlSum>", Given.paying("1", "1.00"), Given.paying("2", "2.00")),
			Given.payment("B", "", Given.paying("3", "3.00")));

	@Test
	void theReportRepeatsTheMessageAndSaysTheStatusOfEachPart() throws IOException {
		assertThat(Given.report(TEXT, Given.match(), Given.close("Erika & Max <Muster>"), Given.match())).isEqualTo(
				"""
						<?xml version="1.0" encoding="UTF-8"?>
						<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
						<GrpHdr><MsgId>M-1-S</MsgId><CreDtTm>2026-03-01T22:15:30Z</CreDtTm></GrpHdr>
						<OrgnlGrpInfAndSts><OrgnlMsgId>M-1</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>\
						<OrgnlCreDtTm>2026-03-01T10:00:00</OrgnlCreDtTm><OrgnlNbOfTxs>3</OrgnlNbOfTxs>\
						<OrgnlCtrlSum>6.00</OrgnlCtrlSum><GrpSts>RVCM</GrpSts>\
						<NbOfTxsPerSts><DtldNbOfTxs>2</DtldNbOfTxs><DtldSts>RCVC</DtldSts></NbOfTxsPerSts>\
						<NbOfTxsPerSts><DtldNbOfTxs>1</DtldNbOfTxs><DtldSts>RVMC</DtldSts></NbOfTxsPerSts></OrgnlGrpInfAndSts>
						<OrgnlPmtInfAndSts><OrgnlPmtInfId>A</OrgnlPmtInfId><OrgnlNbOfTxs>2</OrgnlNbOfTxs>\
						<OrgnlCtrlSum>3.00</OrgnlCtrlSum><PmtInfSts>RVCM</PmtInfSts>\
						<NbOfTxsPerSts><DtldNbOfTxs>1</DtldNbOfTxs><DtldSts>RCVC</DtldSts></NbOfTxsPerSts>\
						<NbOfTxsPerSts><DtldNbOfTxs>1</DtldNbOfTxs><DtldSts>RVMC</DtldSts></NbOfTxsPerSts>
						<TxInfAndSts><OrgnlEndToEndId>1</OrgnlEndToEndId><TxSts>RCVC</TxSts>\
						<OrgnlTxRef><Amt><InstdAmt Ccy="EUR">1.00</InstdAmt></Amt><Cdtr><Pty><Nm>Erika Mustermann</Nm></Pty></Cdtr>\
						<CdtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></CdtrAcct></OrgnlTxRef></TxInfAndSts>
						<TxInfAndSts><OrgnlEndToEndId>2</OrgnlEndToEndId><TxSts>RVMC</TxSts>\
						<StsRsnInf><Rsn><Prtry>CLOSE_MATCH CMTC</Prtry></Rsn>\
						<AddtlInf>Erika &amp; Max &lt;Muster></AddtlInf></StsRsnInf>\
						<OrgnlTxRef><Amt><InstdAmt Ccy="EUR">2.00</InstdAmt></Amt><Cdtr><Pty><Nm>Erika Mustermann</Nm></Pty></Cdtr>\
						<CdtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></CdtrAcct></OrgnlTxRef></TxInfAndSts>\
						</OrgnlPmtInfAndSts>
						<OrgnlPmtInfAndSts><OrgnlPmtInfId>B</OrgnlPmtInfId><PmtInfSts>RCVC</PmtInfSts>\
						<NbOfTxsPerSts><DtldNbOfTxs>1</DtldNbOfTxs><DtldSts>RCVC</DtldSts></NbOfTxsPerSts>
						<TxInfAndSts><OrgnlEndToEndId>3</OrgnlEndToEndId><TxSts>RCVC</TxSts>\
						<OrgnlTxRef><Amt><InstdAmt Ccy="EUR">3.00</InstdAmt></Amt><Cdtr><Pty><Nm>Erika Mustermann</Nm></Pty></Cdtr>\
						<CdtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></CdtrAcct></OrgnlTxRef></TxInfAndSts>\
						</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
						""");
	}

	@ParameterizedTest
	@CsvSource({ "CLOSE_MATCH, RVMC", "NO_MATCH, RVNM", "ACCOUNT_NOT_FOUND, RVNA", "ACCOUNT_UNUSABLE, RVNA",
			"UNABLE_TO_CHECK, RVNA", "REJECTED_INPUT, RVNA", "PENDING, PDNG", "ACTION_REQUIRED, PDNG",
			"PROVIDER_ERROR, PDNG" })
	void eachVerdictHasItsStatusAndIsNamedAsTheReason(Verdict verdict, String status) throws IOException {
		assertThat(report(Finding.of(verdict, "So it is.")))
			.contains("<TxSts>" + status + "</TxSts><StsRsnInf><Rsn><Prtry>" + verdict + "</Prtry></Rsn></StsRsnInf>");
	}

	@Test
	void aMatchOfNameAndAccountIsVerified() throws IOException {
		assertThat(report(Given.match())).contains("<TxSts>RCVC</TxSts><OrgnlTxRef>", "<GrpSts>RCVC</GrpSts>",
				"<PmtInfSts>RCVC</PmtInfSts>");
	}

	@ParameterizedTest
	@EnumSource(value = Basis.class, mode = EnumSource.Mode.EXCLUDE, names = "NAME_AND_ACCOUNT")
	void aMatchOfAnythingElseIsNotTakenForOne(Basis basis) throws IOException {
		assertThat(report(Given.match(basis)))
			.contains("<TxSts>RVNA</TxSts><StsRsnInf><Rsn><Prtry>" + basis + " MTCH</Prtry>", "<GrpSts>RVCM</GrpSts>");
	}

	@Test
	void whileATransactionIsPendingSoIsItsPaymentAndTheMessage() throws IOException {
		Finding pending = Finding.of(Verdict.PENDING, "Not yet.");
		assertThat(Given.report(TEXT, Finding.of(Verdict.NO_MATCH, "No."), Given.match(), pending)).contains(
				"<GrpSts>PDNG</GrpSts>", "<OrgnlCtrlSum>3.00</OrgnlCtrlSum><PmtInfSts>RVCM</PmtInfSts>",
				"<OrgnlPmtInfId>B</OrgnlPmtInfId><PmtInfSts>PDNG</PmtInfSts>");
	}

	@Test
	void aSuggestedNameIsOnlyToldWhereTheMatchIsClose() throws IOException {
		assertThat(report(Finding.of(Verdict.NO_MATCH, "No.").suggesting("Max Muster"))).doesNotContain("Max Muster");
	}

	@Test
	void aLongSuggestedNameIsInSeveralPiecesThatPutTogetherAreTheName() throws IOException {
		String name = "Internationale Gesellschaft ".repeat(9).strip();
		String report = report(Given.close(name));
		assertThat(report.replace("</AddtlInf><AddtlInf>", "")).contains("<AddtlInf>" + name + "</AddtlInf>");
		assertThat(StatusText.lines(name)).hasSize(3)
			.allSatisfy((line) -> assertThat(line).hasSizeBetween(1, 105).isEqualTo(line.strip()));
	}

	@Test
	void charactersThatXmlCannotHaveAreReplaced() throws IOException {
		assertThat(report(Given.close("Max\u0001 M\uD800uster\uFFFF 𝄞"))).contains("<AddtlInf>Max? M?uster? 𝄞<");
	}

	@Test
	void aReasonCodeThatIsTooLongStaysAway() throws IOException {
		assertThat(report(Finding.of(Verdict.NO_MATCH, "No.").code("x".repeat(40))))
			.contains("<Prtry>NO_MATCH</Prtry>");
	}

	@Test
	void whatTheSchemaDoesNotTakeStaysAway() throws IOException {
		String text = Given.message("<CreDtTm>yesterday</CreDtTm><NbOfTxs>some</NbOfTxs><CtrlSum>1E3</CtrlSum>",
				Given.payment("x".repeat(40), "", "<CdtTrfTxInf><PmtId><EndToEndId>e</EndToEndId><UETR>u</UETR></PmtId>"
						+ "<Amt><InstdAmt Ccy=\"EUR\">1.234567</InstdAmt></Amt><Cdtr><Nm>" + "n".repeat(150)
						+ "</Nm></Cdtr><CdtrAcct><Id><Othr><Id>12 34</Id></Othr></Id></CdtrAcct></CdtTrfTxInf>"));
		assertThat(Given.report(text, Given.match()))
			.contains("<OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>", "<OrgnlPmtInfId>" + "x".repeat(35) + "<",
					"<OrgnlTxRef><Cdtr><Pty><Nm>" + "n".repeat(140) + "</Nm></Pty></Cdtr><CdtrAcct><Id><Othr>"
							+ "<Id>12 34</Id></Othr></Id></CdtrAcct></OrgnlTxRef>")
			.doesNotContain("OrgnlUETR");
	}

	@Test
	void anEquivalentAmountIsToldAsOne() throws IOException {
		String text = Given.message("",
				Given.payment("A", "",
						Given.paying("1", "1")
							.replace("<InstdAmt Ccy=\"EUR\">1</InstdAmt>",
									"<EqvtAmt><Amt Ccy=\"CHF\">1</Amt><CcyOfTrf>EUR</CcyOfTrf></EqvtAmt>")));
		assertThat(Given.report(text, Given.match()))
			.contains("<Amt><EqvtAmt><Amt Ccy=\"CHF\">1</Amt><CcyOfTrf>EUR</CcyOfTrf></EqvtAmt></Amt>");
	}

	@Test
	void aNationalMessageIsNamedAsItIs() throws IOException {
		String text = TEXT.replace(Given.NAMESPACE,
				"http://www.six-interbank-clearing.com/de/pain.001.001.03.ch.02.xsd");
		assertThat(Given.report(text, Given.match(), Given.match(), Given.match()))
			.contains("<OrgnlMsgNmId>pain.001.001.03.ch.02</OrgnlMsgNmId>");
	}

	@Test
	void aPaymentWithoutTransactionsHasNoStatus() throws IOException {
		String text = Given.message("", Given.payment("A", ""), Given.payment("B", "", Given.paying("1", "1")));
		assertThat(Given.report(text, Given.match())).contains("<OrgnlPmtInfId>A</OrgnlPmtInfId></OrgnlPmtInfAndSts>");
	}

	@Test
	void simulatedVerdictsAreSaid() throws IOException {
		assertThat(Given.report(TEXT, true, Given.match(), Given.match(), Given.match()))
			.contains("pain.002.001.10\"><!-- Made of simulated verdicts (sandbox): nothing was verified. -->");
	}

	@Test
	void otherRowsThanTransactionsAreOurBug() {
		assertThatIllegalStateException().isThrownBy(() -> Given.report(TEXT, Given.match(), Given.match()));
		assertThatIllegalStateException()
			.isThrownBy(() -> Given.report(TEXT, Given.match(), Given.match(), Given.match(), Given.match()));
	}

	@Test
	void anotherStatusThanWasToldBeforeIsOurBug() throws IOException {
		PaymentStatuses statuses = new PaymentStatuses();
		for (int i = 0; i < 3; i++) {
			statuses.add(Given.match());
		}
		try (StatusReport report = StatusReport.open(Given.original(TEXT), statuses, Given.CREATED_AT,
				new ByteArrayOutputStream(), false)) {
			assertThatIllegalStateException().isThrownBy(() -> report.write(Finding.of(Verdict.NO_MATCH, "No.")))
				.withMessage("row 1 has another status than before");
		}
	}

	private static String report(Finding finding) throws IOException {
		return Given.report(Given.message("", Given.payment("A", "", Given.paying("1", "1"))), finding);
	}

}
