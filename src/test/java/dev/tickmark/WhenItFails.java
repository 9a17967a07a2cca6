package dev.tickmark;

import java.util.stream.Stream;

import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a person sees of a part of a page that did not come. */
final class WhenItFails {

	private WhenItFails() {
	}

	/** Filters while the server is away, and once more when it is back. */
	static void rowsThatDoNotComeAreNotThoseThatWereAskedFor(Browser browser, String run) {
		nothingElse(browser);
		browser.open(run + "/rows").has("#rows tbody tr", true).without(run + "/rows");
		browser.take("verdict", "NO_MATCH")
			.sees("The server does not answer")
			.sees("The rows below are those of before")
			.has(".failed[role=alert] + #rows.stale", true);
		assertThat(browser.picture("rows-not-there")).as("pixels beyond 400").isZero();
		browser.withAll().press("Try again").has(".failed", false).has(".stale", false);
		assertThat(browser.script("return document.activeElement.id")).isEqualTo("main");
		assertThat(browser.count("#rows tbody .key:not(.NO_MATCH)")).isZero();
		browser.script("htmx.ajax('GET', '/nowhere', {target: '#rows'}).catch(() => {})");
		browser.sees("There is no such page.").has("#rows.stale", true);
		browser.type("q", "x".repeat(3)).has(".failed", false);
		browser.script("window.loaded = true");
		browser.back();
		// by a script it could fail, and nobody would know
		await().ignoreExceptions().until(() -> browser.script("return window.loaded") == null);
		nothingElse(browser);
	}

	/** The forecast of a file says why it is not there. */
	static void aForecastThatDoesNotComeSaysSo(Browser browser) {
		nothingElse(browser);
		String file = browser.without("/uploads/*/forecast").path();
		// without what follows the #, which would be no new page
		browser.open(file.replaceFirst("#.*", ""))
			.sees("So there is no forecast of what the form says now.")
			.withAll()
			.click(By.cssSelector(".failed button"))
			.sees("paysway")
			.has(".failed", false);
		nothingElse(browser);
	}

	/** The browser complains of what it could not get, and of nothing else. */
	private static void nothingElse(Browser browser) {
		assertThat(browser.complaints())
			.allMatch((complaint) -> Stream.of("net::ERR_", "/nowhere", "\"htmx:").anyMatch(complaint::contains));
	}

}
