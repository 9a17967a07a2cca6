package dev.tickmark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Instants as the driver wants them; for the rooms within this one. */
public final class Times {

	private Times() {
	}

	public static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	public static @Nullable OffsetDateTime atOrNull(@Nullable Instant instant) {
		return (instant != null) ? at(instant) : null;
	}

	public static @Nullable Instant read(ResultSet results, String column) throws SQLException {
		OffsetDateTime time = results.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	public static Instant require(ResultSet results, String column) throws SQLException {
		return Objects.requireNonNull(read(results, column), column);
	}

}
