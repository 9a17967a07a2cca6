package dev.tickmark.report.payment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tickmark.intake.BankPayment;
import dev.tickmark.intake.BankReport;
import dev.tickmark.intake.BankStatus;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written as a bank would write it is read as a bank's is. */
class StatusReportReadBackTests {

	private static final String TEXT = Given.message("<NbOfTxs>6</NbOfTxs><CtrlSum>21</CtrlSum>",
			Given.payment("A", "<NbOfTxs>2</NbOfTxs>", Given.paying("1", "1"), Given.paying("2", "2")),
			Given.payment("B", "", Given.paying("3", "3"), Given.paying("4", "4"), Given.paying("5", "5"),
					Given.paying("6", "6")));

	@TempDir
	Path folder;

	@Test
	void theVerdictsAreTheSame() throws Exception {
		BankReport report = read(Given.report(TEXT, Given.match(), Given.close("Erika & Max Mustermann"),
				Finding.of(Verdict.NO_MATCH, "No."), Finding.of(Verdict.ACCOUNT_NOT_FOUND, "None."),
				Finding.of(Verdict.PENDING, "Not yet."), Given.match(Basis.OWNERSHIP)));
		List<BankPayment> payments = payments(report);
		assertThat(payments).extracting((payment) -> Objects.requireNonNull(payment.status()).verdict())
			.containsExactly(Verdict.MATCH, Verdict.CLOSE_MATCH, Verdict.NO_MATCH, Verdict.UNABLE_TO_CHECK,
					Verdict.PENDING, Verdict.UNABLE_TO_CHECK);
		assertThat(payments).extracting(BankPayment::endToEndId).containsExactly("1", "2", "3", "4", "5", "6");
		assertThat(payments).extracting(BankPayment::paymentInformation).containsExactly("A", "A", "B", "B", "B", "B");
		assertThat(payments.get(1).suggestedName()).isEqualTo("Erika & Max Mustermann");
		assertThat(payments.get(1).name()).isEqualTo("Erika Mustermann");
		assertThat(report.group().status()).isEqualTo(new BankStatus("PDNG", Verdict.PENDING));
		assertThat(report.group().counted())
			.isEqualTo(Map.of("RCVC", 1L, "RVMC", 1L, "RVNM", 1L, "RVNA", 2L, "PDNG", 1L));
		assertThat(report.remarks()).isEmpty();
	}

	@Test
	void aNameInSeveralPiecesIsThatNameOrNone() throws Exception {
		String name = "Erika Mustermann " + "und Partner Internationale Beratungsgesellschaft ".repeat(2) + "mbH";
		assertThat(StatusText.lines(name)).hasSize(2);
		BankReport report = read(
				Given.report(Given.message("", Given.payment("A", "", Given.paying("1", "1"))), Given.close(name)));
		assertThat(payments(report).getFirst().suggestedName()).isIn(name, null);
	}

	private BankReport read(String text) throws Exception {
		return BankReport.open(Files.writeString(this.folder.resolve("report.xml"), text));
	}

	private static List<BankPayment> payments(BankReport report) throws Exception {
		List<BankPayment> payments = new ArrayList<>();
		report.read(payments::add);
		return payments;
	}

}
