package dev.tickmark.web.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.ApiKey;
import dev.tickmark.ledger.people.ApiKeys;
import dev.tickmark.ledger.people.People;
import dev.tickmark.ledger.people.Person;
import dev.tickmark.ledger.people.Scope;
import dev.tickmark.people.KeyRing;
import dev.tickmark.people.NewKey;

/** The keys with which programs come for persons. */
@Controller
@RequestMapping("/keys")
@PreAuthorize("hasAuthority('MANAGE_KEYS')")
class KeysPage {

	/** The most that are shown: the latest. */
	private static final int MOST = 500;

	private final KeyRing ring;

	private final ApiKeys keys;

	private final People people;

	private final Clock clock = Clock.systemUTC();

	KeysPage(KeyRing ring, ApiKeys keys, People people) {
		this.ring = ring;
		this.keys = keys;
		this.people = people;
	}

	@GetMapping
	String all(Model model) {
		Instant now = Instant.now(this.clock);
		model.addAttribute("keys", this.keys.list(MOST).stream().map((key) -> line(key, now)).toList());
		return frame(model);
	}

	/** The key is in this answer and in no other: what follows a redirect may be kept. */
	@PostMapping
	String make(Actor actor, @RequestParam String owner, @RequestParam String name,
			@RequestParam(name = "scope", defaultValue = "") Set<Scope> scopes,
			@RequestParam(defaultValue = "90") int days, Model model) {
		switch (this.ring.make(actor, owner.strip(), name, scopes, Duration.ofDays(days))) {
			case NewKey.Made made -> model.addAttribute("made", made);
			case NewKey.Refused refused -> model.addAttribute("problem", refused.why());
		}
		return all(model);
	}

	@PostMapping("/{prefix}/revoke")
	String revoke(Actor actor, @PathVariable String prefix, RedirectAttributes told) {
		if (this.ring.revoke(actor, prefix)) {
			told.addFlashAttribute("done", "The key " + prefix + " opens nothing any more.");
		}
		else {
			told.addFlashAttribute("problem", "There is no such key that holds.");
		}
		return "redirect:/keys";
	}

	private String frame(Model model) {
		model.addAttribute("people", this.people.list().stream().filter(Person::enabled).toList());
		model.addAttribute("scopes", ScopeWords.ALL);
		model.addAttribute("header", HttpHeaders.AUTHORIZATION);
		return "people/keys";
	}

	private Line line(ApiKey key, Instant now) {
		String owner = this.people.find(key.owner()).map(Person::login).orElse("?");
		String state = key.holds(now) ? "holds" : (key.revokedAt() != null) ? "revoked" : "expired";
		return new Line(key, owner, state);
	}

	/** A key in the table. */
	record Line(ApiKey key, String owner, String state) {

	}

}
