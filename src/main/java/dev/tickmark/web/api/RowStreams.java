package dev.tickmark.web.api;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Semaphore;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import dev.tickmark.browse.RowBrowser;
import dev.tickmark.browse.ShownRow;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.browse.RowFilter;
import dev.tickmark.ledger.browse.RowList;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;

/**
 * Sends all rows at once, a line for each, as they are at one moment. One that cannot be
 * sent to its end is broken off and not ended, so that nobody takes it for whole.
 */
@Component
class RowStreams {

	static final String MEDIA_TYPE = "application/x-ndjson";

	/** Each holds a connection to the database, which runs need too. */
	private static final int MOST = 4;

	private final RowBrowser browser;

	private final JsonMapper json;

	private final Acts acts;

	private final Clock clock = Clock.systemUTC();

	private final Semaphore places = new Semaphore(MOST);

	RowStreams(RowBrowser browser, JsonMapper json, Acts acts) {
		this.browser = browser;
		this.json = json;
		this.acts = acts;
	}

	/**
	 * Sends the rows that a filter lets through, in the order of the file, and notes who
	 * asked for them. Looking whether they are ready asks the database too: not before
	 * there is a place.
	 * @throws ApiProblem when it has not begun to
	 */
	void send(Actor actor, Run run, RowFilter filter, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		if (request.getProtocol().equals("HTTP/1.0")) {
			throw ApiProblem.tooOldAProtocol("Over HTTP/1.0 a stream that broke off looks like a whole one. Ask over"
					+ " HTTP/1.1 (nginx: proxy_http_version 1.1), or for application/json, page by page.");
		}
		if (!this.places.tryAcquire()) {
			throw ApiProblem.notNow(MOST + " streams of rows are being read, and more are not sent at the same time."
					+ " Ask again in a while, or for application/json, page by page.");
		}
		try {
			RowsApi.requireReady(this.browser, run);
			this.acts.add(actor, new Deed(ActKind.DOWNLOAD, run.id(), "rows", null), this.clock.instant());
			Lines lines = new Lines(run, response);
			this.browser.each(run, filter, lines::add);
			lines.begin().flush();
		}
		catch (UncheckedIOException ex) {
			throw Objects.requireNonNull(ex.getCause());
		}
		finally {
			this.places.release();
		}
	}

	/** The lines of one answer. */
	private final class Lines {

		private final Run run;

		private final HttpServletResponse response;

		private final Instant end = RowStreams.this.clock.instant().plus(RowList.LONGEST);

		Lines(Run run, HttpServletResponse response) {
			this.run = run;
			this.response = response;
		}

		/** Not before there is something to send: until then it may be a problem. */
		OutputStream begin() throws IOException {
			this.response.setContentType(MEDIA_TYPE);
			return this.response.getOutputStream();
		}

		void add(ShownRow row) {
			if (RowStreams.this.clock.instant().isAfter(this.end)) {
				throw new IllegalStateException("the rows of run " + this.run.id() + " were not read within "
						+ RowList.LONGEST.toMinutes() + " minutes");
			}
			byte[] line = RowStreams.this.json.writeValueAsBytes(RowResource.of(row));
			try {
				OutputStream out = begin();
				out.write(line);
				out.write('\n');
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
