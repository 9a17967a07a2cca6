package dev.tickmark.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PayeeRowsTests {

	@TempDir
	private Path folder;

	@Test
	void thereAreAsManyRowsForEachProviderAndTheyAreMixed() throws IOException {
		List<String> rows = rows(Map.of("banfico", 8, "paysway", 4, "bank131", 2, "smartglocal", 1, "paysafe", 1));
		assertThat(rows).hasSize(16);
		assertThat(rows.stream().filter((row) -> row.contains("40-47-84"))).hasSize(8);
		assertThat(rows.stream().filter((row) -> row.contains(",DE3") || row.contains(",DE"))).hasSize(4);
		assertThat(rows.stream().filter((row) -> row.contains("AG-"))).hasSize(2);
		assertThat(rows.subList(0, 8)).anyMatch((row) -> row.contains("AG-"));
		assertThat(rows.subList(8, 16)).anyMatch((row) -> row.contains("AG-"));
	}

	@Test
	void everyQuestionIsAnotherAndNoneChoosesASpecialAnswer() throws IOException {
		List<String> accounts = rows(Map.of("banfico", 15_000)).stream()
			.map((row) -> row.substring(row.lastIndexOf(',') + 1))
			.toList();
		assertThat(accounts).doesNotHaveDuplicates().hasSize(15_000).allSatisfy((account) -> {
			assertThat(account).hasSize(8);
			assertThat(account.substring(4)).isLessThan("7000");
		});
	}

	@Test
	void fromAnotherFirstPayeeOnTheyAreOthers() throws IOException {
		List<String> first = rows(Map.of("paysway", 3));
		PayeeRows.write(this.folder.resolve("others.csv"), Map.of("paysway", 3), 3);
		List<String> others = Files.readAllLines(this.folder.resolve("others.csv"));
		assertThat(others.subList(1, 4)).doesNotContainAnyElementsOf(first);
	}

	private List<String> rows(Map<String, Integer> counts) throws IOException {
		Path file = this.folder.resolve("payees.csv");
		PayeeRows.write(file, counts);
		List<String> lines = Files.readAllLines(file);
		return lines.subList(1, lines.size());
	}

}
