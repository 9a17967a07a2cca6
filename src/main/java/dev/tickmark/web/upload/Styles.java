package dev.tickmark.web.upload;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the pages of uploads have in common. */
final class Styles {

	static final List<String> OF_UPLOADS = List.of("upload.css");

	private Styles() {
	}

	static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
