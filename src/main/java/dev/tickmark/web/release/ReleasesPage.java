package dev.tickmark.web.release;

import java.util.List;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import dev.tickmark.ledger.release.Decisions;
import dev.tickmark.ledger.release.Releasable;

/** What waits for a release, and what was released. */
@Controller
@PreAuthorize("hasAuthority('SEE_RESULTS')")
class ReleasesPage {

	/** More of what is done is in the audit table. */
	private static final int DONE = 100;

	private final Decisions decisions;

	ReleasesPage(Decisions decisions) {
		this.decisions = decisions;
	}

	@GetMapping("/releases")
	String all(Model model) {
		model.addAttribute("styles", List.of("release.css"));
		model.addAttribute("waiting", lines(this.decisions.waiting(Decisions.MOST)));
		model.addAttribute("released", lines(this.decisions.released(DONE)));
		return "release/all";
	}

	private static List<Line> lines(List<Releasable> found) {
		return found.stream().map((one) -> new Line(one, Money.of(one.half().sums()))).toList();
	}

	/** A run in the table. */
	record Line(Releasable one, List<Money> sums) {

	}

}
