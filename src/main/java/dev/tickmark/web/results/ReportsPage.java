package dev.tickmark.web.results;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import dev.tickmark.browse.Opened;
import dev.tickmark.browse.ReportFile;
import dev.tickmark.browse.ReportList;
import dev.tickmark.browse.Reports;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Runs;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.verification.ReportUnwritable;
import dev.tickmark.web.SavedFile;

/** The files of a run's report, to be saved. None is ever shown by the browser itself. */
@Controller
@PreAuthorize("hasAuthority('DOWNLOAD_REPORTS')")
class ReportsPage {

	private final Runs runs;

	private final Reports reports;

	ReportsPage(Runs runs, Reports reports) {
		this.runs = runs;
		this.reports = reports;
	}

	@GetMapping("/runs/{run}/reports")
	String show(@PathVariable long run, HttpServletResponse response, Model model) {
		Optional<Run> found = this.runs.find(run);
		if (found.isEmpty()) {
			return Missing.run(run, model, response);
		}
		try {
			ReportList reports = this.reports.of(found.get());
			model.addAttribute("files", reports.files().stream().map(Line::of).toList());
			model.addAttribute("held", reports.held());
		}
		catch (ReportUnwritable _) {
			model.addAttribute("problem", "The folder of this report is gone, and it cannot be written again: see what"
					+ " ails the folder of the reports. The verdicts are kept.");
			model.addAttribute("files", List.of());
		}
		model.addAttribute("styles", List.of("results.css"));
		model.addAttribute("run", found.get());
		return "results/reports";
	}

	@GetMapping("/runs/{run}/reports/{name}")
	@Nullable String download(@PathVariable long run, @PathVariable String name, Actor actor, HttpServletResponse response,
			Model model) throws IOException {
		return send(run, name, false, actor, response, model);
	}

	/** The one that lets in whoever has it. */
	@GetMapping("/runs/{run}/reports/actions.csv")
	@PreAuthorize("hasAuthority('DOWNLOAD_REPORTS') and hasAuthority('SEE_ACTION_LINKS')")
	@Nullable String downloadLinks(@PathVariable long run, Actor actor, HttpServletResponse response, Model model)
			throws IOException {
		return send(run, "actions.csv", true, actor, response, model);
	}

	private @Nullable String send(long number, String name, boolean links, Actor actor, HttpServletResponse response,
			Model model) throws IOException {
		Optional<Run> run = this.runs.find(number);
		if (run.isEmpty()) {
			return Missing.run(number, model, response);
		}
		Opened opened;
		try {
			opened = this.reports.open(actor, run.get(), name, links);
		}
		catch (ReportUnwritable | IOException _) {
			return Missing.say(SavedFile.GONE, HttpStatus.SERVICE_UNAVAILABLE, model, response);
		}
		return switch (opened) {
			case Opened.Ready ready -> {
				SavedFile.send(run.get(), ready.download(), response);
				yield null;
			}
			case Opened.Held held -> Missing.say(held.why(), HttpStatus.CONFLICT, model, response);
			case Opened.None _ -> Missing.say("The report of run " + number + " has no file of this name.",
					HttpStatus.NOT_FOUND, model, response);
		};
	}

	/** A file in the list. */
	record Line(ReportFile file, String what, String size) {

		private static Line of(ReportFile file) {
			String name = file.name();
			return new Line(file, what(name), size(file.bytes()));
		}

		private static String what(String name) {
			return switch (name) {
				case "results.csv" -> "every row of the file with its verdict";
				case "results.xlsx" -> "the same as results.csv, for a spreadsheet program";
				case "rejected.csv" -> "the rows that were not asked about, and why";
				case "summary.json" -> "the figures of the run, for programs";
				case "report.html" -> "one page to read and to print";
				case "duplicates.csv" -> "rows that are in the file more than once";
				case "actions.csv" -> "links with which payees act; whoever has one can";
				case "pain.002.xml" -> "the status of every payment, for the bank or the ledger";
				default -> name.startsWith("payable") ? "the rows that may be paid, as they were in the file"
						: name.startsWith("quarantine") ? "the other rows, as they were in the file" : "";
			};
		}

		private static String size(long bytes) {
			return (bytes < 1024) ? bytes + " bytes" : (bytes < 1024 * 1024) ? (bytes + 512) / 1024 + " KB"
					: String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0);
		}

	}

}
