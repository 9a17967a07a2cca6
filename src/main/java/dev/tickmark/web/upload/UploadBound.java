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
 * it is stored; and one that does not say how large it is, which no browser sends.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UploadBound extends OncePerRequestFilter {

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
		else if (withFile && !isAPersonsUpload(request)) {
			// before anything looks for a field: that would write the whole body to the
			// disk
			response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	/** Whether it comes to where files are brought, from somebody who has signed in. */
	private static boolean isAPersonsUpload(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return request.getRequestURI().equals("/uploads") && session != null
				&& session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
	}

}
