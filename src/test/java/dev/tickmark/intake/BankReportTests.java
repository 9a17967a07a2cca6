package dev.tickmark.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.InputRow;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BankReportTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(
			strings = { "all-matched-counted-by-group", "all-matched-counted-by-part", "all-matched-counted-twice" })
	void aReportWithoutTransactionsTellsByItsCounts(String name) throws UnreadableFile {
		BankReport report = GivenReport.report(name);
		assertThat(report.payments()).isZero();
		assertThat(report.group().counted()).containsEntry("RCVC", 462L);
		assertThat(report.group().counted().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(462);
		assertThat(report.group().originalPayments()).isEqualTo(462);
		assertThat(report.group().parts()).extracting(BankPart::id).containsExactly("P-1", "P-2");
		assertThat(report.remarks()).isEmpty();
	}

	@Test
	void countsThatDisagreeAreRemarkedOnAndTheWholeIsTaken() throws UnreadableFile {
		BankReport report = GivenReport.report("counts-disagree");
		assertThat(report.group().counted()).isEqualTo(Map.of("RCVC", 10L));
		assertThat(report.remarks()).containsExactly("The message as a whole counts 10 RCVC, its payment informations "
				+ "together 9 RCVC; the counts of the whole are taken.");
	}

	@Test
	void whereOnlyTheExceptionsAreListedTheOthersAreCounted() throws UnreadableFile {
		BankReport report = GivenReport.report("only-the-exceptions");
		assertThat(report.payments()).isEqualTo(3);
		assertThat(report.remarks()).isEmpty();
		assertThat(report.group().counted()).isEqualTo(Map.of("RCVC", 97L, "RVMC", 1L, "RVNM", 1L, "RVNA", 1L));
		assertThat(report.group().status()).isEqualTo(new BankStatus("RVCM", null));
		assertThat(GivenReport.verdicts("only-the-exceptions")).isEqualTo(
				Map.of("INV-7", Verdict.CLOSE_MATCH, "INV-21", Verdict.NO_MATCH, "INV-64", Verdict.UNABLE_TO_CHECK));
	}

	@Test
	void aReportTellsWhatItAnswers() throws UnreadableFile {
		BankReport report = GivenReport.report("only-the-exceptions");
		assertThat(report.message()).isEqualTo("pain.002.001.10");
		assertThat(report.size()).isEqualTo(GivenReport.text("only-the-exceptions").getBytes().length);
		assertThat(report.sha256()).hasSize(64);
		BankGroup group = report.group();
		assertThat(group.originalMessageId()).isEqualTo("SALARIES-2026-03");
		assertThat(group.originalMessageName()).isEqualTo("pain.001.001.09");
		assertThat(group.originalSum()).isEqualTo(new BigDecimal("10000.50"));
		assertThat(group.parts().getFirst().originalPayments()).isEqualTo(100);
	}

	@Test
	void theTransactionsCountMoreThanTheStatusOfTheWhole() throws UnreadableFile {
		BankReport report = GivenReport.report("group-contradicts-rows");
		assertThat(GivenReport.verdicts("group-contradicts-rows"))
			.isEqualTo(Map.of("INV-1", Verdict.MATCH, "INV-2", Verdict.NO_MATCH, "INV-3", Verdict.CLOSE_MATCH));
		assertThat(report.remarks()).containsExactly(
				"The message as a whole says that all match (RCVC), and the transactions listed there have 1 RVNM, "
						+ "1 RVMC. What the transactions say counts.",
				"The payment information \"P-1\" says that all match (RCVC), and the transactions listed there have "
						+ "1 RVNM, 1 RVMC. What the transactions say counts.");
	}

	@Test
	void aMismatchOfTheWholeThatNoTransactionHasIsRemarkedOn() throws UnreadableFile {
		assertThat(GivenReport.report("mismatch-without-any").remarks())
			.containsExactly("The message as a whole has RVCM, something in it does not match, and all 2 transactions "
					+ "have RCVC. What the transactions say counts.");
	}

	@Test
	void countsThatTheRowsContradictAreRemarkedOn() throws UnreadableFile {
		assertThat(GivenReport.report("counts-and-rows-disagree").remarks()).containsExactly(
				"It counts 2 RVNM and lists 1.", "It counts 0 RVNA and lists 1.",
				"The message has 4 transactions (OrgnlNbOfTxs), and 3 are counted by status.");
	}

	@Test
	void aCodeIsFoundInTheReason() throws UnreadableFile {
		BankReport report = GivenReport.report("code-in-the-reason");
		assertThat(GivenReport.payments(report)).extracting(BankPayment::status)
			.containsExactly(new BankStatus("RVNM", Verdict.NO_MATCH), new BankStatus("RVMC", Verdict.CLOSE_MATCH),
					new BankStatus("RVNA", Verdict.UNABLE_TO_CHECK), new BankStatus("RVMC", Verdict.CLOSE_MATCH),
					new BankStatus("RCVC", Verdict.MATCH), new BankStatus("PDNG", Verdict.PENDING),
					new BankStatus("ACCP", null), null);
		assertThat(report.group().status()).isEqualTo(new BankStatus("ACCP", null));
		assertThat(report.remarks()).containsExactly("2 of 8 listed transactions say nothing of the verification.");
		assertThat(GivenReport.suggestions("code-in-the-reason")).containsEntry("INV-2", "Peter Schmitz")
			.containsEntry("INV-4", "Peter Schmitz");
	}

	@Test
	void codesThatContradictEachOtherAreNoVerdict() throws UnreadableFile {
		BankReport report = GivenReport.report("contradictory-codes");
		assertThat(GivenReport.payments(report)).extracting(BankPayment::status)
			.containsExactly(new BankStatus("RVMC, RVNM", null), new BankStatus("RCVC, RVNA", null),
					new BankStatus("RVMC, RVNM", null), new BankStatus("RCVC, RVNM", null),
					new BankStatus("RVMC", Verdict.CLOSE_MATCH));
		assertThat(report.remarks()).startsWith(
				"Line 12: transaction 1 has the codes RVMC, RVNM, which contradict each other; it has no verdict.");
		assertThat(GivenReport.suggestions("contradictory-codes")).containsEntry("INV-1", null)
			.containsEntry("INV-5", "Peter Schmitz");
	}

	@Test
	void whatATransactionCanBeLinkedByIsRead() throws UnreadableFile {
		assertThat(GivenReport.payments(GivenReport.report("linked-by-other-ids")))
			.usingRecursiveFieldByFieldElementComparator()
			.containsExactly(
					payment(1, 12, "P-1", null, null, "8a562c67-ca16-48ba-b074-65581be6f001", "DE89370400440532013000",
							"Erika Mustermann", "12.50", "EUR"),
					payment(2, 16, "P-1", "INSTR-2", null, null, "31926819", "Karla Beispiel", null, null),
					payment(3, 20, "P-1", null, null, null, "CH9300762011623852957", "Max Muster", "7", "CHF"),
					new BankPayment(4, 24, "P-1", null, "INV-4", null, null, null, null, null,
							new BankStatus("RCVC", Verdict.MATCH), null, null),
					new BankPayment(5, 30, null, null, "INV-5", null, "DE89370400440532013000", "Erika Mustermann",
							new BigDecimal("100.00"), "EUR", new BankStatus("RCVC", Verdict.MATCH), null, null));
	}

	private static BankPayment payment(long number, long line, String part, @Nullable String instruction,
			@Nullable String endToEnd, @Nullable String uetr, String account, String name, @Nullable String amount,
			@Nullable String currency) {
		return new BankPayment(number, line, part, instruction, endToEnd, uetr, account, name,
				(amount != null) ? new BigDecimal(amount) : null, currency, new BankStatus("RVNM", Verdict.NO_MATCH),
				null, null);
	}

	@ParameterizedTest
	@CsvSource({ "no-namespace, pain.002 without a namespace", "prefixed, pain.002.001.10",
			"byte-order-mark, pain.002.001.10", "latin-1, pain.002.001.10", "enveloped, pain.002.001.10",
			"version-03, pain.002.001.03", "version-02, pain.002.001.02", "national-variant, pain.002.001.03.ch.02" })
	void everyWayToWriteItIsRead(String name, String message) throws UnreadableFile {
		BankReport report = GivenReport.report(name);
		assertThat(report.message()).isEqualTo(message);
		assertThat(report.remarks()).isEmpty();
		assertThat(GivenReport.verdicts(name)).isEqualTo(Map.of("INV-1", Verdict.MATCH, "INV-2", Verdict.NO_MATCH));
		BankPayment second = GivenReport.payments(report).getLast();
		assertThat(second.name()).isEqualTo("Jörg Weiß");
		assertThat(second.paymentInformation()).isEqualTo("P-1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "11", "12", "13", "14", "15" })
	void laterVersionsAreRead(String version) throws UnreadableFile {
		Path file = Given.file(this.folder,
				GivenReport.text("only-the-exceptions").replace("001.10", "001." + version));
		assertThat(BankReport.open(file).message()).isEqualTo("pain.002.001." + version);
	}

	@Test
	void theSampleAnswersPayeesOfTheSampleFile() throws UnreadableFile {
		BankReport report = BankReport.open(Path.of("sample-data/bank-report.xml"));
		assertThat(report.remarks()).isEmpty();
		assertThat(report.payments()).isEqualTo(13).isEqualTo(report.group().originalPayments());
		Map<String, InputRow> payees = new HashMap<>();
		PayeeFile.open(Path.of("sample-data/payees.csv")).read((row) -> {
			// name, IBAN and account number
			List<String> fields = row.fields();
			payees.putIfAbsent(Text.collapsed(fields.get(2)) + Text.joined(fields.get(5)) + Text.joined(fields.get(7)),
					row);
		});
		for (BankPayment payment : GivenReport.payments(report)) {
			InputRow row = payees.get(payment.name() + payment.account());
			assertThat(row).as(payment.toString()).isNotNull();
			if (payment.endToEndId() != null) {
				assertThat(Objects.requireNonNull(row).fields()).contains(payment.endToEndId(),
						String.valueOf(payment.amount()));
			}
		}
		assertThat(GivenReport.suggestions("../../../../../sample-data/bank-report"))
			.containsEntry("INV-2026-04133", "Menuiserie Haute-Amblève SA")
			.containsEntry("INV-2026-04240", "Thornbeck Roofing Servicis Ltd");
	}

	@Test
	void theSampleAnswersThePaymentsOfTheSamplePaymentFile() throws UnreadableFile {
		PayeeFile payments = PayeeFile.open(Path.of("sample-data/payments.xml"));
		assertThat(payments.remarks()).isEmpty();
		List<String> ordered = new ArrayList<>();
		payments.read((row) -> {
			Payee payee = Objects.requireNonNull(row.payee());
			ordered.add(payee.fullName() + " "
					+ (payee.has(Column.IBAN) ? payee.get(Column.IBAN) : payee.get(Column.ACCOUNT_NUMBER)));
		});
		BankReport report = BankReport.open(Path.of("sample-data/bank-report.xml"));
		assertThat(report.group().originalMessageId()).isEqualTo("PAYEES-2026-11");
		assertThat(ordered).containsExactlyElementsOf(
				GivenReport.payments(report).stream().map((paid) -> paid.name() + " " + paid.account()).toList());
	}

	@Test
	void whoCountsByAnotherStatusThanTheCodesContradictsNothing() throws UnreadableFile {
		String text = GivenReport.text("version-03")
			.replace("<GrpSts>",
					"<NbOfTxsPerSts><DtldNbOfTxs>2</DtldNbOfTxs><DtldSts>ACCP</DtldSts></NbOfTxsPerSts><GrpSts>");
		assertThat(BankReport.open(Given.file(this.folder, text)).remarks()).isEmpty();
	}

	@Test
	void aReportOfNothingButPendingOnesIsReadAndSaysThatItMayBeAnother() throws UnreadableFile {
		assertThat(GivenReport.verdicts("all-pending"))
			.isEqualTo(Map.of("INV-1", Verdict.PENDING, "INV-2", Verdict.PENDING));
		assertThat(GivenReport.report("all-pending").remarks()).singleElement().asString().contains("pending (PDNG)");
	}

	@Test
	void aReportThatWasChangedMeanwhileIsRefused() throws UnreadableFile {
		Path file = Given.file(this.folder, GivenReport.text("only-the-exceptions"));
		BankReport report = BankReport.open(file);
		Given.file(this.folder, GivenReport.text("only-the-exceptions").replace("INV-64", "INV-65"));
		assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> report.read((_) -> {
		})).withMessageContaining("was changed while it was being read");
	}

	@Test
	void manyTransactionsAreReadOneByOne() throws Exception {
		int many = 50_000;
		Path file = this.folder.resolve("many.xml");
		String text = GivenReport.text("only-the-exceptions");
		int start = text.indexOf("<TxInfAndSts>");
		int end = text.indexOf("</OrgnlPmtInfAndSts>");
		String one = text.substring(start, text.indexOf("<TxInfAndSts>", start + 1));
		try (BufferedWriter out = Files.newBufferedWriter(file)) {
			out.write(text.substring(0, start));
			for (int i = 0; i < many; i++) {
				out.write(one);
			}
			out.write(text.substring(end));
		}
		BankReport report = BankReport.open(file);
		assertThat(report.payments()).isEqualTo(many);
		AtomicLong read = new AtomicLong();
		report.read((payment) -> {
			assertThat(payment.suggestedName()).isEqualTo("Peter Schmitz");
			assertThat(payment.number()).isEqualTo(read.incrementAndGet());
		});
		assertThat(read).hasValue(many);
	}

	@Test
	void moreTransactionsThanAMessageHasAreRefused() throws IOException {
		Path file = this.folder.resolve("endless.xml");
		try (BufferedWriter out = Files.newBufferedWriter(file)) {
			out.write("<Document><CstmrPmtStsRpt><OrgnlPmtInfAndSts>");
			for (int i = 0; i <= 1_000_000; i++) {
				out.write("<TxInfAndSts><TxSts>RCVC</TxSts></TxInfAndSts>\n");
			}
			out.write("</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>");
		}
		assertThat(GivenReport.refusal(file)).startsWith("endless.xml, line 1000001: more than 1000000 transactions");
	}

	@Test
	void soManyPartsAreKeptAndTheRestIsReadAllTheSame() throws UnreadableFile {
		String part = "<OrgnlPmtInfAndSts><NbOfTxsPerSts><DtldNbOfTxs>1</DtldNbOfTxs><DtldSts>RCVC</DtldSts>"
				+ "</NbOfTxsPerSts></OrgnlPmtInfAndSts>";
		BankReport report = BankReport.open(Given.file(this.folder,
				"<Document><CstmrPmtStsRpt>" + part.repeat(10_005) + "</CstmrPmtStsRpt></Document>"));
		assertThat(report.group().parts()).hasSize(10_000);
		assertThat(report.group().counted()).isEqualTo(Map.of("RCVC", 10_005L));
		assertThat(report.remarks()).singleElement().asString().startsWith("There are 5 payment informations beyond");
	}

}
