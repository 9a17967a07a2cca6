package dev.tickmark.ledger;

import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@LedgerTest
class OwnerLocksTests {

	private final OwnerLocks locks;

	private final JdbcClient jdbc;

	/** No other test takes it. */
	private final String name = "run/" + UUID.randomUUID();

	OwnerLocksTests(OwnerLocks locks, JdbcClient jdbc) {
		this.locks = locks;
		this.jdbc = jdbc;
	}

	@Test
	void twoHoldersExcludeEachOther() {
		try (OwnerLocks.Holder one = this.locks.open(); OwnerLocks.Holder two = this.locks.open()) {
			assertThat(one.take(this.name)).isTrue();
			assertThat(two.take(this.name)).isFalse();
			assertThat(two.take(this.name + "/another")).isTrue();
			assertThat(one.take(this.name + "/another")).isFalse();
		}
	}

	@Test
	void theHolderIsNamedByItsProcess() {
		try (OwnerLocks.Holder one = this.locks.open(); OwnerLocks.Holder two = this.locks.open()) {
			assertThat(two.holder(this.name)).isNull();
			one.take(this.name);
			assertThat(two.holder(this.name)).startsWith("tickmark process " + ProcessHandle.current().pid() + " on ")
				.contains(", since ")
				.endsWith(" UTC");
			assertThat(two.holder(this.name + "/another")).isNull();
		}
	}

	@Test
	void keysOfEverySignAreFoundAgain() {
		try (OwnerLocks.Holder one = this.locks.open(); OwnerLocks.Holder two = this.locks.open()) {
			for (int i = 0; i < 16; i++) {
				one.take(this.name + i);
				assertThat(two.holder(this.name + i)).isNotNull();
			}
		}
	}

	@Test
	void theLockIsGoneWithItsHolder() {
		try (OwnerLocks.Holder two = this.locks.open()) {
			try (OwnerLocks.Holder one = this.locks.open()) {
				one.take(this.name);
				assertThat(one.alive()).isTrue();
			}
			// the server notices on its own time that the connection was closed
			Awaitility.await().until(() -> two.take(this.name));
		}
	}

	@Test
	void whoLosesTheConnectionLosesTheLockAndKnowsIt() {
		try (OwnerLocks.Holder one = this.locks.open(); OwnerLocks.Holder two = this.locks.open()) {
			one.take(this.name);
			assertThat(one.alive()).isTrue();
			this.jdbc.sql("""
					select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (
						select oid from pg_database where datname = current_database())""").query().listOfRows();
			Awaitility.await().until(() -> two.take(this.name));
			assertThat(one.alive()).isFalse();
			assertThatIllegalStateException().isThrownBy(() -> one.take(this.name))
				.withMessage("the database lost the lock on " + this.name);
		}
	}

	@Test
	void aClosedHolderIsNotAlive() {
		OwnerLocks.Holder holder = this.locks.open();
		holder.close();
		assertThat(holder.alive()).isFalse();
	}

}
