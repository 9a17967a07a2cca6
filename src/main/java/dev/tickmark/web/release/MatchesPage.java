package dev.tickmark.web.release;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.release.RememberedMatch;
import dev.tickmark.release.Decided;
import dev.tickmark.release.Matches;

/** Close matches that persons have accepted for later runs. */
@Controller
@PreAuthorize("hasAuthority('SEE_RESULTS')")
class MatchesPage {

	private final Matches matches;

	private final Clock clock = Clock.systemUTC();

	MatchesPage(Matches matches) {
		this.matches = matches;
	}

	@GetMapping("/matches")
	String all(Model model) {
		Instant now = Instant.now(this.clock);
		model.addAttribute("styles", List.of("release.css"));
		model.addAttribute("matches", this.matches.list().stream().map((match) -> Line.of(match, now)).toList());
		return "release/matches";
	}

	@PostMapping("/matches/{id}/forget")
	@PreAuthorize("hasAuthority('REMEMBER_MATCHES')")
	String forget(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String comment,
			RedirectAttributes told) {
		tell(this.matches.forget(actor, id, comment), "It is forgotten: later answers do not count by it.", told);
		return "redirect:/matches";
	}

	/** Accepts what a row's provider said. */
	@PostMapping("/runs/{run}/rows/{row}/accept")
	@PreAuthorize("hasAuthority('REMEMBER_MATCHES')")
	String accept(Actor actor, @PathVariable long run, @PathVariable long row,
			@RequestParam(defaultValue = "") String comment, RedirectAttributes told) {
		Decided decided = this.matches.remember(actor, run, row, comment);
		tell(decided, "It is accepted for later runs.", told);
		if (decided instanceof Decided.Refused) {
			told.addFlashAttribute("comment", comment);
		}
		return "redirect:/runs/" + run + "/rows/" + row;
	}

	private static void tell(Decided decided, String done, RedirectAttributes told) {
		switch (decided) {
			case Decided.Done _ -> told.addFlashAttribute("done", done);
			case Decided.Refused refused -> told.addFlashAttribute("problem", refused.why());
		}
	}

	/**
	 * An accepted match in the table.
	 *
	 * @param state how it stands, in a word or two
	 */
	record Line(RememberedMatch match, boolean holds, String state) {

		private static Line of(RememberedMatch match, Instant now) {
			boolean holds = match.holdsAt(now);
			return new Line(match, holds,
					holds ? "holds" : (match.endedBy() != null) ? "forgotten by " + match.endedBy() : "expired");
		}

	}

}
