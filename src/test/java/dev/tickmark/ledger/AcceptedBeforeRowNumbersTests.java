package dev.tickmark.ledger;

import java.util.Map;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.tickmark.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** What was accepted when a row was known by its line is known by its number since. */
class AcceptedBeforeRowNumbersTests {

	private static final String BEFORE = "19";

	private final DriverManagerDataSource database = database();

	private final JdbcClient jdbc = JdbcClient.create(this.database);

	private static DriverManagerDataSource database() {
		Map<String, Object> settings = TestDatabase.create();
		return new DriverManagerDataSource(String.valueOf(settings.get("spring.datasource.url")),
				String.valueOf(settings.get("spring.datasource.username")),
				String.valueOf(settings.get("spring.datasource.password")));
	}

	@Test
	void itsRowIsFoundByItsLine() {
		Flyway.configure().dataSource(this.database).locations(Migrations.LOCATION).target(BEFORE).load().migrate();
		this.jdbc
			.sql("""
					insert into run (identity, file_name, file_path, sha256, file_size, job, sandbox, header, state, reports,
						pass, created_at, changed_at)
					values (gen_random_uuid(), 'a', '/a', 'x', 1, 'default', false, '[]', 'COMPLETE', 'r', 1, now(), now())""")
			.update();
		this.jdbc.sql("""
				insert into payee_row (run_id, number, line, fields, provider, question, payee)
				select id, n, 3 * n, '[]', 'banfico', decode(lpad(n::text, 2, '0'), 'hex'), '{}'
				from run, generate_series(1, 5) n""").update();
		accept(9, "03");
		accept(12, "77");
		Flyway.configure().dataSource(this.database).locations(Migrations.LOCATION).load().migrate();
		assertThat(this.jdbc.sql("select row_number from remembered_match order by id").query(Long.class).list())
			.containsExactly(3L, 0L);
	}

	private void accept(long line, String question) {
		this.jdbc.sql("""
				insert into remembered_match (provider, question, answer, verdict, sandbox, run_id, line, accepted_by,
					accepted_at, expires_at, comment)
				select 'banfico', decode(:question, 'hex'), '', 'CLOSE_MATCH', false, id, :line, 'x', now(),
					now() + interval '1 day', 'x' from run""").param("question", question).param("line", line).update();
	}

}
