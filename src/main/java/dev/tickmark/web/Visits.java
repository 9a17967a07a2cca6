package dev.tickmark.web;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import org.jspecify.annotations.Nullable;
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

	/** Some 3 KB each. */
	static final int MOST_OF_NOBODY = 10_000;

	private final Duration ofSomebody;

	/** The oldest first. */
	private final Map<String, HttpSession> ofNobody = new LinkedHashMap<>();

	Visits(ServerProperties settings) {
		this.ofSomebody = Objects.requireNonNull(settings.getServlet().getSession().getTimeout(),
				"server.servlet.session.timeout");
	}

	@Override
	public void sessionCreated(HttpSessionEvent event) {
		last(event, OF_NOBODY);
		HttpSession oldest = add(event.getSession());
		if (oldest != null) {
			end(oldest);
		}
	}

	@Override
	public void sessionDestroyed(HttpSessionEvent event) {
		remove(event.getSession().getId());
	}

	@Override
	public void sessionIdChanged(HttpSessionEvent event, String oldSessionId) {
		remove(oldSessionId);
		last(event, this.ofSomebody);
	}

	/** Which one is too many; null when none is. */
	private synchronized @Nullable HttpSession add(HttpSession session) {
		this.ofNobody.put(session.getId(), session);
		if (this.ofNobody.size() <= MOST_OF_NOBODY) {
			return null;
		}
		Iterator<HttpSession> all = this.ofNobody.values().iterator();
		HttpSession oldest = all.next();
		all.remove();
		return oldest;
	}

	private synchronized void remove(String session) {
		this.ofNobody.remove(session);
	}

	private static void end(HttpSession session) {
		try {
			session.invalidate();
		}
		catch (IllegalStateException _) {
			// it has ended in this moment
		}
	}

	private static void last(HttpSessionEvent event, Duration time) {
		event.getSession().setMaxInactiveInterval(Math.toIntExact(time.toSeconds()));
	}

}
