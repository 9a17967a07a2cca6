package dev.tickmark.ledger;

import java.nio.file.Path;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Verdict;

import static dev.tickmark.ledger.GivenComparisons.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@LedgerTest
class StatementLinesTests {

	private final StatementLines lines;

	private final Reconciliations reconciliations;

	private final JdbcClient jdbc;

	private final Reconciliation reconciliation;

	StatementLinesTests(StatementLines lines, Reconciliations reconciliations, GivenComparisons comparisons,
			JdbcClient jdbc) {
		this.lines = lines;
		this.reconciliations = reconciliations;
		this.jdbc = jdbc;
		this.reconciliation = comparisons.ofStatement(GivenComparisons.provider());
	}

	@Test
	void everythingThatALineSaysIsStored() {
		load(new StatementEntry(1, 2, "ref", "key", Given.NOON, CallKind.STATUS, "poll", "fine",
				Set.of(Verdict.NO_MATCH, Verdict.MATCH), new BigDecimal("0.10"), "EUR", "DE**3000", "Anna Bérg 😀",
				true, null));
		assertThat(column("reference")).isEqualTo("ref");
		assertThat(column("request_id")).isEqualTo("key");
		assertThat(column("kind")).isEqualTo("STATUS");
		assertThat(column("kind_written")).isEqualTo("poll");
		assertThat(column("result")).isEqualTo("fine");
		assertThat(column("meaning")).isEqualTo("MATCH NO_MATCH");
		assertThat(column("currency")).isEqualTo("EUR");
		assertThat(column("account")).isEqualTo("DE**3000");
		assertThat(column("name")).isEqualTo("Anna Bérg 😀");
		assertThat(column("in_period")).isEqualTo("true");
		assertThat(column("number || '/' || line")).isEqualTo("1/2");
		assertThat(this.reconciliations.find(this.reconciliation.id())).map(Reconciliation::items).contains(1L);
	}

	@Test
	void whatALineDoesNotSayIsNothing() {
		load(new StatementEntry(1, 2, null, null, null, null, "", null, Set.of(), null, null, null, null, false,
				"no time"));
		assertThat(column("num_nulls(reference, request_id, charged_at, kind, result, meaning, price, currency,"
				+ " account, name)"))
			.isEqualTo("10");
		assertThat(column("kind_written")).isEmpty();
		assertThat(column("problem")).isEqualTo("no time");
	}

	@Test
	void aNulIsReplacedAsNoDatabaseTakesIt() {
		load(new StatementEntry(1, 2, "r\0", "k\0", null, null, "w\0", "s\0", Set.of(), null, "c\0", "a\0", "n\0", true,
				"p\0"));
		assertThat(
				column("reference || request_id || kind_written || result || currency || account || name || problem"))
			.isEqualTo("r�k�w�s�c�a�n�p�");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "0.10", "100", "1E+3", "-0.05", "-12345678901234567890.123456789", "1E-10",
			"99999.9999", "10000", "0.0001", "1E+4", "1.5E+9", "-1E+1", "0.00", "0E+3", "9999", "-100000000" })
	void everyPriceComesBackWhateverItsForm(String price) {
		load(line().price(price).entry(1));
		BigDecimal stored = this.jdbc.sql("select price from statement_line where reconciliation_id = ?")
			.param(this.reconciliation.id())
			.query(BigDecimal.class)
			.single();
		assertThat(stored).isEqualByComparingTo(price);
		assertThat(column("(price = '" + price + "'::numeric)::text")).as("for the database as well").isEqualTo("true");
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-01T12:00:00.123456Z, 2026-03-01T12:00:00.123456Z",
			"1999-12-31T23:59:59.999999Z, 1999-12-31T23:59:59.999999Z", "2000-01-01T00:00:00Z, 2000-01-01T00:00:00Z",
			"1969-07-20T20:17:40.000001Z, 1969-07-20T20:17:40.000001Z", "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
			"2026-03-01T12:00:00.123456789Z, 2026-03-01T12:00:00.123456Z" })
	void everyTimeComesBackToTheMicrosecond(Instant written, Instant stored) {
		load(line().at(written).entry(1));
		assertThat(this.jdbc.sql("select charged_at from statement_line where reconciliation_id = ?")
			.param(this.reconciliation.id())
			.query((results, _) -> Times.require(results, "charged_at"))
			.single()).isEqualTo(stored);
	}

	@Test
	void aStatementThatBreaksOffIsNotLoadedAtAll() {
		assertThatThrownBy(() -> this.lines.<Exception>load(this.reconciliation, (sink) -> {
			for (int i = 1; i <= 5000; i++) {
				sink.add(line().reference("r" + i).entry(i));
			}
			throw new Exception("line 5001 cannot be read");
		})).hasMessage("line 5001 cannot be read");
		assertThat(stored()).isZero();
		assertThat(this.reconciliations.find(this.reconciliation.id())).map(Reconciliation::items).isEmpty();
		load(line().entry(1));
		assertThat(stored()).as("and can be loaded again").isOne();
	}

	@Test
	void aLineThatIsThereTwiceStoresNone() {
		assertThatThrownBy(() -> load(line().entry(1), line().entry(2), line().entry(1)))
			.isInstanceOf(RuntimeException.class);
		assertThat(stored()).isZero();
	}

	@Test
	void whoHasLostTheReconciliationLoadsNothing() {
		Reconciliation taken = this.reconciliations.takeUp(this.reconciliation.id(), false, Path.of("reports"));
		assertThatIllegalStateException().isThrownBy(() -> load(line().entry(1)))
			.withMessageContaining("another process");
		assertThat(stored()).isZero();
		this.lines.load(taken, (sink) -> sink.add(line().entry(1)));
		assertThat(stored()).isOne();
		assertThatThrownBy(() -> this.lines.load(taken, (sink) -> sink.add(line().entry(2)))).as("once")
			.isInstanceOf(IllegalStateException.class);
		assertThat(stored()).isOne();
	}

	@Test
	void aStatementMayBeEmpty() {
		load();
		assertThat(this.reconciliations.find(this.reconciliation.id())).map(Reconciliation::items).contains(0L);
	}

	private void load(StatementEntry... entries) {
		this.lines.load(this.reconciliation, (sink) -> {
			for (StatementEntry entry : entries) {
				sink.add(entry);
			}
		});
	}

	private long stored() {
		return Objects.requireNonNull(this.jdbc.sql("select count(*) from statement_line where reconciliation_id = ?")
			.param(this.reconciliation.id())
			.query(Long.class)
			.single());
	}

	private String column(String expression) {
		return this.jdbc.sql("select (" + expression + ")::text from statement_line where reconciliation_id = ?")
			.param(this.reconciliation.id())
			.query(String.class)
			.single();
	}

}
