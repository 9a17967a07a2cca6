package dev.tickmark.web.upload;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.tickmark.ledger.people.Act;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.web.Page;
import dev.tickmark.web.Visitor;
import dev.tickmark.web.WebCase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ForecastPageTests extends WebCase {

	@Autowired
	private Acts acts;

	@Test
	void theForecastIsThatOfTheRunThatTheFormWouldStart() {
		Visitor clerk = as(Role.UPLOADER);
		String upload = brought(clerk, "forecast by its terms");
		assertThat(clerk.get(upload + "/forecast").text()).doesNotContain("would stay open");
		assertThat(clerk.get(upload + "/forecast?deadline=1ms").text()).contains("1 rows would stay open");
		assertThat(clerk.get(upload + "?whole=true&deadline=1ms").text()).contains("1 rows would stay open");
		clerk.post(upload + "/start", Map.of());
		await().until(() -> clerk.get(upload).location().startsWith("/runs/"));
		String run = clerk.get(upload).location();
		await().until(() -> clerk.get(run).text().contains("complete"));
		String twice = brought(clerk, "forecast by its terms");
		assertThat(clerk.get(twice + "/forecast").text()).contains("started as it is, it asks nobody");
		assertThat(clerk.get(twice + "/forecast?again=true").text()).contains("1 to be asked about")
			.doesNotContain("it asks nobody");
	}

	@Test
	void aDeadlineThatIsNoneIsToldAtItsField() {
		Visitor clerk = as(Role.UPLOADER);
		String upload = brought(clerk, "no deadline");
		for (String typed : new String[] { "soon", "25:00", "-1m", "99999999999999999999d", "%00", "%7B1%7D" }) {
			var part = clerk.get(upload + "/forecast?deadline=" + typed);
			assertThat(part.status()).as(typed).isEqualTo(200);
			assertThat(part.text()).as(typed).contains("is no deadline: give a duration such as 45m");
			assertThat(part.body()).contains("<span id=\"deadline-problem\" hx-swap-oob=\"innerHTML\">&quot;");
		}
		assertThat(clerk.get(upload + "/forecast?deadline=45m").body())
			.contains("<span id=\"deadline-problem\" hx-swap-oob=\"innerHTML\"></span>");
		assertThat(clerk.get(upload + "?deadline=soon").body()).contains("aria-invalid=\"true\"",
				"aria-describedby=\"deadline-hint deadline-problem\"", "&quot;soon&quot; is no deadline");
		assertThat(clerk.get(upload).body()).contains("aria-invalid=\"false\"");
		assertThat(clerk.get(upload + "/forecast?again=perhaps").status()).isEqualTo(400);
	}

	@Test
	void whatWasTypedIsStillThereAfterTheColumnsWereSaid() {
		Visitor clerk = as(Role.UPLOADER);
		String upload = brought(clerk, "kept");
		String seen = clerk
			.post(upload + "/columns", Map.of("column-0", "name", "column-1", "provider", "column-2", "customer_id",
					"deadline", "16:55", "again", "true"))
			.location();
		assertThat(seen).endsWith("?job=default&deadline=16%3A55&again=true#forecast");
		String page = clerk.get(seen.replace("#forecast", "")).body();
		assertThat(page).contains("value=\"16:55\"").containsPattern("name=\"again\" value=\"true\" checked");
		String wrong = clerk.post(upload + "/columns", Map.of("column-0", "name", "column-1", "name", "deadline", "2h"))
			.body();
		assertThat(wrong).contains("value=\"2h\"");
	}

	@Test
	void everyRowThatWouldBeRejectedCanBeSavedBeforeACallIsMade() {
		Visitor clerk = as(Role.UPLOADER);
		String bad = "=1+1,nowhere,1\n,scripted,2\n\"a, b\",scripted and more,3\n".repeat(70);
		String upload = brought(clerk, "rejected.csv,scripted,0\n" + bad + "last");
		assertThat(clerk.get(upload + "/forecast").text()).contains("210 rejected without a call", "And 10 more.");
		Page all = clerk.get(upload + "/rejected.csv?job=default");
		assertThat(all.status()).isEqualTo(200);
		assertThat(all.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment; filename")
			.contains("a.csv-rejected.csv");
		assertThat(all.body().lines()).hasSize(1 + 210);
		assertThat(all.body()).startsWith("line,column,problem,original\n3,").contains("\"'=1+1,nowhere,1\"");
		Act act = this.acts.by("uploader", Acts.LATEST, 1).getFirst();
		assertThat(act.deed())
			.isEqualTo(new Deed(ActKind.DOWNLOAD, null, "rejected.csv", "of the file a.csv, before its run"));
		clerk.post(upload + "/start", Map.of());
		await().until(() -> clerk.get(upload).location().startsWith("/runs/"));
		String run = clerk.get(upload).location();
		await().until(() -> clerk.get(run).text().contains("complete"));
		assertThat(clerk.get(run + "/reports/rejected.csv").body()).as("as in the report").isEqualTo(all.body());
		assertThat(clerk.get("/uploads/999999/rejected.csv").status()).isEqualTo(404);
		assertThat(clerk.get(upload + "/rejected.csv?job=none").status()).isEqualTo(409);
		assertThat(clerk.send(clerk.request(upload + "/rejected.csv").HEAD()).status()).isEqualTo(405);
	}

	private static String brought(Visitor clerk, String name) {
		clerk.get("/uploads");
		byte[] file = ("name,provider,customer_id\n" + name + ",scripted,1\n").getBytes(StandardCharsets.UTF_8);
		return clerk.upload("/uploads", "a.csv", file, Map.of()).location();
	}

}
