package dev.tickmark.web;

import java.time.Duration;
import java.util.Objects;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * How long sessions live. Anybody who asks for a page gets one, so that of a visitor who
 * has not signed in is short; signing in gives it another number, and its full time.
 */
@Component
class Visits implements HttpSessionListener, HttpSessionIdListener {

	/** Long enough to find one's password. */
	static final Duration OF_NOBODY = Duration.ofMinutes(10);

	private final Duration ofSomebody;

	Visits(ServerProperties settings) {
		this.ofSomebody = Objects.requireNonNull(settings.getServlet().getSession().getTimeout(),
				"server.servlet.session.timeout");
	}

	@Override
	public void sessionCreated(HttpSessionEvent event) {
		last(event, OF_NOBODY);
	}

	@Override
	public void sessionIdChanged(HttpSessionEvent event, String oldSessionId) {
		last(event, this.ofSomebody);
	}

	private static void last(HttpSessionEvent event, Duration time) {
		event.getSession().setMaxInactiveInterval(Math.toIntExact(time.toSeconds()));
	}

}
