package dev.tickmark.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses HEAD where a GET is written into the audit table: Spring answers it as a GET
 * whose body is thrown away, and the table would tell of what nobody was handed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class NoHead extends OncePerRequestFilter {

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getRequestURI();
		return !request.getMethod().equals("HEAD")
				|| !(path.startsWith("/runs/") || path.startsWith("/uploads/") || path.startsWith("/api/v1/runs/"));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		response.setHeader(HttpHeaders.ALLOW, "GET, POST");
		response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
	}

}
