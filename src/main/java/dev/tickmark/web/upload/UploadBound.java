package dev.tickmark.web.upload;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.tickmark.desk.UploadSettings;

/**
 * Refuses a form with a file that says to be larger than what is taken, before a byte of
 * it is stored; one that does not say how large it is, which no browser sends; and one
 * from somebody who is not signed in, or not any more.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UploadBound extends OncePerRequestFilter {

	/** Where files are brought. */
	private static final String WHERE = "/uploads";

	/** Where somebody is sent whose session has ended meanwhile. */
	private static final String SIGN_IN = "/sign-in?ended";

	/** What else there is in the form. */
	private static final long BESIDE = 1 << 20;

	private final long most;

	UploadBound(UploadSettings settings) {
		this.most = settings.maxSize().toBytes() + BESIDE;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String type = request.getContentType();
		boolean withFile = type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
		if (withFile && request.getContentLengthLong() > this.most) {
			response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
		}
		else if (withFile && request.getContentLengthLong() < 0) {
			response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
		}
		// before anything looks for a field: that would write the whole body to the disk
		else if (withFile && !request.getRequestURI().equals(WHERE)) {
			response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
		}
		else if (withFile && !isSomebodyIn(request)) {
			response.sendRedirect(SIGN_IN);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private static boolean isSomebodyIn(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return session != null
				&& session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
	}

}
