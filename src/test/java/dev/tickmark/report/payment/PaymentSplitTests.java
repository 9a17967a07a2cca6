package dev.tickmark.report.payment;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PaymentSplitTests {

	private static final Pattern TRANSACTION = Pattern.compile("<CdtTrfTxInf.*?</CdtTrfTxInf>", Pattern.DOTALL);

	@Test
	void theTransactionsAreDistributedAndCountsAndSumsMadeAnew() throws IOException {
		String text = Given.message("<NbOfTxs>4</NbOfTxs><CtrlSum>11.11</CtrlSum>",
				Given.payment("A", "<NbOfTxs>3</NbOfTxs><CtrlSum>1.11</CtrlSum>", Given.paying("1", "1"),
						Given.paying("2", "0.1"), Given.paying("3", "0.01")),
				Given.payment("B", "<NbOfTxs>1</NbOfTxs><CtrlSum>10.00</CtrlSum>", Given.paying("4", "10.00")));
		Given.Halves halves = Given.split(text, "PQPP");
		assertThat(halves.payable()).isEqualTo(Given
			.message("<NbOfTxs>3</NbOfTxs><CtrlSum>11.01</CtrlSum>",
					Given.payment("A", "<NbOfTxs>2</NbOfTxs><CtrlSum>1.01</CtrlSum>", Given.paying("1", "1"),
							Given.paying("3", "0.01")),
					Given.payment("B", "<NbOfTxs>1</NbOfTxs><CtrlSum>10.00</CtrlSum>", Given.paying("4", "10.00")))
			.replace("M-1", "M-1-P"));
		assertThat(halves.quarantine())
			.isEqualTo(
					Given
						.message("<NbOfTxs>1</NbOfTxs><CtrlSum>0.1</CtrlSum>",
								Given.payment("A", "<NbOfTxs>1</NbOfTxs><CtrlSum>0.1</CtrlSum>",
										Given.paying("2", "0.1")))
						.replace("M-1", "M-1-Q"));
		assertThat(halves.split().half(Half.PAYABLE)).isEqualTo(new Tally(3, new BigDecimal("11.01")));
		assertThat(halves.split().half(Half.QUARANTINE)).isEqualTo(new Tally(1, new BigDecimal("0.1")));
	}

	@Test
	void whatTheOriginalDoesNotStateTheHalvesDoNotEither() throws IOException {
		String text = Given.message("", Given.payment("A", "", Given.paying("1", "1"), Given.paying("2", "2")));
		Given.Halves halves = Given.split(text, "PQ");
		assertThat(halves.payable()).doesNotContain("NbOfTxs", "CtrlSum");
		assertThat(halves.quarantine()).doesNotContain("NbOfTxs", "CtrlSum");
	}

	@Test
	void aSumThatWasWrongIsRightInTheHalves() throws IOException {
		String text = Given.message("<NbOfTxs>9</NbOfTxs><CtrlSum>99,9</CtrlSum>",
				Given.payment("A", "", Given.paying("1", "1.50"), Given.paying("2", "2.25")));
		assertThat(Given.split(text, "PP").payable()).contains("<NbOfTxs>2</NbOfTxs><CtrlSum>3.75</CtrlSum>");
	}

	@Test
	void aHalfWithoutTransactionsIsNotWritten() throws IOException {
		String text = Given.message("", Given.payment("A", "", Given.paying("1", "1")));
		Given.Halves payable = Given.split(text, "P");
		assertThat(payable.texts()).containsOnlyKeys(Half.PAYABLE);
		assertThat(payable.payable()).isEqualTo(text.replace("M-1", "M-1-P"));
		assertThat(payable.split().has(Half.QUARANTINE)).isFalse();
		assertThat(payable.split().half(Half.QUARANTINE).transactions()).isZero();
		Given.Halves quarantine = Given.split(text, "Q");
		assertThat(quarantine.texts()).containsOnlyKeys(Half.QUARANTINE);
		assertThat(quarantine.split().has(Half.PAYABLE)).isFalse();
	}

	@Test
	void aPaymentThatHadNoTransactionsIsInNeitherHalf() throws IOException {
		String text = Given.message("", Given.payment("A", "", Given.paying("1", "1")), Given.payment("B", ""));
		assertThat(Given.split(text, "P").payable()).doesNotContain("<PmtInfId>B");
	}

	@Test
	void everythingElseIsKeptCharacterByCharacter() throws IOException {
		String odd = """
				<?xml version='1.0'   encoding="utf-8" standalone="yes" ?>\r
				<!-- before --><?keep this?>\r
				<p:Document xmlns:p='urn:iso:std:iso:20022:tech:xsd:pain.001.001.03'\r
				  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation='a  b'>\r
				  <p:CstmrCdtTrfInitn><!-- one --><p:GrpHdr>\r
				    <p:MsgId><!-- id --> M&#45;1 </p:MsgId><p:InitgPty><p:Nm><![CDATA[A & B]]> &amp; &#x20AC; ü 𝄞</p:Nm></p:InitgPty>\r
				    <p:CtrlSum/>\r
				  </p:GrpHdr>\r
				  <p:PmtInf a='1' b = "2">\r
				    <p:BtchBookg >true</p:BtchBookg ><p:Empty   />\r
				\t<p:CdtTrfTxInf>1</p:CdtTrfTxInf>stray<!-- between -->\r
				\t<p:CdtTrfTxInf>2</p:CdtTrfTxInf>\r
				\t<p:CdtTrfTxInf/>\r
				  </p:PmtInf>\r
				</p:CstmrCdtTrfInitn></p:Document>\r
				<!-- after -->""";
		Given.Halves halves = Given.split(odd, "PQQ");
		assertThat(halves.payable()).isEqualTo(odd.replace(" M&#45;1 ", "")
			.replace("</p:MsgId>", "M-1-P</p:MsgId>")
			.replace("\r\n\t<p:CdtTrfTxInf>2</p:CdtTrfTxInf>", "")
			.replace("\r\n\t<p:CdtTrfTxInf/>", ""));
		assertThat(halves.quarantine()).isEqualTo(odd.replace(" M&#45;1 ", "")
			.replace("</p:MsgId>", "M-1-Q</p:MsgId>")
			.replace("\r\n\t<p:CdtTrfTxInf>1</p:CdtTrfTxInf>", ""));
	}

	@ParameterizedTest
	@CsvSource({ "UTF-8, UTF-8, true", "UTF-16LE, UTF-16, true", "UTF-16BE, UTF-16, true",
			"ISO-8859-1, ISO-8859-1, false", "windows-1252, windows-1252, false" })
	void theEncodingIsThatOfTheOriginal(Charset charset, String stated, boolean marked) throws IOException {
		String text = (marked ? "\uFEFF" : "")
				+ Given.message("", Given.payment("A", "", Given.paying("1", "1"), Given.paying("2", "2")))
					.replace("UTF-8", stated)
					.replace("Erika", "Änne")
					.replace("M-1", "Ä1");
		Given.Halves halves = Given.split(Given.original(text, charset), Given.rows("PQ"), charset, false);
		assertThat(halves.payable())
			.isEqualTo(text.replace("Ä1", "&#196;1-P").replace(Given.paying("2", "2").replace("Erika", "Änne"), ""));
	}

	@Test
	void aLargeMessageIsDistributedCorrectly() throws IOException {
		Random random = new Random(7);
		List<String> transactions = new ArrayList<>();
		StringBuilder letters = new StringBuilder();
		List<String> payments = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			List<String> own = new ArrayList<>();
			for (int j = random.nextInt(40); j >= 0; j--) {
				own.add(Given.paying(String.valueOf(transactions.size() + own.size()), random.nextInt(100_000) + ".07")
					.replace("Erika", "Ü𝄞&amp;".repeat(random.nextInt(20)) + "Erika")
					.replace("</Cdtr>", " ".repeat(random.nextInt(300)) + "\r\n</Cdtr>"));
				letters.append(random.nextInt(3) > 0 ? 'P' : 'Q');
			}
			transactions.addAll(own);
			payments.add(Given.payment("P" + i, "<CtrlSum>0</CtrlSum>", own.toArray(String[]::new)));
		}
		String text = Given.message("<NbOfTxs>0</NbOfTxs><CtrlSum>0</CtrlSum>", payments.toArray(String[]::new));
		Given.Halves halves = Given.split(text, letters.toString());
		assertThat(transactionsOf(halves.payable())).isEqualTo(chosen(transactions, letters, 'P'));
		assertThat(transactionsOf(halves.quarantine())).isEqualTo(chosen(transactions, letters, 'Q'));
		BigDecimal sum = halves.split().half(Half.PAYABLE).sum().add(halves.split().half(Half.QUARANTINE).sum());
		assertThat(sum).isEqualTo(sumOf(text));
		assertThat(sumOf(halves.payable())).isEqualTo(halves.split().half(Half.PAYABLE).sum());
		assertThat(Given.split(text, letters.toString())).isEqualTo(halves);
	}

	private static List<String> chosen(List<String> transactions, CharSequence letters, char letter) {
		List<String> chosen = new ArrayList<>();
		for (int i = 0; i < transactions.size(); i++) {
			if (letters.charAt(i) == letter) {
				chosen.add(transactions.get(i).strip());
			}
		}
		return chosen;
	}

	private static List<String> transactionsOf(String text) {
		return TRANSACTION.matcher(text).results().map(MatchResult::group).toList();
	}

	private static BigDecimal sumOf(String text) {
		return Pattern.compile("<InstdAmt Ccy=\"EUR\">([^<]*)<")
			.matcher(text)
			.results()
			.map((amount) -> new BigDecimal(amount.group(1)))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	@Test
	void simulatedVerdictsAreSaidInBothHalves() throws IOException {
		String text = Given.message("", Given.payment("A", "", Given.paying("1", "1"), Given.paying("2", "2")));
		Given.Halves halves = Given.split(Given.original(text), Given.rows("PQ"), StandardCharsets.UTF_8, true);
		assertThat(halves.texts().values()).hasSize(2)
			.allSatisfy((half) -> assertThat(half)
				.contains("pain.001.001.09\"><!-- Made of simulated verdicts (sandbox): nothing was verified."));
	}

	@Test
	void otherRowsThanTransactionsAreOurBug() {
		String text = Given.message("", Given.payment("A", "", Given.paying("1", "1"), Given.paying("2", "2")));
		assertThatIllegalStateException().isThrownBy(() -> Given.split(text, "P"))
			.withMessage("the message has more transactions than the 1 rows");
		assertThatIllegalStateException().isThrownBy(() -> Given.split(text, "PPP"))
			.withMessage("the message has 2 transactions, there are 3 rows");
	}

}
