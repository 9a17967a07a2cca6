package dev.tickmark.notice;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.notice.Delivery;
import dev.tickmark.ledger.notice.Way;

/** Delivers notices to programs: JSON, signed. Only 2xx means that one was taken. */
@Component
class WebhookCourier implements Courier, DisposableBean {

	private static final Duration CONNECT = Duration.ofSeconds(10);

	private static final Duration ANSWER = Duration.ofSeconds(20);

	private final NoticeSettings settings;

	private final HttpClient http = HttpClient.newBuilder()
		.connectTimeout(CONNECT)
		// what is signed for one place is not carried to another
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	WebhookCourier(NoticeSettings settings) {
		this.settings = settings;
	}

	@Override
	public Way way() {
		return Way.WEBHOOK;
	}

	@Override
	public @Nullable String obstacle() {
		return (this.settings.webhookSecret() != null) ? null
				: "there is no secret to sign webhooks with. Set tickmark.notices.webhook-secret, and give it to the"
						+ " receiver.";
	}

	@Override
	public void deliver(Delivery delivery) throws Undelivered {
		String body = delivery.notice().json();
		HttpRequest request = HttpRequest.newBuilder(URI.create(delivery.target()))
			.timeout(ANSWER)
			.header("Content-Type", "application/json")
			.header("User-Agent", "Tickmark")
			.header("Idempotency-Key", delivery.notice().id().toString())
			.header(Signature.HEADER, Signature.of(body, Instant.now(), this.settings.secret()))
			.POST(BodyPublishers.ofString(body))
			.build();
		try {
			HttpResponse<InputStream> response = this.http.send(request, BodyHandlers.ofInputStream());
			// what it has to say more is not read
			response.body().close();
			if (response.statusCode() < 200 || response.statusCode() > 299) {
				throw new Undelivered("The receiver answered with HTTP " + response.statusCode() + ".");
			}
		}
		catch (IOException ex) {
			throw new Undelivered("The receiver did not answer (" + ex.getClass().getSimpleName() + ").", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Undelivered("This process came to its end.", ex);
		}
	}

	@Override
	public void destroy() {
		this.http.shutdownNow();
	}

}
