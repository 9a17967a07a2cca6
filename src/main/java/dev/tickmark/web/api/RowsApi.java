package dev.tickmark.web.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.tickmark.browse.Looked;
import dev.tickmark.browse.RowBrowser;
import dev.tickmark.browse.ShownRow;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Runs;
import dev.tickmark.ledger.browse.RowFilter;
import dev.tickmark.ledger.browse.RowPage;
import dev.tickmark.ledger.people.Actor;

/** The rows of a run, for programs: page by page, or all at once. */
@RestController
@RequestMapping("/api/v1/runs/{id}/rows")
@PreAuthorize("hasAuthority('SEE_RESULTS')")
class RowsApi {

	private final Runs runs;

	private final RowBrowser browser;

	private final RowStreams streams;

	RowsApi(Runs runs, RowBrowser browser, RowStreams streams) {
		this.runs = runs;
		this.browser = browser;
		this.streams = streams;
	}

	/** Also for whoever does not say what is preferred. */
	@GetMapping(produces = { MediaType.APPLICATION_JSON_VALUE, MediaType.ALL_VALUE })
	RowsResource page(@PathVariable long id, @ModelAttribute RowsWanted wanted, HttpServletRequest request) {
		RowsWanted.requireKnown(request.getParameterMap(), true);
		RowFilter filter = wanted.filter();
		Run run = find(id);
		Looked.Rows looked = look(run, filter, wanted.page(run));
		List<ShownRow> shown = looked.rows().stream().limit(wanted.rows()).toList();
		boolean more = looked.rows().size() > shown.size();
		return new RowsResource(shown.stream().map(RowResource::of).toList(), looked.found(), looked.more(),
				more ? wanted.next(run, shown.getLast().row().number()) : null);
	}

	@GetMapping(produces = RowStreams.MEDIA_TYPE)
	void all(Actor actor, @PathVariable long id, @ModelAttribute RowsWanted wanted, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		RowsWanted.requireKnown(request.getParameterMap(), false);
		RowFilter filter = wanted.filter();
		this.streams.send(actor, find(id), filter, request, response);
	}

	@GetMapping("/{row}")
	RowResource row(@PathVariable long id, @PathVariable long row) {
		Run run = find(id);
		requireReady(this.browser, run);
		return this.browser.find(run, row)
			.map(RowResource::of)
			.orElseThrow(() -> ApiProblem.notFound("row " + row + " in run " + id));
	}

	private Run find(long id) {
		return this.runs.find(id).orElseThrow(() -> ApiProblem.notFound("run " + id));
	}

	/** Refuses what asks for rows that cannot be looked at yet. */
	static void requireReady(RowBrowser browser, Run run) {
		Optional<String> why = browser.notReady(run);
		if (why.isPresent()) {
			throw ApiProblem.notNow(why.get());
		}
	}

	private Looked.Rows look(Run run, RowFilter filter, RowPage page) {
		return switch (this.browser.look(run, filter, page)) {
			case Looked.NotNow not -> throw ApiProblem.notNow(not.why());
			case Looked.Rows rows -> rows;
		};
	}

}
