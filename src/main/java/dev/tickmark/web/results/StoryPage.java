package dev.tickmark.web.results;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import dev.tickmark.ledger.RowStory;
import dev.tickmark.ledger.Run;
import dev.tickmark.story.Stories;
import dev.tickmark.story.Story;
import dev.tickmark.verification.Explained;
import dev.tickmark.verification.Explanations;

/** A row's whole story, as {@code tickmark explain} tells it. */
@Controller
@PreAuthorize("hasAuthority('SEE_RESULTS')")
class StoryPage {

	private final Explanations explanations;

	StoryPage(Explanations explanations) {
		this.explanations = explanations;
	}

	@GetMapping("/runs/{run}/rows/{row}")
	String show(@PathVariable long run, @PathVariable long row, HttpServletResponse response, Model model) {
		return switch (this.explanations.explainRow(run, row)) {
			case Explained.NoRow missing -> Missing.say(missing.why(), HttpStatus.NOT_FOUND, model, response);
			case Explained.Rejected rejected ->
				show(rejected.run(), rejected.row(), Stories.of(rejected, rejected.run().fileName()), model);
			case Explained.Asked asked ->
				show(asked.run(), asked.row(), Stories.of(asked, asked.run().fileName()), model);
		};
	}

	private static String show(Run run, RowStory row, Story story, Model model) {
		model.addAttribute("styles", List.of("results.css"));
		model.addAttribute("run", run);
		model.addAttribute("row", row.place());
		model.addAttribute("story", story);
		return "results/story";
	}

}
