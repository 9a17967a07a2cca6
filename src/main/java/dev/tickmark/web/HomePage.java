package dev.tickmark.web;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where one comes first: everybody who may sign in sees the runs. */
@Controller
class HomePage {

	@GetMapping("/")
	@PreAuthorize("isAuthenticated()")
	String home() {
		return "redirect:/runs";
	}

}
