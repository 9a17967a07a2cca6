package dev.tickmark.ledger.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import dev.tickmark.ledger.Times;

/** Which column of a file is which, as somebody said it before. */
@Repository
public class KeptChoices {

	/** What was not used for so long is forgotten. */
	private static final Duration KEPT = Duration.ofDays(2 * 366);

	private final JdbcClient jdbc;

	KeptChoices(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What was said of files with this header, by its hash. */
	public Optional<Choice> find(String header) {
		return this.jdbc.sql("select * from column_choice where header = ?")
			.param(header)
			.query((results, _) -> new Choice(Arrays.asList((String[]) results.getArray("columns").getArray()),
					results.getString("chosen_by"), Times.require(results, "chosen_at")))
			.optional();
	}

	/** Remembers it, in place of what was said before. */
	@Transactional
	public void remember(String header, Choice choice) {
		this.jdbc.sql("""
				insert into column_choice (header, columns, chosen_by, chosen_at, used_at) values (?, ?, ?, ?, ?)
				on conflict (header) do update set columns = excluded.columns, chosen_by = excluded.chosen_by,
					chosen_at = excluded.chosen_at, used_at = excluded.used_at""")
			.params(header, choice.columns().toArray(String[]::new), choice.by(), Times.at(choice.at()),
					Times.at(choice.at()))
			.update();
		this.jdbc.sql("delete from column_choice where used_at < ?").param(Times.at(choice.at().minus(KEPT))).update();
	}

	/** Notes that it is still used, so that it is not forgotten. */
	public void use(String header, Instant now) {
		this.jdbc.sql("update column_choice set used_at = ? where header = ?").params(Times.at(now), header).update();
	}

	/**
	 * A choice.
	 *
	 * @param columns ours, in the order of the file's; empty where one is carried through
	 * @param by who made it
	 */
	public record Choice(List<String> columns, String by, Instant at) {

		public Choice {
			columns = List.copyOf(columns);
		}

	}

}
