package dev.tickmark.web.people;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tickmark.ledger.people.Act;
import dev.tickmark.ledger.people.Acts;

/** What persons did. */
@Controller
@PreAuthorize("hasAuthority('SEE_AUDIT')")
class AuditPage {

	private static final int PAGE = 100;

	private final Acts acts;

	AuditPage(Acts acts) {
		this.acts = acts;
	}

	@GetMapping("/audit")
	String show(@RequestParam(required = false) @Nullable Long run,
			@RequestParam(required = false) @Nullable String who, @RequestParam(required = false) @Nullable Long before,
			Model model) {
		String person = (who != null && !who.isBlank()) ? who.strip() : null;
		List<Act> page = this.acts.page(run, person, (before != null) ? before : Acts.LATEST, PAGE);
		model.addAttribute("acts", page.stream().map(Line::of).toList());
		model.addAttribute("run", run);
		model.addAttribute("who", who);
		model.addAttribute("older", (page.size() == PAGE) ? page.getLast().id() : null);
		return "people/audit";
	}

	/** An act in the table. */
	record Line(Act act, String what, String through) {

		private static Line of(Act act) {
			return new Line(act, act.deed().kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
					switch (act.actor().through()) {
						case CONSOLE -> "console";
						case WEB -> "web";
						case API -> "key " + act.actor().keyPrefix();
					});
		}

	}

}
