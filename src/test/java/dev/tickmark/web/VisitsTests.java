package dev.tickmark.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpSessionEvent;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.mock.web.MockHttpSession;

import dev.tickmark.ledger.people.Role;

import static org.assertj.core.api.Assertions.assertThat;

class VisitsTests extends WebCase {

	@Autowired
	private ServerProperties settings;

	@Autowired
	private ServletWebServerApplicationContext application;

	@Test
	void thatOfNobodyIsShortAndSigningInGivesItItsFullTime() {
		List<Session> before = sessions();
		Visitor visitor = nobody();
		visitor.get("/sign-in");
		assertThat(added(before)).isEqualTo(Visits.OF_NOBODY.toSeconds());
		person(Role.VIEWER);
		visitor.signIn("viewer", PASSWORD);
		assertThat(visitor.get("/me").status()).isEqualTo(200);
		assertThat(added(before)).isEqualTo(Duration.ofMinutes(30).toSeconds());
	}

	@Test
	void whenNobodyComesTooOftenTheOldestOfThoseVisitsEnd() {
		Visits visits = new Visits(this.settings);
		List<MockHttpSession> signedIn = visit(visits, 2);
		for (MockHttpSession session : signedIn) {
			String before = session.getId();
			session.changeSessionId();
			visits.sessionIdChanged(new HttpSessionEvent(session), before);
		}
		List<MockHttpSession> first = visit(visits, 3);
		visits.sessionDestroyed(new HttpSessionEvent(first.getLast()));
		List<MockHttpSession> others = visit(visits, Visits.MOST_OF_NOBODY - 1);
		assertThat(signedIn).noneMatch(MockHttpSession::isInvalid);
		assertThat(first).extracting(MockHttpSession::isInvalid).containsExactly(true, false, false);
		assertThat(others).noneMatch(MockHttpSession::isInvalid);
	}

	private static List<MockHttpSession> visit(Visits visits, int times) {
		List<MockHttpSession> sessions = Stream.generate(() -> new MockHttpSession()).limit(times).toList();
		sessions.forEach((session) -> visits.sessionCreated(new HttpSessionEvent(session)));
		return sessions;
	}

	/** For how many seconds the one session lives that was not there before. */
	private long added(List<Session> before) {
		List<Session> now = sessions().stream().filter((session) -> !before.contains(session)).toList();
		assertThat(now).hasSize(1);
		return now.getFirst().getMaxInactiveInterval();
	}

	private List<Session> sessions() {
		TomcatWebServer server = (TomcatWebServer) Objects.requireNonNull(this.application.getWebServer());
		Context context = (Context) server.getTomcat().getHost().findChildren()[0];
		return Arrays.asList(context.getManager().findSessions());
	}

}
