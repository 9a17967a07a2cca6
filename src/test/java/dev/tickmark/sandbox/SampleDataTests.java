package dev.tickmark.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.iban4j.IbanUtil;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatNoException;

/** The sample file is as valid as its description says. */
class SampleDataTests {

	private static final Path FOLDER = Path.of("sample-data");

	private static final Pattern SPECIAL = Pattern
		.compile("\\| (\\d+) \\| (\\S+) \\| ([A-Z_]+) \\| (\\S+) \\| (.+) \\|");

	@Test
	void everyIbanIsValidUnlessItIsMeantToBeWrong() throws Exception {
		Map<Long, Special> specials = specials();
		rows().forEach((line, row) -> {
			Special special = specials.get(line);
			String iban = row.get("iban").replace(" ", "");
			if (!iban.isEmpty() && (special == null || !special.verdict().equals("REJECTED_INPUT"))) {
				assertThatNoException().as("line %d", line).isThrownBy(() -> IbanUtil.validate(iban));
			}
		});
	}

	private static Map<Long, CSVRecord> rows() throws IOException {
		Map<Long, CSVRecord> rows = new TreeMap<>();
		CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
		try (CSVParser parser = CSVParser.parse(FOLDER.resolve("payees.csv"), StandardCharsets.UTF_8, format)) {
			long begins = 2;
			for (CSVRecord row : parser) {
				rows.put(begins, row);
				begins = parser.getCurrentLineNumber() + 1;
			}
		}
		return rows;
	}

	private static Map<Long, Special> specials() throws IOException {
		Map<Long, Special> specials = new HashMap<>();
		for (String line : description()) {
			Matcher matcher = SPECIAL.matcher(line);
			if (matcher.matches()) {
				specials.put(Long.valueOf(matcher.group(1)),
						new Special(matcher.group(2), matcher.group(3), matcher.group(4)));
			}
		}
		return specials;
	}

	private static List<String> description() throws IOException {
		return Files.readAllLines(FOLDER.resolve("README.md"));
	}

	/** A row the description says something of. */
	private record Special(String reference, String verdict, String ending) {

	}

}
