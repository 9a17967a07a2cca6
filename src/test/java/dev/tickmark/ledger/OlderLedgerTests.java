package dev.tickmark.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

import dev.tickmark.TestDatabase;
import dev.tickmark.payee.CallKind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A ledger that is only read is not migrated: a forecast has to do with what is there.
 */
class OlderLedgerTests {

	private static final String BEFORE_RECONCILIATIONS = "11";

	private final DriverManagerDataSource database = older();

	private final JdbcTemplate template = new JdbcTemplate(this.database);

	private final JdbcClient jdbc = JdbcClient.create(this.template);

	private final JdbcTransactionManager transactions = new JdbcTransactionManager(this.database);

	private static DriverManagerDataSource older() {
		Map<String, Object> settings = TestDatabase.create();
		DriverManagerDataSource database = new DriverManagerDataSource(
				String.valueOf(settings.get("spring.datasource.url")),
				String.valueOf(settings.get("spring.datasource.username")),
				String.valueOf(settings.get("spring.datasource.password")));
		Flyway.configure()
			.dataSource(database)
			.locations(Migrations.LOCATION)
			.target(BEFORE_RECONCILIATIONS)
			.load()
			.migrate();
		return database;
	}

	@Test
	void whatWasSentAndWhatCanBeReusedIsKnownWithoutReconciliations() {
		answer();
		assertThat(ReadBacks.areIn(this.jdbc)).isFalse();
		assertThat(new CallJournal(this.template, this.transactions).sent(Given.BANFICO, false,
				EnumSet.allOf(CallKind.class), Given.NOON, 10))
			.containsExactly(Given.NOON);
		assertThat(reusable()).containsExactly("question");
	}

	@Test
	void bothAreTheSameOnceTheLedgerIsMigrated() {
		answer();
		Flyway.configure().dataSource(this.database).locations(Migrations.LOCATION).load().migrate();
		assertThat(ReadBacks.areIn(this.jdbc)).isTrue();
		assertThat(new CallJournal(this.template, this.transactions).sent(Given.BANFICO, false,
				EnumSet.allOf(CallKind.class), Given.NOON, 10))
			.containsExactly(Given.NOON);
		assertThat(reusable()).containsExactly("question");
	}

	private List<String> reusable() {
		List<String> questions = new ArrayList<>();
		new Reuse(this.template, this.transactions).each(Given.BANFICO, false, Given.NOON,
				(question) -> questions.add(new String(question)));
		return questions;
	}

	/** A run as a version of then has left it. */
	private void answer() {
		Instant now = Given.NOON;
		this.jdbc
			.sql("""
					insert into run (identity, file_name, file_path, sha256, file_size, job, sandbox, header, state, reports,
						pass, created_at, changed_at)
					values (gen_random_uuid(), 'a', '/a', 'x', 1, 'default', false, '[]', 'COMPLETE', 'r', 1, :now, :now)""")
			.param("now", Times.at(now))
			.update();
		this.jdbc
			.sql("""
					insert into verification (run_id, provider, question, first_row, state, verdict, account_state, name_match,
						account_type_match, basis, reason, checked_at, attempts)
					select id, 'banfico', :question, 1, 'CONCLUDED', 'MATCH', 'ACTIVE', 'FULL', 'YES', 'NAME_AND_ACCOUNT', 'ok',
						:now, 1 from run""")
			.param("question", Given.question("question"))
			.param("now", Times.at(now))
			.update();
		this.jdbc
			.sql("""
					insert into call (verification_id, number, kind, method, path, sent_at, took_micros, repeated, sandbox, status,
						headers, body, cut)
					select id, 1, 'SUBMIT', 'POST', '/', :now, 5, false, false, 200, '{}', '{}', false from verification""")
			.param("now", Times.at(now))
			.update();
	}

}
