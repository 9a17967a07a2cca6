package dev.tickmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;

import dev.tickmark.ledger.embedded.DatabaseUnavailable;
import dev.tickmark.sandbox.RecordedSubmission;

/**
 * What a round came to.
 *
 * @param rows the rows of its results
 * @param differences rows that are not what the undisturbed run says, lost and doubled
 * ones among them
 * @param charged what each provider charged
 * @param told how often each row says that it was asked again, by its number
 * @param summary its summary.json
 * @param restarts how long each life took until its first call, where it made one
 */
record KillingAccount(int rows, List<String> differences, Map<String, Charged> charged, Map<Integer, Integer> told,
		JsonNode summary, List<Duration> restarts) {

	static final List<String> PROVIDERS = List.of("banfico", "paysway", "smartglocal", "bank131", "paysafe");

	static KillingAccount of(KillingRound round, Expectation expectation)
			throws IOException, DatabaseUnavailable, SQLException {
		Report report = round.here().report(KillingRound.FILE, 1);
		List<JournalledCall> journal = JournalledCall.all(round.here().home());
		Map<String, Charged> charged = new HashMap<>();
		List<Instant> calls = new ArrayList<>(journal.stream().map(JournalledCall::sentAt).toList());
		for (String provider : PROVIDERS) {
			charged.put(provider, Charged.of(round.record(), provider, journal));
			// the journal does not know of calls whose answers died on their way
			RecordedSubmission.of(round.record(), provider)
				.forEach((one) -> calls.add(Instant.ofEpochMilli(one.createdAt())));
		}
		List<CSVRecord> results = report.results();
		Map<Integer, Integer> told = new HashMap<>();
		for (int i = 0; i < results.size(); i++) {
			told.put(i + 1, Expectation.repeats(results.get(i)));
		}
		return new KillingAccount(results.size(), expectation.differences(report), charged, told, report.summary(),
				restarts(round.lives(), calls));
	}

	/** Restarts alone: what comes before the very first call is no recovery. */
	private static List<Duration> restarts(List<KillingRound.Life> lives, List<Instant> calls) {
		return lives.stream().skip(1).flatMap((life) -> first(life, calls)).toList();
	}

	private static Stream<Duration> first(KillingRound.Life life, List<Instant> calls) {
		return calls.stream()
			.filter((call) -> !call.isBefore(life.start()) && call.isBefore(life.end()))
			.min(Instant::compareTo)
			.map((call) -> Duration.between(life.start(), call))
			.stream();
	}

	/** Submissions that were made again, by provider. */
	int again(String provider) {
		return Objects.requireNonNull(this.charged.get(provider)).again();
	}

	/**
	 * Submissions of which the row does not tell that they may have been paid for again.
	 */
	List<Integer> untold() {
		return Objects.requireNonNull(this.charged.get("banfico"))
			.againByRow()
			.entrySet()
			.stream()
			.filter((row) -> this.told.getOrDefault(row.getKey(), 0) < row.getValue())
			.map(Map.Entry::getKey)
			.toList();
	}

	/** Submissions that were made while an earlier one of the same question was open. */
	long openTogether(String provider) {
		return Objects.requireNonNull(this.charged.get(provider)).overlapping();
	}

	/** Submissions of a question to which the ledger had an answer already. */
	long answersLost() {
		return this.charged.values().stream().mapToLong(Charged::despiteAnAnswer).sum();
	}

	/** Paid questions that belong to no row. */
	long withoutARow() {
		return this.charged.values().stream().mapToLong(Charged::withoutARow).sum();
	}

	/** How often the report says that a provider was asked again. */
	long repeats(String provider) {
		return this.summary.path("lanes")
			.valueStream()
			.filter((lane) -> lane.path("provider").stringValue().equals(provider))
			.mapToLong((lane) -> lane.path("repeats").longValue())
			.sum();
	}

}
