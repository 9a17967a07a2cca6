package dev.tickmark.web.results;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** Says in a sentence that something is not there, or not now. */
final class Missing {

	private Missing() {
	}

	static String run(long run, Model model, HttpServletResponse response) {
		return say("There is no run " + run + ". The page Runs lists those there are.", HttpStatus.NOT_FOUND, model,
				response);
	}

	/** The page that says it. */
	static String say(String sentence, HttpStatus status, Model model, HttpServletResponse response) {
		response.setStatus(status.value());
		model.addAttribute("status", status.value());
		model.addAttribute("sentence", sentence);
		return "error";
	}

}
