package dev.tickmark.browse;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The files of a run's report.
 *
 * @param files those that are handed out
 * @param held why what can be paid is not among them, a sentence or two; null when nobody
 * has to release it, or somebody has
 */
public record ReportList(List<ReportFile> files, @Nullable String held) {

	public ReportList {
		files = List.copyOf(files);
	}

}
