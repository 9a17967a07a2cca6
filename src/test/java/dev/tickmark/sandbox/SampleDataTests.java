package dev.tickmark.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.iban4j.IbanUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Holds the sample file, its description and the sandbox to one another. */
class SampleDataTests {

	private static final Path FOLDER = Path.of("sample-data");

	private static final Pattern SPECIAL = Pattern
		.compile("\\| (\\d+) \\| (\\S+) \\| ([A-Z_]+) \\| (\\S+) \\| (.+) \\|");

	private static final Pattern COUNT = Pattern.compile("\\| ([A-Z_]+) \\| (\\d+) \\|");

	@Test
	void everyRowIsAnsweredAsItsDescriptionSays(@TempDir Path folder) throws Exception {
		Map<Long, Special> specials = specials();
		Map<String, Integer> counts = new TreeMap<>();
		Behaviour standard = Behaviour.immediate();
		Behaviour quick = new Behaviour(standard.latency(), standard.latencySpread(), standard.limit(), 0.05,
				Duration.ofMillis(50), standard.tokenLife(), Generation.C);
		try (Sandbox sandbox = Sandbox.start(SandboxSettings.of(quick), folder, false)) {
			Asking asking = new Asking(ProviderClient.banfico(sandbox), ProviderClient.paysway(sandbox));
			for (Map.Entry<Long, CSVRecord> row : rows().entrySet()) {
				Special special = specials.remove(row.getKey());
				String expected = (special != null) ? special.verdict() : "MATCH";
				counts.merge(expected, 1, Integer::sum);
				if (special != null) {
					assertThat(row.getValue().get("reference")).isEqualTo(special.reference());
				}
				boolean wrong = expected.equals("REJECTED_INPUT") && special != null && special.ending().equals("–");
				if (!wrong) {
					assertThat(asking.verdict(row.getValue())).as("line %d", row.getKey()).isEqualTo(expected);
				}
			}
		}
		assertThat(specials).isEmpty();
		assertThat(counts).isEqualTo(counts());
	}

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

	private static Map<String, Integer> counts() throws IOException {
		Map<String, Integer> counts = new TreeMap<>();
		for (String line : description()) {
			Matcher matcher = COUNT.matcher(line);
			if (matcher.matches()) {
				counts.put(matcher.group(1), Integer.valueOf(matcher.group(2)));
			}
		}
		return counts;
	}

	private static List<String> description() throws IOException {
		return Files.readAllLines(FOLDER.resolve("README.md"));
	}

	/** A row the description says something of. */
	private record Special(String reference, String verdict, String ending) {

	}

	/**
	 * Asks about a row as often as it takes, and reads the answer in the simplest way.
	 */
	private record Asking(ProviderClient banfico, ProviderClient paysway) {

		String verdict(CSVRecord row) throws Exception {
			String name = row.get("name").replace("\n", " ").replace("\"", "\\\"");
			String iban = row.get("iban").replace(" ", "");
			String scan = row.get("sort_code").replace("-", "") + row.get("account_number");
			if (iban.isEmpty()) {
				return banfico(ProviderClient.scan(scan, ",,," + name));
			}
			return iban.startsWith("GB") ? banfico(ProviderClient.banfico("IBAN", iban, ",,," + name))
					: paysway(ProviderClient.iban(iban, name));
		}

		private String banfico(String body) throws Exception {
			soon().until(() -> this.banfico.verify(body).statusCode() < 300);
			JsonNode result = ProviderClient.json(this.banfico.verify(body)).at("/data/result");
			String id = result.path("id").stringValue();
			soon().until(() -> read(id).has("account"));
			result = read(id);
			String status = result.at("/account/status").stringValue();
			return switch (result.at("/responder/schemeResponseCodes/0").asString("") + " " + status) {
				case "AC01 NOT_FOUND" -> "ACCOUNT_NOT_FOUND";
				case "IVCR NOT_FOUND" -> "REJECTED_INPUT";
				case "CASS CLOSED", " CLOSED", " INACTIVE" -> "ACCOUNT_UNUSABLE";
				default -> status.equals("ACTIVE") ? name(result.at("/account/nameCheckStatus")) : "UNABLE_TO_CHECK";
			};
		}

		private JsonNode read(String id) throws Exception {
			return ProviderClient.json(this.banfico.get("/v1.0/account-verifications/" + id)).at("/data/result");
		}

		private String paysway(String body) throws Exception {
			UUID key = UUID.randomUUID();
			soon().until(() -> {
				JsonNode object = ProviderClient.json(this.paysway.verify(body, key));
				return object.has("state") && !object.path("state").stringValue().equals("PENDING");
			});
			JsonNode object = ProviderClient.json(this.paysway.verify(body, key));
			if (object.has("failureReason")) {
				boolean invalid = object.path("failureReason").stringValue().equals("INVALID_FIELD");
				return invalid ? "REJECTED_INPUT" : "UNABLE_TO_CHECK";
			}
			return switch (object.at("/result/accountStatus").stringValue()) {
				case "ACTIVE" -> name(object.at("/result/accountHolderName/matchStatus"));
				case "NOT_FOUND" -> "ACCOUNT_NOT_FOUND";
				default -> "UNABLE_TO_CHECK";
			};
		}

		private static ConditionFactory soon() {
			return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10));
		}

		private static String name(JsonNode match) {
			return switch (match.asString("")) {
				case "MATCH", "FULL_MATCH" -> "MATCH";
				case "PARTIAL_MATCH" -> "CLOSE_MATCH";
				case "NO_MATCH" -> "NO_MATCH";
				default -> "UNABLE_TO_CHECK";
			};
		}

	}

}
