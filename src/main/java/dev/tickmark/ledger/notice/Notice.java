package dev.tickmark.ledger.notice;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that is told.
 *
 * @param id unique everywhere
 * @param occasion what it tells of: of one occasion there is one notice
 * @param kind what kind of occasion that is
 * @param run the run's number; null when it is about none
 * @param createdAt when it was written
 * @param subject its first line
 * @param plain it as plain text
 * @param html it as a page
 * @param json it for programs
 */
public record Notice(UUID id, String occasion, String job, boolean sandbox, String kind, @Nullable Long run,
		Instant createdAt, String subject, String plain, String html, String json) {

}
