package dev.tickmark.report.reconciliation;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SummaryWordsTests {

	@Test
	void itTellsTheReconciliationInNumbers() {
		assertThat(content(Given.counting(Count.of("MATCHED", 9_990), Count.of("CHARGED_TWICE", 10)))).isEqualTo("""
				{
				  "format" : 1,
				  "number" : 12,
				  "kind" : "STATEMENT",
				  "title" : "With a statement",
				  "subject" : "Banfico's statement of March 2026 against the journal of calls.",
				  "sandbox" : false,
				  "started_at" : "2026-04-01T08:00:00.500Z",
				  "finished_at" : "2026-04-01T08:05:30Z",
				  "agrees" : false,
				  "items" : 10000,
				  "differences" : 10,
				  "counts" : {
				    "MATCHED" : 9990,
				    "CHARGED_TWICE" : 10
				  },
				  "totals" : [
				    {
				      "caption" : "By day",
				      "rows" : [
				        {
				          "day" : "2026-03-01",
				          "statement" : 1234.50,
				          "journal" : 1234.50,
				          "difference" : 0.00
				        },
				        {
				          "day" : "2026-03-02",
				          "statement" : 10.00,
				          "journal" : null,
				          "difference" : 10.00
				        },
				        {
				          "day" : "total",
				          "statement" : 1244.50,
				          "journal" : 1234.50,
				          "difference" : 10.00
				        }
				      ]
				    }
				  ],
				  "facts" : [
				    {
				      "label" : "statement",
				      "value" : "march.csv"
				    },
				    {
				      "label" : "SHA-256",
				      "value" : "abc123"
				    }
				  ],
				  "remarks" : [
				    "Prices are in EUR."
				  ],
				  "files" : [
				    "differences.csv",
				    "reconciliation.csv",
				    "reconciliation.html",
				    "summary.json"
				  ]
				}
				""");
	}

	@Test
	void itAgreesWithoutADifferenceEvenWhenSomethingIsOpen() {
		assertThat(content(Given.counting(Count.of("AGREES", 2), Count.of("PENDING_THERE", 1))))
			.contains("\"agrees\" : true");
	}

	@Test
	void columnsThatAProgramCouldNotTellApartAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Table("By day",
					List.of(Table.Column.text("calls made"), Table.Column.number("Calls made")), List.of()))
			.withMessage("there are two columns called Calls made");
	}

	private static String content(Overview reconciliation) {
		return new String(SummaryWords.content(reconciliation), StandardCharsets.UTF_8);
	}

}
