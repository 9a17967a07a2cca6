package dev.tickmark.notice;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.tickmark.ledger.Figures;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunKey;
import dev.tickmark.ledger.RunState;
import dev.tickmark.ledger.notice.Outbox.OpenRows;
import dev.tickmark.notice.News.Kind;
import dev.tickmark.verification.RunFigures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LetterTests {

	private static final Instant ENDED = Instant.parse("2026-11-22T02:12:00Z");

	@Test
	void rowsThatAreOpenAreCountedByWhatKeepsThemOpen() {
		Letter letter = letter(false, open().says(List.of("Lane banfico: the provider asks to wait.")));
		assertThat(letter.subject()).isEqualTo("Tickmark: suppliers, payees.csv: 3 of 1,003 rows open");
		assertThat(letter.plain())
			.contains("Rows: 1,003, of them 3 open", "Asking took: 12 min 5 s", "1 h 48 min before it", "  1000 MATCH",
					"  3 ACTION_REQUIRED", "  2 ACTION_REQUIRED, paysafe, LINK_SENT",
					"Lane banfico: the provider asks to wait.", "Report: /srv/reports/payees.csv-7",
					"What to do next: Persons have to act", "The run: https://t.example.com/runs/7")
			.doesNotContain("[", "Sandbox");
		assertThat(letter.html()).contains("<td class=\"number\">1000</td>", "href=\"https://t.example.com/runs/7\"",
				"<li>2 ACTION_REQUIRED, paysafe, LINK_SENT</li>");
		assertThat(letter.json()).contains("\"open\":3", "\"verdicts\":{\"MATCH\":1000,\"ACTION_REQUIRED\":3}",
				"\"page\":\"https://t.example.com/runs/7\"", "\"deadline\":\"2026-11-22T04:00:00Z\"");
	}

	@Test
	void aRehearsalSaysSoEverywhere() {
		Letter letter = letter(true, open());
		assertThat(letter.subject()).startsWith("[Sandbox] ");
		assertThat(letter.plain()).startsWith("This was a rehearsal");
		assertThat(letter.html()).contains("This was a rehearsal");
		assertThat(letter.json()).contains("\"sandbox\":true");
	}

	@Test
	void whatAFileIsCalledDoesNoHarm() {
		Letter letter = letter(false,
				News.of(Kind.REFUSED, "x", "a\r\nBcc: x@example.com <script>alert(1)</script> [(${id})].csv"));
		assertThat(letter.subject()).doesNotContain("\r", "\n");
		assertThat(letter.html()).doesNotContain("<script>").contains("&lt;script&gt;", "[(${id})]");
		assertThat(letter.plain()).contains("[(${id})]");
	}

	@Test
	void whatAServerSaysIsShownWithoutAnybodysDetails() {
		assertThat(
				new Undelivered("550 <hans@example.com>: no such user 123456789\r\nQmFzZTY0U2VjcmV0VG9rZW5WYWx1ZQ=="))
			.hasMessage("550 <(address)>: no such user … …");
		assertThat(
				new Undelivered("POST on https://hooks.example.com/T0/B1?key=hush and http://a.example.com: refused"))
			.hasMessage("POST on https://hooks.example.com/… and http://a.example.com: refused");
	}

	@Test
	void aNightThatBreaksOffMayHaveTakenFilesBefore() {
		assertThat(letter(false, News.of(Kind.NIGHT_FAILED, "x", "the night")).plain())
			.contains("what was taken is continued")
			.doesNotContain("nothing was taken");
	}

	@Test
	void attemptsBecomeRarerForFourDays() {
		Duration sum = Duration.ZERO;
		int attempts = 1;
		for (Duration wait = Backoff.after(attempts); wait != null; wait = Backoff.after(attempts)) {
			sum = sum.plus(wait);
			attempts++;
		}
		assertThat(Backoff.after(1)).isEqualTo(Duration.ofSeconds(15));
		assertThat(sum).isBetween(Duration.ofHours(80), Duration.ofHours(100));
	}

	@Test
	void settingsAreCheckedWhenTheyAreRead() {
		assertThatIllegalArgumentException().isThrownBy(() -> new NoticeSettings("Tickmark", null, null))
			.withMessageStartingWith("from: is no mail address");
		assertThatIllegalArgumentException().isThrownBy(() -> new NoticeSettings(null, "short", null))
			.withMessageStartingWith("webhook-secret: must have at least 32 characters");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new NoticeSettings(null, null, URI.create("ftp://example.com")))
			.withMessageStartingWith("public-url: is no address");
		assertThat(new NoticeSettings(null, "0123456789abcdef0123456789abcdef", null).toString())
			.doesNotContain("0123456789abcdef");
	}

	private static Letter letter(boolean sandbox, News news) {
		return new Letter(UUID.randomUUID(), ENDED, "suppliers", sandbox, news,
				List.of(new OpenRows("ACTION_REQUIRED", "paysafe", "LINK_SENT", 2),
						new OpenRows("ACTION_REQUIRED", "paysafe", "", 1)),
				"https://t.example.com/runs/7");
	}

	private static News open() {
		RunFigures figures = new RunFigures(
				List.of(new Figures.VerdictCount("paysway", "MATCH", 1000),
						new Figures.VerdictCount("paysafe", "ACTION_REQUIRED", 3)),
				List.of(), List.of(), List.of(), Duration.ofSeconds(725));
		Run run = new Run(7, UUID.randomUUID(), new RunKey("ab".repeat(32), "suppliers", false), "payees.csv",
				"/in/finished/payees.csv", 1, List.of(), null, null, RunState.OPEN, null,
				Path.of("/srv/reports/payees.csv-7"), 1, 1, 1003L, ENDED.minusSeconds(900), ENDED);
		return News.of(Kind.OPEN, "run/7/1/ended", "payees.csv")
			.run(run)
			.figures(figures, Instant.parse("2026-11-22T04:00:00Z"));
	}

}
