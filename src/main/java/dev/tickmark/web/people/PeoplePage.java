package dev.tickmark.web.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.People;
import dev.tickmark.ledger.people.Person;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.people.Accounts;
import dev.tickmark.people.Changed;
import dev.tickmark.people.NewPerson;

/** Who may sign in, and as what. */
@Controller
@RequestMapping("/people")
@PreAuthorize("hasAuthority('MANAGE_PEOPLE')")
class PeoplePage {

	private final People people;

	private final Accounts accounts;

	PeoplePage(People people, Accounts accounts) {
		this.people = people;
		this.accounts = accounts;
	}

	@ModelAttribute("roles")
	List<RoleWords> roles() {
		return RoleWords.ALL;
	}

	@GetMapping
	String all(Model model) {
		model.addAttribute("people", this.people.list());
		return "people/all";
	}

	@PostMapping
	String add(Actor actor, @RequestParam String login, @RequestParam(defaultValue = "") String fullName,
			@RequestParam(name = "role", defaultValue = "") Set<Role> roles,
			@RequestParam(defaultValue = "") String password, RedirectAttributes told) {
		Changed changed = this.accounts.add(actor, new NewPerson(login.strip(), fullName.strip(), roles),
				password.isEmpty() ? null : password);
		tell(changed, told, "was added");
		if (changed instanceof Changed.Refused) {
			told.addFlashAttribute("login", login);
			told.addFlashAttribute("fullName", fullName);
			told.addFlashAttribute("chosen", roles);
		}
		return "redirect:/people";
	}

	@GetMapping("/{login}")
	String one(@PathVariable String login, Model model) {
		model.addAttribute("person", find(login));
		return "people/one";
	}

	@PostMapping("/{login}/roles")
	String roles(Actor actor, @PathVariable String login,
			@RequestParam(name = "role", defaultValue = "") Set<Role> roles, RedirectAttributes told) {
		return changed(login, this.accounts.changeRoles(actor, login, roles), told, "has these roles now");
	}

	@PostMapping("/{login}/password")
	String password(Actor actor, @PathVariable String login, @RequestParam String password, RedirectAttributes told) {
		return changed(login, this.accounts.changePassword(actor, login, password), told, "has the new password now");
	}

	@PostMapping("/{login}/password/remove")
	String removePassword(Actor actor, @PathVariable String login, RedirectAttributes told) {
		return changed(login, this.accounts.removePassword(actor, login), told,
				"has no password here any more, and signs in through the identity provider");
	}

	@PostMapping("/{login}/disable")
	String disable(Actor actor, @PathVariable String login, RedirectAttributes told) {
		return changed(login, this.accounts.disable(actor, login), told, "cannot sign in any more");
	}

	@PostMapping("/{login}/enable")
	String enable(Actor actor, @PathVariable String login, RedirectAttributes told) {
		return changed(login, this.accounts.enable(actor, login), told, "may sign in");
	}

	@PostMapping("/{login}/identity/forget")
	String forgetIdentity(Actor actor, @PathVariable String login, RedirectAttributes told) {
		return changed(login, this.accounts.forgetIdentity(actor, login), told,
				"has no account at the identity provider any more");
	}

	private String changed(String login, Changed changed, RedirectAttributes told, String what) {
		Person person = find(login);
		tell(changed, told, what);
		told.addAttribute("login", person.login());
		return "redirect:/people/{login}";
	}

	private static void tell(Changed changed, RedirectAttributes told, String what) {
		switch (changed) {
			case Changed.Done done -> told.addFlashAttribute("done", done.person().login() + " " + what + ".");
			case Changed.Refused refused -> told.addFlashAttribute("problem", refused.why());
		}
	}

	private Person find(String login) {
		Optional<Person> found = this.people.find(login);
		return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
