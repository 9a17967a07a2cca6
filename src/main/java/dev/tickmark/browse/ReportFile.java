package dev.tickmark.browse;

import java.time.Instant;

/**
 * A file of a run's report.
 *
 * @param bytes how long it is
 * @param links whether it holds links that let in whoever has them
 */
public record ReportFile(String name, long bytes, Instant writtenAt, boolean links) {

}
