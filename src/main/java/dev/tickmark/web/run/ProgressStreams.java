package dev.tickmark.web.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

import dev.tickmark.desk.Progress;
import dev.tickmark.ledger.Standings;

/**
 * Streams of how runs go on, as server-sent events. A stream ends with its run, with the
 * person's session, when nobody reads it any more, and after a minute anyway: a browser
 * that still wants it asks again, and is looked at again.
 */
@Component
class ProgressStreams implements ApplicationListener<ContextClosedEvent> {

	private static final Logger log = LoggerFactory.getLogger(ProgressStreams.class);

	private static final int MOST = 200;

	/** A browser has six connections to a host at most, and needs some for pages. */
	private static final int MOST_OF_A_SESSION = 4;

	/** Then the browser asks again, and whether it may is looked at again. */
	private static final int TICKS = 60;

	private static final long TICK_MILLIS = 1000;

	private final Map<Object, String> open = new ConcurrentHashMap<>();

	private final CountDownLatch closing = new CountDownLatch(1);

	private final LiveViews views;

	private final Standings standings;

	private final SpringTemplateEngine templates;

	ProgressStreams(LiveViews views, Standings standings, SpringTemplateEngine templates) {
		this.views = views;
		this.standings = standings;
		this.templates = templates;
	}

	/** Opens one, unless there are too many. */
	void open(long run, HttpServletRequest request, HttpServletResponse response) {
		@Nullable HttpSession session = request.getSession(false);
		String id = (session != null) ? session.getId() : "";
		long ofSession = this.open.values().stream().filter(id::equals).count();
		if (session == null || this.open.size() >= MOST || ofSession >= MOST_OF_A_SESSION) {
			response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
			return;
		}
		response.setContentType("text/event-stream");
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.setHeader("Cache-Control", "no-store");
		// a proxy that collects what it passes on would hold it back
		response.setHeader("X-Accel-Buffering", "no");
		AsyncContext async = request.startAsync();
		async.setTimeout(0);
		Object key = new Object();
		this.open.put(key, id);
		Locale locale = request.getLocale();
		Thread.ofVirtual().name("progress-of-run-" + run).start(() -> {
			try {
				write(run, session, async.getResponse().getWriter(), locale);
			}
			catch (IOException | RuntimeException ex) {
				log.debug("a stream of run {} broke off", run, ex);
			}
			finally {
				this.open.remove(key);
				complete(run, async);
			}
		});
	}

	private static void complete(long run, AsyncContext async) {
		try {
			async.complete();
		}
		catch (IllegalStateException ex) {
			// the server has ended it already: nobody reads it any more
			log.debug("a stream of run {} was ended", run, ex);
		}
	}

	/** How many there are. */
	int count() {
		return this.open.size();
	}

	private void write(long run, HttpSession session, PrintWriter out, Locale locale) {
		try {
			boolean reads = isReading(run);
			for (int tick = 0; tick < TICKS && isValid(session); tick++) {
				boolean here = this.views.progress(run).isPresent();
				boolean elsewhere = !here
						&& this.standings.find(run).filter((standing) -> standing.owner() != null).isPresent();
				boolean readsNow = isReading(run);
				// what the page says of the rows is no longer so, or all of it is not
				if ((!here && !elsewhere) || (reads && !readsNow)) {
					send(out, "end", "over");
					return;
				}
				reads = readsNow;
				send(out, "live", rendered(run, elsewhere, locale));
				if (out.checkError() || this.closing.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
					return;
				}
			}
			// no trouble: the browser asks again by itself
			send(out, "again", "soon");
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	/** Whether its file is still being read. */
	private boolean isReading(long run) {
		return this.views.progress(run).filter((progress) -> progress.phase() == Progress.Phase.INTAKE).isPresent();
	}

	private String rendered(long run, boolean elsewhere, Locale locale) {
		return this.templates.process("run/live", Set.of("live"),
				new Context(locale, Map.of("live", this.views.of(run, elsewhere))));
	}

	private static void send(PrintWriter out, String event, String data) {
		out.write("event: " + event + "\n");
		data.lines().forEach((line) -> out.write("data: " + line + "\n"));
		out.write("\n");
		out.flush();
	}

	private static boolean isValid(HttpSession session) {
		try {
			return session.getCreationTime() > 0;
		}
		catch (IllegalStateException _) {
			return false;
		}
	}

	/** The pages wait for what is open before they close. */
	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		this.closing.countDown();
	}

}
