package dev.tickmark.web;

import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/** What the frame around every page needs to know. */
@ControllerAdvice(annotations = Controller.class)
class EveryPage {

	private final boolean sandbox;

	EveryPage(@Value("${tickmark.serve.sandbox:false}") boolean sandbox) {
		this.sandbox = sandbox;
	}

	/** Spring looks for a parameter among the headers, too: none of those is one. */
	@InitBinder
	void onlyParameters(WebDataBinder binder) {
		if (binder instanceof ExtendedServletRequestDataBinder request) {
			request.setHeaderPredicate((_) -> false);
		}
	}

	/** Whether the sandbox answers what is asked here. */
	@ModelAttribute("sandbox")
	boolean sandbox() {
		return this.sandbox;
	}

	/** The person's login name; null for nobody. */
	@ModelAttribute("me")
	@Nullable String me(@AuthenticationPrincipal @Nullable Object principal) {
		return (principal instanceof Caller caller) ? caller.login() : null;
	}

	/** The names of what the person may do. */
	@ModelAttribute("may")
	Set<String> may(@AuthenticationPrincipal @Nullable Object principal) {
		return (principal instanceof Caller caller)
				? caller.permissions().stream().map(Enum::name).collect(Collectors.toUnmodifiableSet()) : Set.of();
	}

	/** The path of the page, by which the menu knows where one is. */
	@ModelAttribute("here")
	String here(HttpServletRequest request) {
		return request.getRequestURI();
	}

}
