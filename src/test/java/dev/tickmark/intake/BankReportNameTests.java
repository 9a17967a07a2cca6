package dev.tickmark.intake;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The name that a bank suggests, among what else it says. */
class BankReportNameTests {

	@Test
	void theNameIsFoundInTheText() throws UnreadableFile {
		Map<@Nullable String, @Nullable String> names = GivenReport.suggestions("names-in-text");
		assertThat(names).hasSize(14)
			.containsEntry("plain", "Peter Schmitz")
			.containsEntry("announced-in-german", "Max Muster")
			.containsEntry("announced-in-english", "Max Muster")
			.containsEntry("name-and-colon", "Max Muster")
			.containsEntry("in-quotes", "Max Muster")
			.containsEntry("quotes-alone", "Max Muster")
			.containsEntry("quote-never-closed", "Max Muster")
			.containsEntry("name-then-notice", "Dr. Max Muster")
			.containsEntry("notice-then-name", "Max Muster")
			.containsEntry("behind-the-code", "Max Muster")
			.containsEntry("cut-in-a-word",
					"Internationale Handelsgesellschaft für Baustoffe und Werkzeugmaschinen Musterstadt mbH")
			.containsEntry("cut-in-a-word-of-ours", "MUSTERMANN MASCHINENBAU GMBH und Co. KG")
			.containsEntry("cut-at-a-space", "Erika Magdalen Mustermann")
			.containsEntry("wrapped-at-words", "Magdalena Mustermann-Beispiel");
	}

	@Test
	void whereThereIsDoubtThereIsNoNameAndTheTextIsKept() throws UnreadableFile {
		BankReport report = GivenReport.report("names-in-doubt");
		assertThat(GivenReport.payments(report)).hasSize(14).allSatisfy((payment) -> {
			assertThat(payment.suggestedName()).as(payment.endToEndId()).isNull();
			assertThat(payment.text() == null).isEqualTo("no-text".equals(payment.endToEndId()));
		});
	}

	@Test
	void theTextIsPutTogetherAgain() throws UnreadableFile {
		BankReport report = GivenReport.report("names-in-text");
		assertThat(text(report, "announced-in-german")).isEqualTo("Der Name des Zahlungsempfängers lautet: Max Muster\n"
				+ "Die Autorisierung der Zahlung kann dazu führen, dass der Betrag einem Konto gutgeschrieben wird, "
				+ "das jemand anderem gehört als der Person, die Sie angegeben haben.");
		assertThat(text(report, "behind-the-code")).isEqualTo("RVMC Max Muster\nRVNM Der Name ist ein anderer.");
	}

	@Test
	void theNameThatWasSentIsNeverTheSuggestion() throws UnreadableFile {
		assertThat(GivenReport.payments(GivenReport.report("names-in-text")))
			.allSatisfy((payment) -> assertThat(payment.suggestedName()).isNotNull().isNotEqualTo(payment.name()));
	}

	private static String text(BankReport report, String endToEndId) throws UnreadableFile {
		return GivenReport.payments(report)
			.stream()
			.filter((payment) -> endToEndId.equals(payment.endToEndId()))
			.map((payment) -> Objects.requireNonNull(payment.text()))
			.findFirst()
			.orElseThrow();
	}

}
