package dev.tickmark.web.results;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import dev.tickmark.browse.ActionLinks;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Runs;
import dev.tickmark.ledger.people.Actor;

/** The rows for which a person must act, with the links that let them in. */
@Controller
@PreAuthorize("hasAuthority('SEE_RESULTS') and hasAuthority('SEE_ACTION_LINKS')")
class ActionsPage {

	private final Runs runs;

	private final ActionLinks links;

	ActionsPage(Runs runs, ActionLinks links) {
		this.runs = runs;
		this.links = links;
	}

	@GetMapping("/runs/{run}/actions")
	String show(@PathVariable long run, Actor actor, HttpServletResponse response, Model model) {
		Optional<Run> found = this.runs.find(run);
		if (found.isEmpty()) {
			return Missing.run(run, model, response);
		}
		ActionLinks.Shown shown = this.links.show(actor, found.get());
		model.addAttribute("styles", List.of("results.css"));
		model.addAttribute("run", found.get());
		model.addAttribute("links", shown.links());
		model.addAttribute("more", shown.all() - shown.links().size());
		model.addAttribute("now", Instant.now());
		return "results/actions";
	}

}
