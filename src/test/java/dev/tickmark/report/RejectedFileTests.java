package dev.tickmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class RejectedFileTests {

	@TempDir
	Path folder;

	@Test
	void itHasTheRowsThatWeOrAProviderRejectedAndNoOthers() throws IOException {
		Given.report(this.folder.resolve("report"), List.of("name", "iban"),
				Given.rejected(2, new Problem("iban", "It is too short."), "Erika, M.", "DE"),
				Given.matched(5, "Otto", "x"),
				Given.found(6, Finding.of(Verdict.REJECTED_INPUT, "The bank refuses it."), "Max", "y"));
		assertThat(this.folder.resolve("report/rejected.csv")).hasContent("""
				line,column,problem,original
				2,iban,It is too short.,""\"Erika, M."",DE"
				6,,The bank refuses it.,"Max,y"
				""");
	}

	@Test
	void theOriginalRowCanBeReadBackWithAllItsFields() throws IOException {
		String[] fields = { " a ", "b\nc", "", "\"d\"", "é,", "too", " many " };
		Given.report(this.folder.resolve("report"), List.of("name", "iban"),
				Given.rejected(2, new Problem(null, "It has 7 fields."), fields));
		String content = Files.readString(this.folder.resolve("report/rejected.csv"));
		try (CSVParser rejected = CSVParser.parse(content, CSVFormat.DEFAULT)) {
			String original = rejected.getRecords().getLast().get(3);
			try (CSVParser row = CSVParser.parse(original, CSVFormat.DEFAULT)) {
				assertThat(row.getRecords()).singleElement()
					.satisfies((record) -> assertThat(record.toList()).containsExactly(fields));
			}
		}
	}

}
