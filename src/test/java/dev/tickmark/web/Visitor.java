package dev.tickmark.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Somebody in front of the pages: keeps cookies, follows no redirect by itself, and sends
 * the token that the last page had. Close to a browser, without its looks.
 */
public final class Visitor {

	private final int port;

	private final @Nullable String key;

	private final HttpClient client = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private String token = "";

	/**
	 * Somebody at the door.
	 * @param key what a program comes with; null for a person
	 */
	public Visitor(int port, @Nullable String key) {
		this.port = port;
		this.key = key;
	}

	/** Signs in, and looks where that leads. */
	public Page signIn(String login, String password) {
		get("/sign-in");
		Page answer = post("/sign-in", Map.of("login", login, "password", password));
		// the token of the page before is no longer good
		get("/me");
		return answer;
	}

	public Page get(String path) {
		return send(request(path).header("Accept", (this.key != null) ? "*/*" : "text/html,*/*;q=0.8").GET());
	}

	/** Sends a form. */
	public Page post(String path, Map<String, String> fields) {
		Map<String, String> all = new LinkedHashMap<>(fields);
		if (!this.token.isEmpty()) {
			all.put("_csrf", this.token);
		}
		String form = all.entrySet()
			.stream()
			.map((field) -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&"));
		return send(request(path).header("Accept", "text/html")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form)));
	}

	/** Sends a form with a file in its field {@code file}. */
	public Page upload(String path, String fileName, byte[] content, Map<String, String> fields) {
		String boundary = "--------tickmark";
		StringBuilder head = new StringBuilder();
		Map<String, String> all = new LinkedHashMap<>(fields);
		all.put("_csrf", this.token);
		all.forEach((name, value) -> head.append(
				"--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
		head.append(
				"--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
					.formatted(boundary, fileName));
		BodyPublisher body = BodyPublishers.concat(BodyPublishers.ofString(head.toString()),
				BodyPublishers.ofByteArray(content), BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
		return send(request(path).header("Accept", "text/html")
			.header("Content-Type", "multipart/form-data; boundary=" + boundary)
			.POST(body));
	}

	/** Sends what a test has put together itself. */
	public Page send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.client.send(request.build(),
					BodyHandlers.ofString(StandardCharsets.UTF_8));
			Page page = new Page(response.statusCode(), response.headers(), response.body());
			page.token().ifPresent((found) -> this.token = found);
			return page;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** What comes from a path bit by bit. */
	public InputStream stream(String path) {
		try {
			return this.client.send(request(path).GET().build(), BodyHandlers.ofInputStream()).body();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** A request to a path, to be put together further. */
	public HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.timeout(Duration.ofSeconds(30));
		return (this.key != null) ? request.header("Authorization", "Bearer " + this.key) : request;
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
