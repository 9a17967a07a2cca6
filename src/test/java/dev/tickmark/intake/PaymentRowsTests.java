package dev.tickmark.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.InputRow;

import static org.assertj.core.api.Assertions.assertThat;

class PaymentRowsTests {

	@TempDir
	Path folder;

	@Test
	void aTransactionIsARowWithAllThatAClerkWantsToSee() throws UnreadableFile {
		String payment = PaymentText.payment(
				"<ReqdExctnDt><Dt>2026-03-12</Dt></ReqdExctnDt><Dbtr><Nm>Acme Corp</Nm></Dbtr>",
				PaymentText.transaction(
						"<PmtId><InstrId>I-1</InstrId><EndToEndId>E-1</EndToEndId>"
								+ "<UETR>8a562c67-ca16-48ba-b074-65581be6f011</UETR></PmtId>",
						PaymentText.amount("EUR", "150.00"),
						"<CdtrAgt><FinInstnId><BICFI>COBADEFFXXX</BICFI></FinInstnId></CdtrAgt>",
						"<Cdtr><Nm>Erika Mustermann</Nm><PstlAdr><Ctry>DE</Ctry></PstlAdr></Cdtr>",
						PaymentText.iban(Given.IBAN), "<RmtInf><Ustrd>Invoice 7</Ustrd><Ustrd>more</Ustrd></RmtInf>"));
		InputRow row = Given.rows(Given.file(this.folder, PaymentText.message("", payment))).getFirst();
		assertThat(PaymentText.cells(row)).containsExactlyEntriesOf(expectedCells());
		assertThat(row.line()).isEqualTo(6);
		assertThat(Given.payee(row).values()).containsOnly(Map.entry(Column.REFERENCE, "E-1"),
				Map.entry(Column.NAME, "Erika Mustermann"), Map.entry(Column.COUNTRY, "DE"),
				Map.entry(Column.IBAN, Given.IBAN), Map.entry(Column.BIC, "COBADEFFXXX"),
				Map.entry(Column.CURRENCY, "EUR"), Map.entry(Column.AMOUNT, "150.00"));
	}

	private static Map<String, String> expectedCells() {
		Map<String, String> cells = new LinkedHashMap<>();
		PaymentTransaction.HEADER.forEach((name) -> cells.put(name, ""));
		cells.putAll(Map.of("reference", "E-1", "name", "Erika Mustermann", "country", "DE", "iban", Given.IBAN, "bic",
				"COBADEFFXXX", "currency", "EUR", "amount", "150.00", "amount_currency", "EUR"));
		cells.putAll(Map.of("requested_execution_date", "2026-03-12", "remittance", "Invoice 7", "debtor_name",
				"Acme Corp", "payment_information_id", "P-1", "instruction_id", "I-1", "end_to_end_id", "E-1", "uetr",
				"8a562c67-ca16-48ba-b074-65581be6f011"));
		return cells;
	}

	@Test
	void everyTransactionOfEveryPaymentIsARowInOrder() throws UnreadableFile {
		String first = PaymentText.payment("<Dbtr><Nm>A</Nm></Dbtr>", PaymentText.paying("1"), PaymentText.paying("2"));
		String empty = PaymentText.payment("<Dbtr><Nm>B</Nm></Dbtr>");
		String last = PaymentText.payment("", PaymentText.paying("3"));
		List<InputRow> rows = Given.rows(Given.file(this.folder, PaymentText.message("", first, empty, last)));
		assertThat(rows).extracting((row) -> PaymentText.cells(row).get("amount")).containsExactly("1", "2", "3");
		assertThat(rows).extracting((row) -> PaymentText.cells(row).get("debtor_name")).containsExactly("A", "A", "");
		assertThat(rows).extracting(InputRow::line).containsExactly(6L, 7L, 12L);
	}

	@ParameterizedTest
	@CsvSource({ "<EndToEndId>NOTPROVIDED</EndToEndId>, ''",
			"<InstrId>I-1</InstrId><EndToEndId>NOTPROVIDED</EndToEndId>, I-1", "<InstrId>I-1</InstrId>, I-1", "'', ''",
			"<InstrId>I-1</InstrId><EndToEndId>E-1</EndToEndId>, E-1" })
	void theReferenceIsTheFirstIdThatIsProvided(String ids, String reference) throws UnreadableFile {
		assertThat(PaymentText.cells(this.folder, "<PmtId>" + ids + "</PmtId>")).containsEntry("reference", reference);
	}

	@Test
	void aBicThatIsNotProvidedIsAbsent() throws UnreadableFile {
		assertThat(PaymentText.cells(this.folder, "<CdtrAgt><FinInstnId><BIC>NOTPROVIDED</BIC></FinInstnId></CdtrAgt>"))
			.containsEntry("bic", "");
	}

	@Test
	void anEquivalentAmountIsInTheCurrencyOfTheTransfer() throws UnreadableFile {
		assertThat(PaymentText.cells(this.folder,
				"<Amt><EqvtAmt><Amt Ccy=\"CHF\">7.50</Amt><CcyOfTrf>EUR</CcyOfTrf></EqvtAmt></Amt>"))
			.containsEntry("amount", "7.50")
			.containsEntry("amount_currency", "CHF")
			.containsEntry("currency", "EUR");
	}

	@Test
	void aSortCodeWithAnAccountIsABritishAccount() throws UnreadableFile {
		Map<String, String> cells = PaymentText.cells(this.folder,
				"<CdtrAgt><FinInstnId><ClrSysMmbId><ClrSysId><Cd>GBDSC</Cd></ClrSysId><MmbId>404784</MmbId>"
						+ "</ClrSysMmbId></FinInstnId></CdtrAgt>",
				PaymentText.otherAccount("70872490"));
		assertThat(cells).containsEntry("sort_code", "404784")
			.containsEntry("account_number", "70872490")
			.containsEntry("other_account", "");
	}

	@Test
	void anAccountOfAnotherSystemIsShownAndNotTakenForABritishOne() throws UnreadableFile {
		Map<String, String> cells = PaymentText.cells(this.folder,
				"<CdtrAgt><FinInstnId><ClrSysMmbId><ClrSysId><Cd>USABA</Cd></ClrSysId><MmbId>021000021</MmbId>"
						+ "</ClrSysMmbId></FinInstnId></CdtrAgt>",
				PaymentText.otherAccount("70872490"));
		assertThat(cells).containsEntry("sort_code", "")
			.containsEntry("account_number", "")
			.containsEntry("other_account", "70872490");
	}

	@Test
	void anIbanInThePlaceOfAnotherAccountIsAnIban() throws UnreadableFile {
		assertThat(PaymentText.cells(this.folder, PaymentText.otherAccount("DE89 3704 0044 0532 0130 00")))
			.containsEntry("iban", "DE89 3704 0044 0532 0130 00")
			.containsEntry("other_account", "");
	}

	@ParameterizedTest
	@CsvSource({ "<OrgId><LEI>529900T8BM49AURSDO55</LEI></OrgId>, business",
			"<OrgId><Othr><Id>7</Id></Othr></OrgId>, business",
			"<PrvtId><DtAndPlcOfBirth><BirthDt>1980-01-02</BirthDt></DtAndPlcOfBirth></PrvtId>, personal",
			"<PrvtId><Othr><Id>7</Id><SchmeNm><Cd>CCPT</Cd></SchmeNm></Othr></PrvtId>, personal",
			"<PrvtId><Othr><Id>7</Id><SchmeNm><Prtry>SEPA</Prtry></SchmeNm></Othr></PrvtId>, ''",
			"<PrvtId><Othr><Id>7</Id><SchmeNm><Cd>TXID</Cd></SchmeNm></Othr></PrvtId>, ''" })
	void theTypeIsWhatTheMessageSaysExplicitly(String id, String type) throws UnreadableFile {
		assertThat(PaymentText.cells(this.folder, "<Cdtr><Nm>X GmbH</Nm><Id>" + id + "</Id></Cdtr>"))
			.containsEntry("type", type);
	}

	@Test
	void aRowWithoutAnAccountIsLeftToTheRulesForRows() throws UnreadableFile {
		Path file = Given.file(this.folder,
				PaymentText.message("", PaymentText.payment("", PaymentText.transaction("<Cdtr><Nm>Erika</Nm></Cdtr>"),
						PaymentText.transaction(PaymentText.iban("DE00370400440532013000")))));
		List<InputRow> rows = Given.rows(file);
		assertThat(Given.payee(rows.getFirst()).values()).containsOnlyKeys(Column.NAME);
		assertThat(Given.problem(rows.getLast()).column()).isEqualTo("iban");
	}

	@Test
	void textIsKeptAsItIsButForTheSpaceAroundIt() throws UnreadableFile {
		Map<String, String> cells = PaymentText.cells(this.folder, "<Cdtr><Nm>\n\t Bäcker <![CDATA[<& Söhne>]]>"
				+ "<!-- no name --> &amp;  Co&#46;<?pi x?> \u00A0</Nm></Cdtr>");
		assertThat(cells).containsEntry("name", "Bäcker <& Söhne> &  Co. \u00A0");
	}

	@Test
	void elementsOfAnotherNamespaceSayNothing() throws UnreadableFile {
		Map<String, String> cells = PaymentText.cells(this.folder, "<Cdtr><Nm>Erika</Nm></Cdtr>",
				"<SplmtryData><Envlp><x:CdtTrfTxInf xmlns:x=\"urn:x\"><x:Nm>Other</x:Nm></x:CdtTrfTxInf>"
						+ "</Envlp></SplmtryData><y:Cdtr xmlns:y=\"urn:y\"><y:Nm>Other</y:Nm></y:Cdtr>");
		assertThat(cells).containsEntry("name", "Erika");
	}

	@Test
	void theNamespaceMayHaveAnyPrefix() throws UnreadableFile {
		String text = PaymentText.message("", PaymentText.payment("", PaymentText.paying("1")))
			.replaceAll("<(/?)(?=[A-Z])", "<$1p:")
			.replace("xmlns=", "xmlns:p=");
		assertThat(PaymentText.cells(Given.rows(Given.file(this.folder, text)).getFirst())).containsEntry("name",
				"Erika Mustermann");
	}

	@ParameterizedTest
	@CsvSource({ "urn:iso:std:iso:20022:tech:xsd:pain.001.001.02, pain.001.001.02",
			"urn:iso:std:iso:20022:tech:xsd:pain.001.001.12, pain.001.001.12",
			"urn:iso:std:iso:20022:tech:xsd:pain.001.003.03, pain.001.003.03",
			"urn:swift:xsd:$pain.001.002.02, pain.001.002.02",
			"http://www.six-interbank-clearing.com/de/pain.001.001.03.ch.02.xsd, pain.001.001.03.ch.02",
			"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03.austrian.004, pain.001.001.03.austrian.004",
			"ISO:pain.001.001.03:APC:STUZZA:payments:003, pain.001.001.03" })
	void theVersionsAndNationalVariantsAreRead(String namespace, String message) throws UnreadableFile {
		String text = PaymentText.message("", PaymentText.payment("", PaymentText.paying("1")))
			.replace(PaymentText.NAMESPACE, namespace);
		PayeeFile file = PayeeFile.open(Given.file(this.folder, text));
		assertThat(file.layout().format()).isEqualTo(new Format.PaymentInitiation(message, false));
		assertThat(file.layout().format()).isEqualTo(new Format.PaymentInitiation(message, false));
		assertThat(file.rows()).isEqualTo(1);
	}

	@Test
	void version02CallsTheMessageAndSomeElementsDifferently() throws UnreadableFile {
		String namespace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.02";
		String transaction = PaymentText.transaction("<Cdtr><Nm>Erika</Nm></Cdtr>",
				"<CdtrAcct><Id><PrtryAcct><Id>1234</Id></PrtryAcct></Id></CdtrAcct>");
		String text = PaymentText.document(namespace, "<pain.001.001.02><GrpHdr><MsgId>1</MsgId></GrpHdr>\n"
				+ PaymentText.payment("<ReqdExctnDt>2009-01-02</ReqdExctnDt>", transaction) + "</pain.001.001.02>");
		assertThat(PaymentText.cells(Given.rows(Given.file(this.folder, text)).getFirst()))
			.containsEntry("other_account", "1234")
			.containsEntry("requested_execution_date", "2009-01-02");
	}

	@ParameterizedTest
	@CsvSource({ "UTF-16LE, UTF-16, true", "UTF-16BE, UTF-16, true", "UTF-8, UTF-8, true", "UTF-16LE, UTF-16LE, false",
			"UTF-16BE, UTF-16BE, false" })
	void theEncodingIsFoundOutFromTheFirstBytes(Charset charset, String stated, boolean marked) throws UnreadableFile {
		String text = (marked ? "\uFEFF" : "")
				+ PaymentText.message("", PaymentText.payment("", PaymentText.paying("1")))
					.replace("UTF-8", stated)
					.replace("Erika", "Änne");
		Path file = Given.file(this.folder, text, charset);
		assertThat(PaymentText.cells(Given.rows(file).getFirst())).containsEntry("name", "Änne Mustermann");
	}

	@Test
	void anotherEncodingIsReadWhenTheFileStatesIt() throws UnreadableFile {
		String text = PaymentText.message("", PaymentText.payment("", PaymentText.paying("1")))
			.replace("UTF-8", "ISO-8859-1")
			.replace("Erika", "Änne");
		Path file = Given.file(this.folder, text, StandardCharsets.ISO_8859_1);
		assertThat(PaymentText.cells(Given.rows(file).getFirst())).containsEntry("name", "Änne Mustermann");
	}

	@Test
	void allBytesOfTheFileAreCountedAndHashed() throws Exception {
		String text = PaymentText.message("", PaymentText.payment("", PaymentText.paying("1"))) + "\n".repeat(20_000)
				+ "<!-- end -->\n";
		Path path = Given.file(this.folder, text);
		PayeeFile file = PayeeFile.open(path);
		assertThat(file.size()).isEqualTo(Files.size(path));
		assertThat(file.sha256())
			.isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path))));
	}

	@Test
	void aLongTextIsARowWithAProblem() throws UnreadableFile {
		Path file = Given.file(this.folder, PaymentText.message("",
				PaymentText.payment("", PaymentText.transaction("<Cdtr><Nm>" + "x".repeat(20_000) + "</Nm></Cdtr>"))));
		assertThat(Given.problem(Given.rows(file).getFirst()).text()).startsWith("The value has 20000 characters");
	}

}
