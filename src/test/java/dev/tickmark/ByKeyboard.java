package dev.tickmark;

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

}
