package dev.tickmark.web.api;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.tickmark.browse.Opened;
import dev.tickmark.browse.Reports;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Runs;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.verification.ReportUnwritable;
import dev.tickmark.web.SavedFile;

/** The files of a run's report, for programs. */
@RestController
@RequestMapping("/api/v1/runs/{id}/reports")
@PreAuthorize("hasAuthority('DOWNLOAD_REPORTS')")
class ReportsApi {

	private final Runs runs;

	private final Reports reports;

	ReportsApi(Runs runs, Reports reports) {
		this.runs = runs;
		this.reports = reports;
	}

	@GetMapping
	ReportsResource reports(@PathVariable long id) {
		Run run = find(id);
		try {
			return ReportsResource.of(this.reports.of(run));
		}
		catch (ReportUnwritable _) {
			throw ApiProblem.notNow(SavedFile.GONE);
		}
	}

	@GetMapping("/{name}")
	void report(Actor actor, @PathVariable long id, @PathVariable String name, HttpServletResponse response)
			throws IOException {
		send(actor, id, name, false, response);
	}

	/** The one that lets in whoever has it. */
	@GetMapping("/actions.csv")
	@PreAuthorize("hasAuthority('DOWNLOAD_REPORTS') and hasAuthority('SEE_ACTION_LINKS')")
	void links(Actor actor, @PathVariable long id, HttpServletResponse response) throws IOException {
		send(actor, id, "actions.csv", true, response);
	}

	private void send(Actor actor, long id, String name, boolean links, HttpServletResponse response)
			throws IOException {
		Run run = find(id);
		switch (open(actor, run, name, links)) {
			case Opened.Ready ready -> SavedFile.send(run, ready.download(), response);
			case Opened.Held held -> throw ApiProblem.conflict(held.why());
			case Opened.None _ -> throw ApiProblem.notFound("file of this name in the report of run " + id);
		}
	}

	private Opened open(Actor actor, Run run, String name, boolean links) {
		try {
			return this.reports.open(actor, run, name, links);
		}
		catch (ReportUnwritable | IOException _) {
			throw ApiProblem.notNow(SavedFile.GONE);
		}
	}

	private Run find(long id) {
		return this.runs.find(id).orElseThrow(() -> ApiProblem.notFound("run " + id));
	}

}
