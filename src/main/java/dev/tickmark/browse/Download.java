package dev.tickmark.browse;

import java.io.InputStream;

/**
 * A file that is open; whoever has it closes it.
 *
 * @param bytes how long it is
 */
public record Download(ReportFile file, long bytes, InputStream content) {

}
