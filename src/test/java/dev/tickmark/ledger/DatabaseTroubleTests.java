package dev.tickmark.ledger;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the person is told who can mend the database. */
class DatabaseTroubleTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					53100 | could not extend file "base/1": No space left on device | cannot store any more (could not extend
					XX000 | ERROR: could not extend file "base/1": File too large   | Make room for it.
					53300 | FATAL: sorry, too many clients already                  | has no connection left (FATAL: sorry
					08001 | Connection to 127.0.0.1:5432 refused                    | cannot be used: Connection to 127.0.0.1:5432 refused
					57P01 | FATAL: terminating connection                           | cannot be used: FATAL: terminating
					28P01 | FATAL: password authentication failed                   | spring.datasource.url
					""")
	void itsStateIsSaidWithWhatToDo(String state, String message, String said) {
		RuntimeException exception = new IllegalStateException(new SQLException(message + "\n  Hint: more", state));
		assertThat(DatabaseTrouble.in(exception)).get().asString().contains(said).doesNotContain("Hint");
	}

	@Test
	void whatWasToBeStoredIsNotShown() {
		SQLException exception = new SQLException("invalid input: \"GB29 1234\"", "22P02");
		assertThat(DatabaseTrouble.in(exception)).get()
			.isEqualTo("The database failed (SQLSTATE 22P02); the log file has the details.");
	}

	@Test
	void anotherFaultIsNotTheDatabases() {
		assertThat(DatabaseTrouble.in(new IllegalStateException("a bug"))).isEmpty();
	}

}
