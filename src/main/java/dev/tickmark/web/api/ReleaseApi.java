package dev.tickmark.web.api;

import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Runs;
import dev.tickmark.ledger.release.Decisions;
import dev.tickmark.ledger.release.PayableHalf;
import dev.tickmark.ledger.release.PayableHalves;
import dev.tickmark.verification.RunReport;

/**
 * Whether what can be paid of a run may be handed out, for programs. None decides it:
 * four eyes are two persons'.
 */
@RestController
class ReleaseApi {

	private final Runs runs;

	private final PayableHalves halves;

	private final Decisions decisions;

	private final RunReport report;

	ReleaseApi(Runs runs, PayableHalves halves, Decisions decisions, RunReport report) {
		this.runs = runs;
		this.halves = halves;
		this.decisions = decisions;
		this.report = report;
	}

	@GetMapping("/api/v1/runs/{id}/release")
	@PreAuthorize("hasAuthority('SEE_RESULTS')")
	ReleaseResource release(@PathVariable long id) {
		Run run = this.runs.find(id).orElseThrow(() -> ApiProblem.notFound("run " + id));
		Optional<PayableHalf> half = this.halves.find(id);
		if (half.isEmpty()) {
			return this.report.needsRelease(run) ? ReleaseResource.noReport() : ReleaseResource.notNeeded();
		}
		return ReleaseResource.of(half.get(), this.decisions.clearance(id, half.get().sha256()),
				this.decisions.sameFile(id));
	}

}
