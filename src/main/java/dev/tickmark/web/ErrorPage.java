package dev.tickmark.web;

import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Says in a sentence what is wrong: to people on a page, to programs as RFC 9457. */
@Controller
class ErrorPage implements ErrorController {

	@RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
	@PreAuthorize("permitAll()")
	ModelAndView page(HttpServletRequest request) {
		HttpStatus status = status(request);
		return new ModelAndView("error", Map.of("status", status.value(), "sentence", sentence(status, request)),
				status);
	}

	@RequestMapping("/error")
	@PreAuthorize("permitAll()")
	ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
		HttpStatus status = status(request);
		return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, sentence(status, request))).build();
	}

	private static HttpStatus status(HttpServletRequest request) {
		HttpStatus status = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)
				? HttpStatus.resolve(code) : HttpStatus.NOT_FOUND;
		return (status != null) ? status : HttpStatus.INTERNAL_SERVER_ERROR;
	}

	private static String sentence(HttpStatus status, HttpServletRequest request) {
		if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
			return "This form is too old, or another site has sent it. Nothing was done. Load its page again, and do it"
					+ " once more.";
		}
		return switch (status) {
			case UNAUTHORIZED -> "Nobody is signed in, or the key opens nothing. Sign in, or show a key that holds.";
			case FORBIDDEN -> "You may not do this. Ask an administrator for the role that may.";
			case NOT_FOUND -> "There is no such page. It may have been mistyped, or what it showed is gone.";
			case METHOD_NOT_ALLOWED -> "This cannot be done in this way here.";
			case CONTENT_TOO_LARGE -> "This is larger than what is taken here. A file can be brought in parts, or"
					+ " verified at the console: tickmark verify FILE.";
			case LENGTH_REQUIRED -> "A form with a file has to say how large it is. Every browser does.";
			case TOO_MANY_REQUESTS -> "That was too often. Try again in a while.";
			default -> status.is4xxClientError() ? "This was asked in a way that is not understood here."
					: "Something went wrong inside Tickmark; its log file has the details. What runs goes on, and nothing"
							+ " is lost.";
		};
	}

}
