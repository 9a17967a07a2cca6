package dev.tickmark.ledger;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One job on one payee file, until it is complete.
 *
 * @param id the number people know it by
 * @param identity unique beyond this database
 * @param key what makes it this run and no other
 * @param fileName the file's name, without its folder
 * @param filePath where the file was
 * @param fileSize in bytes
 * @param header the file's header, as written
 * @param format how the file was read, as written by who reads it again; null in runs
 * from before this was kept
 * @param definition the text of the job definition by which it began; null in runs from
 * before these were kept
 * @param state how it stands
 * @param message why it stands so, if there is something to say
 * @param reports the folder of its reports
 * @param pass the number of the current or latest pass, from 1
 * @param term how often a process has taken it up, from 1: the latest one is its owner
 * @param rows the number of rows; null until intake is complete
 * @param createdAt when it was first started
 * @param changedAt when its state last changed
 */
public record Run(long id, UUID identity, RunKey key, String fileName, String filePath, long fileSize,
		List<String> header, @Nullable String format, @Nullable String definition, RunState state,
		@Nullable String message, Path reports, int pass, int term, @Nullable Long rows, Instant createdAt,
		Instant changedAt) {

}
