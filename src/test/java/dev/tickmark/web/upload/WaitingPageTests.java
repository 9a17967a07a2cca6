package dev.tickmark.web.upload;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.tickmark.ledger.desk.KeptUploads;
import dev.tickmark.ledger.desk.Upload;
import dev.tickmark.ledger.desk.UploadState;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.web.Page;
import dev.tickmark.web.Visitor;
import dev.tickmark.web.WebCase;

import static org.assertj.core.api.Assertions.assertThat;

class WaitingPageTests extends WebCase {

	@Autowired
	private KeptUploads kept;

	@Test
	void thePageOfWhatWaitsIsLoadedAnewOnlyWhenThereIsSomethingNew() {
		Visitor clerk = as(Role.UPLOADER);
		String upload = waiting(clerk);
		Page page = clerk.get(upload);
		assertThat(page.text()).contains("It is begun in a moment, or waits for its turn.", "Take it back",
				"Look again");
		assertThat(page.headers().firstValue("Refresh")).as("it would take the focus away").isEmpty();
		assertThat(page.body()).contains("hx-get=\"" + upload + "/waiting?from=");
		Page same = clerk.get(upload + "/waiting?from=" + Instant.now().toEpochMilli());
		assertThat(same.status()).isEqualTo(204);
		Page afterLong = clerk
			.get(upload + "/waiting?from=" + Instant.now().minus(Duration.ofMinutes(16)).toEpochMilli());
		assertThat(afterLong.status()).as("of htmx: ask no more").isEqualTo(286);
		assertThat(afterLong.body()).isEqualTo("This page does not look again by itself any more.");
		this.kept.settle(number(upload), UploadState.REFUSED, "It cannot be.", Instant.now());
		Page other = clerk.get(upload + "/waiting?from=0");
		assertThat(other.headers().firstValue("HX-Redirect")).hasValue(upload);
		assertThat(clerk.get(upload).text()).contains("It cannot be.", "Start: ask the providers");
	}

	/** One that was started in a rehearsal: nobody takes it up here. */
	private String waiting(Visitor clerk) {
		clerk.get("/uploads");
		String upload = clerk.upload("/uploads", "w.csv", "name,iban\nA,B\n".getBytes(StandardCharsets.UTF_8), Map.of())
			.location();
		this.kept.start(number(upload), new Upload.Start("default", "none", null, false, true,
				Actor.web("uploader", "192.0.2.1"), Instant.now()));
		return upload;
	}

	private static long number(String upload) {
		return Long.parseLong(upload.substring(upload.lastIndexOf('/') + 1));
	}

}
