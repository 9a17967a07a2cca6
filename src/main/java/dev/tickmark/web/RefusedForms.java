package dev.tickmark.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * What follows when somebody may not do something. A form that comes after its session
 * has ended is no matter of rights: its sender signs in, and sends it again.
 */
final class RefusedForms implements AccessDeniedHandler {

	private final AccessDeniedHandler usual = new AccessDeniedHandlerImpl();

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem)
			throws IOException, ServletException {
		if (problem instanceof CsrfException && !isSomebodyIn()) {
			response.sendRedirect(request.getContextPath() + SignInPage.ENDED);
		}
		else {
			// what it was is not told to the page of errors otherwise
			request.setAttribute(WebAttributes.ACCESS_DENIED_403, problem);
			this.usual.handle(request, response, problem);
		}
	}

	/** The token is looked at before anybody is taken for anonymous. */
	private static boolean isSomebodyIn() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return authentication != null && authentication.getPrincipal() instanceof Caller;
	}

}
