package dev.tickmark.web.release;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Runs;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.release.Decisions;
import dev.tickmark.ledger.release.PayableHalf;
import dev.tickmark.ledger.release.PayableHalves;
import dev.tickmark.ledger.release.RememberedMatches;
import dev.tickmark.payee.Clearance;
import dev.tickmark.release.Decided;
import dev.tickmark.release.Release;
import dev.tickmark.report.ClearanceText;

/** What would be released of a run, and the decision about it. */
@Controller
@RequestMapping("/runs/{run}/release")
@PreAuthorize("hasAuthority('SEE_RESULTS')")
class ReleasePage {

	private final Runs runs;

	private final PayableHalves halves;

	private final Decisions decisions;

	private final RememberedMatches remembered;

	private final Release release;

	ReleasePage(Runs runs, PayableHalves halves, Decisions decisions, RememberedMatches remembered, Release release) {
		this.runs = runs;
		this.halves = halves;
		this.decisions = decisions;
		this.remembered = remembered;
		this.release = release;
	}

	@GetMapping
	String show(Actor actor, @PathVariable("run") long number, Model model) {
		Run run = this.runs.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("run", run);
		model.addAttribute("obstacle", this.release.obstacle(actor.who(), number).orElse(null));
		Optional<PayableHalf> found = this.halves.find(number);
		model.addAttribute("half", found.orElse(null));
		found.ifPresent((half) -> {
			Clearance clearance = this.decisions.clearance(number, half.sha256());
			model.addAttribute("sentence", ClearanceText.of(clearance));
			model.addAttribute("held", clearance.isHeld());
			model.addAttribute("refused", clearance instanceof Clearance.Held held && held.refused() != null);
			model.addAttribute("same", this.decisions.sameFile(number).orElse(null));
			model.addAttribute("sums", Money.of(half.sums()));
			model.addAttribute("accepted", this.remembered.acceptedRows(number));
			model.addAttribute("brought", this.decisions.brought(number).stream().map(Brought::of).toList());
		});
		return "release/run";
	}

	@PostMapping
	@PreAuthorize("hasAuthority('RELEASE')")
	String release(Actor actor, @PathVariable long run, @RequestParam(defaultValue = "") String comment,
			@RequestParam(defaultValue = "") String seen, RedirectAttributes told) {
		Decided decided = this.release.release(actor, run, comment, seen);
		return after(run, decided, "It is released: the payable half is in the report.", comment, told);
	}

	@PostMapping("/refuse")
	@PreAuthorize("hasAuthority('RELEASE')")
	String refuse(Actor actor, @PathVariable long run, @RequestParam(defaultValue = "") String comment,
			@RequestParam(defaultValue = "") String seen, RedirectAttributes told) {
		Decided decided = this.release.refuse(actor, run, comment, seen);
		return after(run, decided, "It is refused, and the report says so.", comment, told);
	}

	/** Writes the files once more: they may have been lost, or held up. */
	@PostMapping("/files")
	@PreAuthorize("hasAuthority('RELEASE')")
	String files(Actor actor, @PathVariable long run, RedirectAttributes told) {
		@Nullable String trouble = this.halves.find(run).isPresent() ? this.release.write(actor, run)
				: "Nothing of this run waits for a release.";
		told.addFlashAttribute((trouble == null) ? "done" : "problem",
				(trouble == null) ? "The report is written anew." : trouble);
		return back(run);
	}

	private static String after(long run, Decided decided, String done, String comment, RedirectAttributes told) {
		switch (decided) {
			case Decided.Done made when made.trouble() != null -> told.addFlashAttribute("problem", made.trouble());
			case Decided.Done _ -> told.addFlashAttribute("done", done);
			case Decided.Refused refused -> {
				told.addFlashAttribute("problem", refused.why());
				told.addFlashAttribute("comment", comment);
			}
		}
		return back(run);
	}

	private static String back(long run) {
		return "redirect:/runs/" + run + "/release";
	}

	/** What somebody has done towards the run, in words. */
	record Brought(Decisions.Brought one, String what) {

		private static Brought of(Decisions.Brought one) {
			return new Brought(one, one.kind().name().toLowerCase(Locale.ROOT));
		}

	}

}
