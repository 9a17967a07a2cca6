package dev.tickmark.ledger;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
class MigrationTests {

	private static final long MIGRATIONS = 25;

	private final JdbcClient jdbc;

	private final Environment environment;

	private final DataSource database;

	private final List<Object> ledger;

	MigrationTests(JdbcClient jdbc, DataSource database, Environment environment, Runs runs, Rows rows,
			Verifications verifications, CallJournal journal, Outcomes outcomes, ReadBacks readBacks,
			ReadBackJournal readBackJournal, ReadBackItems readBackItems, StatementLines lines,
			StatementCharges charges, StatementMatching matching, StatementItems items, BankPayments payments,
			BankMatching banks, Reconciliations reconciliations) {
		this.jdbc = jdbc;
		this.database = database;
		this.ledger = List.of(runs, rows, verifications, journal, outcomes, readBacks, readBackJournal, readBackItems,
				lines, charges, matching, items, payments, banks, reconciliations);
		this.environment = environment;
	}

	@Test
	void everyForeignKeyIsTheBeginningOfAnIndex() {
		assertThat(count("select count(*) from pg_constraint where contype = 'f' and conrelid::regclass::text"
				+ " like 'batch_%'"))
			.isGreaterThanOrEqualTo(5);
		assertThat(this.jdbc.sql("""
				select c.conrelid::regclass || '.' || c.conname from pg_constraint c
				where c.contype = 'f' and c.connamespace = current_schema()::regnamespace and not exists (
					select 1 from pg_index i where i.indrelid = c.conrelid and i.indpred is null
						and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)""")
			.query((results, _) -> results.getString(1))
			.list()).isEmpty();
	}

	@Test
	void springBatchsTablesAreFlyways() {
		assertThat(this.environment.getProperty("spring.batch.jdbc.initialize-schema")).isEqualTo("never");
		assertThat(count("select count(*) from flyway_schema_history where success")).isEqualTo(MIGRATIONS);
	}

	@Test
	void flywayIsNotTroubledWhereItsScriptsAreInForce() throws IOException {
		Migrations packed = Migrations.packed(getClass().getClassLoader());
		assertThat(packed.checksums()).hasSize((int) MIGRATIONS);
		assertThat(packed.inForce(this.database)).isTrue();
	}

	@Test
	void aScriptThatIsNewOrWasAppliedOtherwiseIsForFlyway() throws IOException {
		Map<String, Integer> scripts = Migrations.packed(getClass().getClassLoader()).checksums();
		Map<String, Integer> more = new HashMap<>(scripts);
		more.put("V999__not_yet.sql", 7);
		assertThat(new Migrations(more).inForce(this.database)).isFalse();
		Map<String, Integer> otherwise = new HashMap<>(scripts);
		otherwise.replaceAll((_, checksum) -> checksum + 1);
		assertThat(new Migrations(otherwise).inForce(this.database)).isFalse();
		assertThat(new Migrations(Map.of()).inForce(this.database)).isFalse();
	}

	@Test
	void whatShallBeOneTransactionIs() {
		// said by annotations alone: where nobody reads them, nothing fails
		assertThat(this.ledger).allSatisfy((part) -> assertThat(AopUtils.isAopProxy(part)).isTrue());
	}

	@Test
	void executionsAreCreatedSideBySide() {
		assertThat(this.environment.getProperty("spring.batch.jdbc.isolation-level-for-create"))
			.isEqualTo("read_committed");
	}

	@Test
	void twoProcessesMayMeetOverAnEmptyDatabase() throws Exception {
		Map<String, Object> database = TestDatabase.create();
		CyclicBarrier start = new CyclicBarrier(2);
		Callable<Long> migration = () -> migrated(database, start);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<Long> migrations : threads.invokeAll(List.of(migration, migration))) {
				assertThat(migrations.get()).isEqualTo(MIGRATIONS);
			}
		}
	}

	/** How many migrations a context finds done once it has started. */
	private static long migrated(Map<String, Object> database, CyclicBarrier start) throws Exception {
		String[] properties = database.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + entry.getValue())
			.toArray(String[]::new);
		long[] count = new long[1];
		start.await();
		new ApplicationContextRunner().withUserConfiguration(LazyConnectionConfiguration.class, LedgerSchema.class)
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class))
			.withPropertyValues(properties)
			.run((context) -> count[0] = context.getBean(JdbcClient.class)
				.sql("select count(*) from flyway_schema_history where success")
				.query(Long.class)
				.single());
		return count[0];
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

}
