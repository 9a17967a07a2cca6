package dev.tickmark.sandbox;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("long")
class DriftTests extends StatementScene {

	private static final Map<String, String> ON = Map.of("drift", "true");

	/** The line of a payee before the drift, and those that stand there with it. */
	private record Seen(String id, CSVRecord before, List<CSVRecord> after, CSVRecord last) {

		CSVRecord only() {
			assertThat(this.after).hasSize(1);
			return this.after.getFirst();
		}

		void differsOnlyIn(String... columns) {
			for (String column : this.before.getParser().getHeaderNames()) {
				if (!List.of(columns).contains(column)) {
					assertThat(only().get(column)).as(column).isEqualTo(this.before.get(column));
				}
			}
		}

	}

	private Seen drifted(Counterparty provider, String ending) throws Exception {
		String id = provider.ask(this.sandbox, ending);
		CSVRecord before = lines(provider).getFirst();
		restart(ON);
		List<CSVRecord> all = lines(provider);
		return new Seen(id, before, all.subList(0, all.size() - 1), all.getLast());
	}

	@ParameterizedTest
	@EnumSource
	void withoutDriftEveryMarkerIsAPlainPositiveAnswer(Counterparty provider) throws Exception {
		for (Drift drift : Drift.values()) {
			String ending = drift.ending();
			String id = provider.ask(this.sandbox, ending);
			assertThat(provider.read(this.sandbox, ending, id)).as(ending).isEqualTo(provider.positive);
			CSVRecord line = lines(provider).getLast();
			assertThat(line.get("verification_id")).as(ending).isEqualTo(id);
			assertThat(line.get("outcome")).as(ending).isEqualTo("match");
			assertThat(line.get("amount")).as(ending).isEqualTo("0.10");
		}
		assertThat(lines(provider)).hasSize(Drift.values().length);
	}

	@ParameterizedTest
	@EnumSource
	void whatChangedIsReadBackWithAnotherResultWhichTheStatementHasToo(Counterparty provider) throws Exception {
		Seen seen = drifted(provider, "7201");
		assertThat(provider.read(this.sandbox, "7201", seen.id())).isEqualTo(provider.changed);
		assertThat(seen.only().get("outcome"))
			.isEqualTo((provider == Counterparty.SMARTGLOCAL) ? "account not found" : "no match");
		seen.differsOnlyIn("outcome");
	}

	@ParameterizedTest
	@EnumSource
	void whatIsForgottenIsReadBackAsAnUnknownId(Counterparty provider) throws Exception {
		Seen seen = drifted(provider, "7202");
		assertThat(provider.read(this.sandbox, "7202", seen.id())).isEqualTo(provider.unknown);
		seen.differsOnlyIn();
	}

	@ParameterizedTest
	@EnumSource
	void whatIsChargedTwiceIsThereASecondLaterAgain(Counterparty provider) throws Exception {
		Seen seen = drifted(provider, "7203");
		assertThat(seen.after()).extracting((line) -> line.get("verification_id"))
			.containsExactly(seen.id(), seen.id());
		assertThat(seen.after()).extracting((line) -> charged(line))
			.containsExactly(charged(seen.before()), charged(seen.before()).plusSeconds(1));
		assertThat(provider.read(this.sandbox, "7203", seen.id())).isEqualTo(provider.positive);
	}

	@ParameterizedTest
	@EnumSource
	void whatIsMissingIsNotOnTheStatement(Counterparty provider) throws Exception {
		Seen seen = drifted(provider, "7204");
		assertThat(seen.after()).isEmpty();
		assertThat(charged(seen.last())).isEqualTo(charged(seen.before()));
	}

	@ParameterizedTest
	@EnumSource
	void anotherPriceIsTwiceThePrice(Counterparty provider) throws Exception {
		Seen seen = drifted(provider, "7205");
		assertThat(new BigDecimal(seen.only().get("amount"))).isEqualByComparingTo("0.20");
		seen.differsOnlyIn("amount");
	}

	@ParameterizedTest
	@EnumSource
	void anotherResultIsOnTheStatementAlone(Counterparty provider) throws Exception {
		Seen seen = drifted(provider, "7206");
		assertThat(seen.only().get("outcome")).isEqualTo("no match");
		seen.differsOnlyIn("outcome");
		assertThat(provider.read(this.sandbox, "7206", seen.id())).isEqualTo(provider.positive);
	}

	@ParameterizedTest
	@EnumSource
	void whatIsOutsideThePeriodIsFortyDaysEarlier(Counterparty provider) throws Exception {
		Seen seen = drifted(provider, "7207");
		assertThat(Duration.between(charged(seen.only()), charged(seen.before()))).isEqualTo(Duration.ofDays(40));
		seen.differsOnlyIn("charged_at");
		Instant real = charged(seen.before());
		assertThat(lines(provider, "?from=" + real + "&to=" + real.plusMillis(1))).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource
	void aLineMayLackItsReference(Counterparty provider) throws Exception {
		Seen seen = drifted(provider, "7208");
		assertThat(seen.only().get("verification_id")).isEmpty();
		seen.differsOnlyIn("verification_id");
	}

	@ParameterizedTest
	@EnumSource
	void aLineMayLackBoth(Counterparty provider) throws Exception {
		Seen seen = drifted(provider, "7209");
		assertThat(seen.only().get("verification_id")).isEmpty();
		assertThat(seen.only().get("request_id")).isEmpty();
		seen.differsOnlyIn("verification_id", "request_id");
	}

	@ParameterizedTest
	@EnumSource
	void aReferenceMayBeWrittenOtherwise(Counterparty provider) throws Exception {
		Seen seen = drifted(provider, "7210");
		String written = seen.only().get("verification_id");
		assertThat(written).startsWith("000").isEqualToIgnoringCase("000" + seen.id());
		assertThat(written.chars()).noneMatch((c) -> Character.isLowerCase(c));
		seen.differsOnlyIn("verification_id");
	}

	@ParameterizedTest
	@EnumSource
	void theStatementEndsWithALineThatNobodyAskedFor(Counterparty provider) throws Exception {
		restart(ON);
		assertThat(lines(provider)).as("a statement without lines").isEmpty();
		restart(Map.of());
		Seen seen = drifted(provider, "0001");
		seen.differsOnlyIn();
		CSVRecord stray = seen.last();
		assertThat(stray.get("account")).isEqualTo("****0000");
		assertThat(charged(stray)).isEqualTo(charged(seen.before()));
		assertThat(stray.get("verification_id")).hasSameSizeAs(like(provider, seen.id())).isNotEqualTo(seen.id());
		assertThat(provider.read(this.sandbox, "0000", stray.get("verification_id"))).isEqualTo(provider.unknown);
		assertThat(lines(provider).getLast().get("verification_id")).isEqualTo(stray.get("verification_id"));
		assertThat(provider.read(this.sandbox, "0001", seen.id())).isEqualTo(provider.positive);
	}

	// Bank 131's ids are numbers of 13 to 16 digits
	private static String like(Counterparty provider, String id) {
		return (provider == Counterparty.BANK131) ? "1".repeat(16) : id;
	}

	@Test
	void theFileItselfStaysFaithful() throws Exception {
		restart(ON);
		for (Drift drift : Drift.values()) {
			Counterparty.BANFICO.ask(this.sandbox, drift.ending());
		}
		assertThat(lines(Counterparty.BANFICO)).hasSize(11);
		restart(Map.of());
		assertThat(lines(Counterparty.BANFICO)).hasSize(10).allSatisfy((line) -> {
			assertThat(line.get("outcome")).isEqualTo("match");
			assertThat(line.get("amount")).isEqualTo("0.10");
		});
	}

	@Test
	void aForgottenSessionIsInNoListOfPaysafes() throws Exception {
		Counterparty.PAYSAFE.ask(this.sandbox, "7202");
		restart(ON);
		String list = ProviderClient.paysafe(this.sandbox).sessions("8800127202", "").body();
		assertThat(list).contains("\"numberOfRecords\":0");
	}

	private static Instant charged(CSVRecord line) {
		return Instant.parse(line.get("charged_at"));
	}

}
