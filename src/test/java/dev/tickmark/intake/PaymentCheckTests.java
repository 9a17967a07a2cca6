package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PaymentCheckTests {

	private static final String RIGHT = "<NbOfTxs>2</NbOfTxs><CtrlSum>3.30</CtrlSum>";

	@TempDir
	Path folder;

	@Test
	void countsAndSumsThatAgreeAreNotRemarkedOn() throws UnreadableFile {
		assertThat(remarks(RIGHT, RIGHT)).isEmpty();
	}

	@Test
	void sumsAgreeWhateverTheirDecimals() throws UnreadableFile {
		assertThat(remarks("<NbOfTxs>02</NbOfTxs><CtrlSum>3.300</CtrlSum>", "<CtrlSum>3.3</CtrlSum>")).isEmpty();
	}

	@Test
	void nothingStatedIsNothingWrong() throws UnreadableFile {
		assertThat(remarks("", "")).isEmpty();
	}

	@Test
	void whatDisagreesIsRemarkedOnWithItsPlace() throws UnreadableFile {
		assertThat(remarks("<NbOfTxs>3</NbOfTxs><CtrlSum>3.31</CtrlSum>",
				"<NbOfTxs>many</NbOfTxs><CtrlSum>3,30</CtrlSum>"))
			.containsExactly("GrpHdr states in NbOfTxs \"3\", there are 2 transactions.",
					"GrpHdr states in CtrlSum \"3.31\", the amounts add up to 3.30.",
					"Line 5: PmtInf \"P-1\" states in NbOfTxs \"many\", there are 2 transactions.",
					"Line 5: PmtInf \"P-1\" states in CtrlSum \"3,30\", the amounts add up to 3.30.");
	}

	@Test
	void whatDisagreesIsRefusedWhereThatIsWanted() throws UnreadableFile {
		Path file = file("<NbOfTxs>3</NbOfTxs>", RIGHT);
		assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> readStrictly(file))
			.withMessageContaining(
					"payments.xml does not agree with itself. GrpHdr states in NbOfTxs \"3\", there are 2 "
							+ "transactions.");
		readStrictly(file(RIGHT, RIGHT));
	}

	@Test
	void severalCurrenciesInOneSumAreRemarkedOn() throws UnreadableFile {
		String payment = PaymentText.payment("<CtrlSum>3</CtrlSum>", PaymentText.paying("1"),
				PaymentText.transaction(PaymentText.amount("CHF", "2")));
		assertThat(PaymentText.remarks(PaymentText.file(this.folder, PaymentText.message("", payment))))
			.containsExactly("Line 5: PmtInf \"P-1\" adds up several currencies in one CtrlSum: CHF, EUR.");
	}

	@Test
	void severalCurrenciesWithoutASumAreNothingToRemarkOn() throws UnreadableFile {
		String payment = PaymentText.payment("", PaymentText.paying("1"),
				PaymentText.transaction(PaymentText.amount("CHF", "2")));
		assertThat(PaymentText.remarks(PaymentText.file(this.folder, PaymentText.message("", payment)))).isEmpty();
	}

	@Test
	void anAmountThatIsNoNumberIsRemarkedOnAndNotAdded() throws UnreadableFile {
		String payment = PaymentText.payment("<CtrlSum>1</CtrlSum>", PaymentText.paying("1"),
				PaymentText.paying("1E999999999"), PaymentText.transaction());
		assertThat(PaymentText.remarks(PaymentText.file(this.folder, PaymentText.message("", payment))))
			.containsExactly(
					"Line 7: the transaction has no amount that can be read, it has \"•E•••••••••\"; the sums are taken without "
							+ "it.",
					"Line 8: the transaction has no amount that can be read; the sums are taken without it.");
	}

	@Test
	void anAmountIsReadHoweverXmlWritesIt() throws UnreadableFile {
		String payment = PaymentText.payment("<CtrlSum>3.75</CtrlSum>", PaymentText.paying(" +1. "),
				PaymentText.paying(".75"), PaymentText.paying("002.00"));
		assertThat(PaymentText.remarks(PaymentText.file(this.folder, PaymentText.message("", payment)))).isEmpty();
	}

	@Test
	void textWhereNoneBelongsIsPassedOverWithARemark() throws UnreadableFile {
		String payment = PaymentText.payment("oops", PaymentText.paying("1").replace("<Amt>", "<Amt>stray"));
		Path file = PaymentText.file(this.folder, PaymentText.message("", payment));
		assertThat(PaymentText.remarks(file)).containsExactly(
				"Line 5: there is text directly in PmtInf, where only elements belong; it is passed over.",
				"Line 6: there is text directly in Amt, where only elements belong; it is passed over.");
		assertThat(PaymentText.cells(Given.rows(file).getFirst())).containsEntry("amount", "1");
	}

	@Test
	void moreRemarksThanAnybodyReadsAreCounted() throws UnreadableFile {
		String[] payments = Collections
			.nCopies(25, PaymentText.payment("<NbOfTxs>9</NbOfTxs>", PaymentText.paying("1")))
			.toArray(String[]::new);
		Path file = PaymentText.file(this.folder, PaymentText.message("<NbOfTxs>9</NbOfTxs>", payments));
		assertThat(PaymentText.remarks(file)).hasSize(21)
			.startsWith("GrpHdr states in NbOfTxs \"9\", there are 25 transactions.")
			.endsWith("And 6 more remarks like these.");
	}

	private Path file(String group, String payment) {
		return PaymentText.file(this.folder, PaymentText.message(group,
				PaymentText.payment(payment, PaymentText.paying("1.1"), PaymentText.paying("2.20"))));
	}

	private List<String> remarks(String group, String payment) throws UnreadableFile {
		return PaymentText.remarks(file(group, payment));
	}

	private static void readStrictly(Path file) throws UnreadableFile {
		try (Records records = Records.of(file, new Format.PaymentInitiation("pain.001.001.09", true))) {
			while (records.next() != null) {
				// to the end
			}
		}
	}

}
