package dev.tickmark.web.people;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.People;
import dev.tickmark.people.Accounts;
import dev.tickmark.people.Changed;
import dev.tickmark.people.SignIn;
import dev.tickmark.people.SignInResult;

/** One's own account. */
@Controller
@RequestMapping("/me")
@PreAuthorize("isAuthenticated()")
class OwnPage {

	private final People people;

	private final Accounts accounts;

	private final SignIn signIn;

	OwnPage(People people, Accounts accounts, SignIn signIn) {
		this.people = people;
		this.accounts = accounts;
		this.signIn = signIn;
	}

	@GetMapping
	String show(Actor actor, Model model) {
		model.addAttribute("person", this.people.find(actor.who()).orElseThrow());
		return "people/me";
	}

	/** Changes the password; with it all sessions of the person end, this one too. */
	@PostMapping("/password")
	String change(Actor actor, @RequestParam String current, @RequestParam String password, @RequestParam String again,
			RedirectAttributes told) {
		String problem = problem(actor, current, password, again);
		if (problem != null) {
			told.addFlashAttribute("problem", problem);
			return "redirect:/me";
		}
		return "redirect:/sign-in?changed";
	}

	private @org.jspecify.annotations.Nullable String problem(Actor actor, String current, String password,
			String again) {
		if (!password.equals(again)) {
			return "The new password was not typed the same way twice. Nothing is changed.";
		}
		String address = String.valueOf(actor.address());
		return switch (this.signIn.confirm(actor.who(), current, address)) {
			case SignInResult.Wait _ ->
				"There were too many attempts with a wrong password. Try again in a while. Nothing is changed.";
			case SignInResult.Refused _ -> "The present password is not the one you typed. Nothing is changed.";
			case SignInResult.SignedIn _ -> switch (this.accounts.changePassword(actor, actor.who(), password)) {
				case Changed.Refused refused -> refused.why();
				case Changed.Done _ -> null;
			};
		};
	}

}
