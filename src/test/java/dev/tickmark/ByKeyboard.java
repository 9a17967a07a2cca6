package dev.tickmark;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody does who has no mouse, and does not see what changes. */
final class ByKeyboard {

	private ByKeyboard() {
	}

	/** Types a deadline that is none, then one that is, and starts with Enter. */
	static void theDeadlineIsToldAtItsFieldAndEnterStarts(Browser browser) {
		browser.at("#deadline", "soon", Keys.TAB)
			.sees("\"soon\" is no deadline")
			.has("#deadline[aria-invalid=true]", true)
			.sees("Nothing is forecast");
		assertThat(browser.picture("deadline")).as("pixels beyond 400").isZero();
		browser.at("#deadline", Keys.chord(Keys.CONTROL, "a"), "1ms", Keys.TAB)
			.sees("would stay open")
			.has("#deadline[aria-invalid=false]", true);
		browser.at("#deadline", Keys.chord(Keys.CONTROL, "a"), "45m", Keys.TAB)
			.press("Look again with these columns")
			.has("#deadline[value='45m']", true)
			.sees("paysway");
		browser.at("#deadline", Keys.ENTER);
	}

	/** Sorts and turns pages: the focus stays, and what there is now is read out. */
	static void rowsAreSortedAndTurned(Browser browser, String run) {
		browser.open(run + "/rows?page=5").sees("Rows 201 to 250 of 257");
		browser.script("window.stand = document.getElementById('rows-stand')");
		browser.at("#rows-next", Keys.ENTER).sees("Rows 251 to 257 of 257").has("#rows-next[aria-disabled]", true);
		assertThat(browser.focused()).as("at the end there is no other, and still it is here").isEqualTo("rows-next");
		browser.at("#rows-before", Keys.ENTER).sees("Rows 201 to 250 of 257");
		assertThat(browser.focused()).isEqualTo("rows-before");
		browser.at("#sort-payee", Keys.ENTER).has("th[aria-sort=ascending] > #sort-payee", true);
		assertThat(browser.focused()).isEqualTo("sort-payee");
		browser.at("#sort-payee", Keys.ENTER).has("th[aria-sort=descending] > #sort-payee", true);
		assertThat(browser.focused()).isEqualTo("sort-payee");
		assertThat(browser.script("return window.stand.isConnected && window.stand.textContent.trim()"))
			.isEqualTo("Rows 1 to 50 of 257");
	}

	/** What is at work changes under somebody who reads it. */
	static void whatIsReadIsNotReplaced(Browser browser, String run) {
		browser.open(run).click(By.cssSelector("#live .scroll"));
		assertThat(browser
			.script("""
					const region = document.querySelector('#live .scroll');
					region.focus();
					const before = document.getElementById('live').innerHTML;
					const after = before.replaceAll('paysway', 'waysp').replace('<div', '<p class="doing">At work.</p><div');
					renew(document.getElementById('live'), after);
					const changed = document.getElementById('live').innerHTML === after;
					const stayed = document.activeElement === region;
					renew(document.getElementById('live'), before);
					return [changed, stayed, document.getElementById('live').innerHTML === before,
						document.activeElement === region].join();"""))
			.isEqualTo("true,true,true,true");
	}

}
