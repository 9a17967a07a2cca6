package dev.tickmark.web.api;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tickmark.browse.ReportFile;
import dev.tickmark.browse.ReportList;

/**
 * The files of a run's report.
 *
 * @param held why what can be paid is not among them; null when nothing is held back
 */
record ReportsResource(List<Report> reports, @Nullable String held) {

	ReportsResource {
		reports = List.copyOf(reports);
	}

	static ReportsResource of(ReportList list) {
		return new ReportsResource(list.files().stream().map(Report::of).toList(), list.held());
	}

	/**
	 * A file.
	 *
	 * @param size in bytes
	 * @param links whether it holds links that let in whoever has them
	 */
	record Report(String name, long size, String mediaType, Instant writtenAt, boolean links) {

		private static Report of(ReportFile file) {
			return new Report(file.name(), file.bytes(), file.mediaType(), file.writtenAt(), file.links());
		}

	}

}
