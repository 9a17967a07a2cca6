package dev.tickmark.web;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a visitor got. */
public record Page(int status, HttpHeaders headers, String body) {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	/** Where it sends one to, as a path; empty when it does not. */
	public String location() {
		return this.headers.firstValue("Location").map((url) -> url.replaceFirst("^https?://[^/]+", "")).orElse("");
	}

	/** The token that the page's forms have. */
	Optional<String> token() {
		Matcher matcher = TOKEN.matcher(this.body);
		return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

	/** Its text, without tags, as a person reads it. */
	public String text() {
		return this.body.replaceAll("(?s)<script.*?</script>|<style.*?</style>|<[^>]+>", " ")
			.replace("&#39;", "'")
			.replace("&quot;", "\"")
			.replace("&lt;", "<")
			.replace("&gt;", ">")
			.replace("&amp;", "&")
			.replaceAll("\\s+", " ")
			.trim();
	}

}
