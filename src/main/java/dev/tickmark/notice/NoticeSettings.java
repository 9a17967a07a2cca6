package dev.tickmark.notice;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the notices. The mail server itself is set by {@code spring.mail.*}.
 *
 * @param from the address that mails are from; needed by jobs that tell by mail
 * @param webhookSecret what webhooks are signed with, at least 32 characters; needed by
 * jobs that tell by webhook. As other secrets, it may be in a file
 * @param publicUrl where people reach the pages of {@code tickmark serve}, such as
 * https://tickmark.example.com; absent: notices have no link to the run's page
 */
@ConfigurationProperties(prefix = "tickmark.notices", ignoreUnknownFields = false)
record NoticeSettings(@Nullable String from, @Nullable String webhookSecret, @Nullable URI publicUrl) {

	private static final int SHORTEST_SECRET = 32;

	private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"\\p{Cntrl}]{1,64}@[A-Za-z0-9.-]{1,250}");

	NoticeSettings {
		if (from != null && !ADDRESS.matcher(from).matches()) {
			throw new IllegalArgumentException("from: is no mail address like tickmark@example.com");
		}
		if (webhookSecret != null && webhookSecret.strip().length() < SHORTEST_SECRET) {
			throw new IllegalArgumentException("webhook-secret: must have at least " + SHORTEST_SECRET
					+ " characters; openssl rand -hex 32 makes one");
		}
		if (publicUrl != null && (publicUrl.getHost() == null || publicUrl.getRawQuery() != null
				|| publicUrl.getRawFragment() != null || publicUrl.getRawUserInfo() != null
				|| !("https".equals(publicUrl.getScheme()) || "http".equals(publicUrl.getScheme())))) {
			throw new IllegalArgumentException("public-url: is no address like https://tickmark.example.com");
		}
	}

	/** The page of a run; null when nobody says where the pages are. */
	@Nullable String page(long run) {
		return (this.publicUrl != null) ? this.publicUrl.toString().replaceAll("/+$", "") + "/runs/" + run : null;
	}

	byte @Nullable [] secret() {
		// a file with it often ends with a line break
		return (this.webhookSecret != null) ? this.webhookSecret.strip().getBytes(StandardCharsets.UTF_8) : null;
	}

	/** Without the secret. */
	@Override
	public String toString() {
		return "NoticeSettings[from=" + this.from + ", publicUrl=" + this.publicUrl + "]";
	}

}
