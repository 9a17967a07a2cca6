package dev.tickmark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Instants as the driver wants them. */
final class Times {

	private Times() {
	}

	static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	static @Nullable OffsetDateTime atOrNull(@Nullable Instant instant) {
		return (instant != null) ? at(instant) : null;
	}

	static @Nullable Instant read(ResultSet results, String column) throws SQLException {
		OffsetDateTime time = results.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	static Instant require(ResultSet results, String column) throws SQLException {
		return Objects.requireNonNull(read(results, column), column);
	}

}
