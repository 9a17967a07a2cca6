package dev.tickmark.web.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.tickmark.desk.Desk;
import dev.tickmark.desk.DeskReply;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.desk.Continuations;
import dev.tickmark.ledger.RunState;
import dev.tickmark.ledger.Standing;
import dev.tickmark.ledger.Standings;
import dev.tickmark.ledger.people.Actor;

/** How one run goes on. */
@Controller
@RequestMapping("/runs/{id}")
@PreAuthorize("hasAuthority('SEE_RUNS')")
class RunPage {

	private final Standings standings;

	private final LiveViews views;

	private final ProgressStreams streams;

	private final Starters starters;

	private final Desk desk;

	private final Continuations asked;

	RunPage(Standings standings, LiveViews views, ProgressStreams streams, Starters starters, Desk desk,
			Continuations asked) {
		this.standings = standings;
		this.views = views;
		this.streams = streams;
		this.starters = starters;
		this.desk = desk;
		this.asked = asked;
	}

	@GetMapping
	String show(@PathVariable long id, Model model, HttpServletResponse response) {
		Optional<Standing> found = this.standings.find(id);
		if (found.isEmpty()) {
			response.setStatus(HttpStatus.NOT_FOUND.value());
			model.addAttribute("status", HttpStatus.NOT_FOUND.value());
			model.addAttribute("sentence", "There is no run " + id + ".");
			return "error";
		}
		Standing standing = found.get();
		Run run = standing.run();
		boolean here = this.views.progress(id).isPresent();
		boolean elsewhere = !here && standing.owner() != null;
		model.addAttribute("run", run);
		model.addAttribute("standing", standing);
		boolean waits = !here && this.desk.isWaiting(id);
		model.addAttribute("state", waits ? StateWords.WAITS : StateWords.of(standing, here));
		model.addAttribute("by", Objects.requireNonNull(this.starters.of(List.of(run)).get(id)));
		model.addAttribute("live", this.views.of(id, elsewhere));
		model.addAttribute("canStop", here || waits);
		boolean canGoOn = !here && !waits && !elsewhere && run.state() != RunState.COMPLETE && standing.newer() == null;
		model.addAttribute("canGoOn", canGoOn);
		model.addAttribute("whyNot", canGoOn ? this.asked.whyNot(id).orElse(null) : null);
		model.addAttribute("styles", List.of("run.css"));
		return "run/one";
	}

	/** How it goes on, as it happens. */
	@GetMapping("/progress")
	void progress(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) {
		this.streams.open(id, request, response);
	}

	@PostMapping("/stop")
	@PreAuthorize("hasAuthority('RUN')")
	String stop(Actor actor, @PathVariable long id, RedirectAttributes told) {
		tell(this.desk.stop(actor, id), "Run " + id + " is being stopped: calls in flight still land.", told);
		return "redirect:/runs/" + id;
	}

	@PostMapping("/continue")
	@PreAuthorize("hasAuthority('RUN')")
	String goOn(Actor actor, @PathVariable long id, RedirectAttributes told) {
		tell(this.desk.goOn(actor, id), "Run " + id + " goes on: it waits for its turn, or is at work.", told);
		return "redirect:/runs/" + id;
	}

	private static void tell(DeskReply reply, String done, RedirectAttributes told) {
		switch (reply) {
			case DeskReply.Refused refused -> told.addFlashAttribute("problem", refused.why());
			case DeskReply.Accepted _, DeskReply.Before _, DeskReply.Told _ -> told.addFlashAttribute("done", done);
		}
	}

}
