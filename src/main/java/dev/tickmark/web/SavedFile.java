package dev.tickmark.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

import dev.tickmark.browse.Download;
import dev.tickmark.ledger.Run;

/** Sends a file of a report, to be saved. None is ever shown by a browser itself. */
public final class SavedFile {

	/** Why there is none to be sent, though there should be. */
	public static final String GONE = "This file is gone and cannot be written again, or cannot be read: see what ails"
			+ " the folder of the reports. The verdicts are kept.";

	private SavedFile() {
	}

	/** Sends it, and closes it. What breaks off is shorter than was said before. */
	public static void send(Run run, Download download, HttpServletResponse response) throws IOException {
		try (InputStream content = download.content()) {
			response.setContentType(download.file().mediaType());
			response.setContentLengthLong(download.bytes());
			response.setHeader("X-Content-Type-Options", "nosniff");
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(download.file().savedAs(run), StandardCharsets.UTF_8)
						.build()
						.toString());
			content.transferTo(response.getOutputStream());
		}
	}

}
