package dev.tickmark.web;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tickmark.ledger.people.People;

/** Where one signs in. */
@Controller
class SignInPage {

	/** Where somebody is sent whose form came too late. */
	static final String ENDED = WebSecurity.SIGN_IN + "?ended";

	private final People people;

	private final List<Elsewhere> elsewhere = new ArrayList<>();

	SignInPage(People people, ObjectProvider<InMemoryClientRegistrationRepository> registrations) {
		this.people = people;
		registrations.ifAvailable((all) -> all.forEach((one) -> this.elsewhere.add(Elsewhere.of(one))));
	}

	@GetMapping(WebSecurity.SIGN_IN)
	@PreAuthorize("permitAll()")
	String show(HttpServletRequest request, @RequestParam(required = false) @Nullable String out,
			@RequestParam(required = false) @Nullable String changed,
			@RequestParam(required = false) @Nullable String ended, Model model) {
		model.addAttribute("why", SignInEnds.why(request));
		model.addAttribute("out", out != null);
		model.addAttribute("changed", changed != null);
		model.addAttribute("ended", ended != null);
		model.addAttribute("nobody", this.people.list().isEmpty());
		model.addAttribute("elsewhere", this.elsewhere);
		return "sign-in";
	}

	/** Another system that knows people. */
	record Elsewhere(String name, String link) {

		private static Elsewhere of(ClientRegistration registration) {
			return new Elsewhere(registration.getClientName(),
					"/oauth2/authorization/" + registration.getRegistrationId());
		}

	}

}
