package dev.tickmark.ledger;

import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
class LazyConnectionTests {

	private final TransactionOperations transaction;

	private final CallJournal journal;

	private final Given given;

	private final JdbcClient jdbc;

	private final HikariPoolMXBean pool;

	LazyConnectionTests(DataSource dataSource, TransactionOperations transaction, CallJournal journal, Given given,
			JdbcClient jdbc) throws SQLException {
		this.transaction = transaction;
		this.journal = journal;
		this.given = given;
		this.jdbc = jdbc;
		this.pool = dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean();
	}

	@Test
	void aTransactionHoldsNoConnectionUntilAStatementNeedsOne() {
		this.transaction.executeWithoutResult((_) -> {
			assertThat(this.pool.getActiveConnections()).isZero();
			this.jdbc.sql("select 1").query(Long.class).single();
			assertThat(this.pool.getActiveConnections()).isOne();
		});
		assertThat(this.pool.getActiveConnections()).isZero();
	}

	@Test
	void aChunkThatOnlyAsksAndJournalsHoldsNoConnectionWhileItWaits() {
		long verification = this.given.verification();
		this.transaction.executeWithoutResult((_) -> {
			this.journal.asking(verification, 1, 1);
			assertThat(this.pool.getActiveConnections()).isZero();
			this.journal.record(verification, Given.call(1));
			assertThat(this.pool.getActiveConnections()).isZero();
		});
	}

	@Test
	void aTransactionThatRollsBackGivesItsConnectionBack() {
		this.transaction.executeWithoutResult((chunk) -> {
			this.jdbc.sql("select 1").query(Long.class).single();
			chunk.setRollbackOnly();
		});
		assertThat(this.pool.getActiveConnections()).isZero();
	}

	@Test
	void whatIsReadIsWhatWasCommitted() {
		String isolation = this.transaction
			.execute((_) -> this.jdbc.sql("show transaction_isolation").query(String.class).single());
		assertThat(isolation).isEqualTo("read committed");
	}

}
