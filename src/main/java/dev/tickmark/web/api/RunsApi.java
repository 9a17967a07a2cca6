package dev.tickmark.web.api;

import java.util.List;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.tickmark.desk.Desk;
import dev.tickmark.desk.DeskReply;
import dev.tickmark.desk.RunsAtWork;
import dev.tickmark.ledger.Figures;
import dev.tickmark.ledger.Standing;
import dev.tickmark.ledger.Standings;
import dev.tickmark.ledger.people.Actor;

/** Runs, for programs. */
@RestController
@RequestMapping("/api/v1/runs")
class RunsApi {

	private static final int MOST = 500;

	private final Standings standings;

	private final Figures figures;

	private final RunsAtWork atWork;

	private final Desk desk;

	RunsApi(Standings standings, Figures figures, RunsAtWork atWork, Desk desk) {
		this.standings = standings;
		this.figures = figures;
		this.atWork = atWork;
		this.desk = desk;
	}

	/** The latest, the latest first. */
	@GetMapping
	@PreAuthorize("hasAuthority('SEE_RUNS')")
	List<RunResource> runs(@RequestParam(defaultValue = "50") int limit) {
		return this.standings.list(Math.clamp(limit, 1, MOST))
			.stream()
			.map((standing) -> RunResource.of(standing, this.atWork.of(standing.run().id()).orElse(null), null))
			.toList();
	}

	@GetMapping("/{id}")
	@PreAuthorize("hasAuthority('SEE_RUNS')")
	RunResource run(@PathVariable long id) {
		Standing standing = this.standings.find(id).orElseThrow(() -> ApiProblem.notFound("run " + id));
		return RunResource.of(standing, this.atWork.of(id).orElse(null), this.figures.verdicts(id));
	}

	/** Stops it; calls in flight still land, so it may take a while. */
	@PostMapping("/{id}/stop")
	@PreAuthorize("hasAuthority('RUN')")
	ResponseEntity<RunResource> stop(Actor actor, @PathVariable long id) {
		return told(id, this.desk.stop(actor, id));
	}

	/** Lets it go on. */
	@PostMapping("/{id}/continue")
	@PreAuthorize("hasAuthority('RUN')")
	ResponseEntity<RunResource> goOn(Actor actor, @PathVariable long id) {
		return told(id, this.desk.goOn(actor, id));
	}

	private ResponseEntity<RunResource> told(long id, DeskReply reply) {
		return switch (reply) {
			case DeskReply.Accepted _, DeskReply.Before _, DeskReply.Told _ -> ResponseEntity.accepted().body(run(id));
			case DeskReply.Refused refused -> {
				// that there is none is the better answer, where it is the reason
				run(id);
				throw ApiProblem.conflict(refused.why());
			}
		};
	}

}
