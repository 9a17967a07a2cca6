package dev.tickmark.verification.definition;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The part of a job definition that says who is told. */
final class TellSection {

	private static final int MOST_ADDRESSES = 20;

	private static final int LONGEST = 1000;

	/** Enough to find slips: whether there is such an address, the mail server knows. */
	private static final Pattern ADDRESS = Pattern
		.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?");

	private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

	private TellSection() {
	}

	static @Nullable Tell read(@Nullable Section section) throws BadDefinition {
		if (section == null) {
			return null;
		}
		List<String> mail = new ArrayList<>();
		for (Value value : section.values("mail")) {
			mail.add(address(value, mail));
		}
		Value webhook = section.value("webhook");
		Value when = section.value("when");
		section.end();
		if (mail.isEmpty() && webhook == null) {
			throw section.wrong(
					"tell: nobody is named. Add mail with addresses, or webhook with an address, or remove" + " tell.");
		}
		return new Tell(mail, (webhook != null) ? webhook(webhook) : null,
				(when != null) ? when(when) : Tell.When.ALWAYS);
	}

	private static String address(Value value, List<String> others) throws BadDefinition {
		if (!ADDRESS.matcher(value.text()).matches()) {
			throw value.wrong(
					"this is no mail address like finance@example.com. Give the address alone, without a" + " name.");
		}
		if (others.contains(value.text())) {
			throw value.wrong("the address is there twice. Remove one of them.");
		}
		if (others.size() == MOST_ADDRESSES) {
			throw value.wrong("there are more than " + MOST_ADDRESSES + " addresses. Let the mail server have a list"
					+ " for them.");
		}
		return value.text();
	}

	/** What is told is nobody else's business on the way, and goes where it says. */
	private static URI webhook(Value value) throws BadDefinition {
		URI uri;
		try {
			uri = new URI(value.text());
		}
		catch (URISyntaxException _) {
			throw value.wrong("this is no address like https://erp.example.com/tickmark.");
		}
		boolean local = "http".equals(uri.getScheme()) && uri.getHost() != null && THIS_MACHINE.contains(uri.getHost());
		if (!local && (!"https".equals(uri.getScheme()) || uri.getHost() == null)) {
			throw value.wrong("an address that begins with https:// is expected; http:// is only for this machine,"
					+ " http://localhost:8080/told.");
		}
		if (uri.getRawUserInfo() != null || uri.getRawFragment() != null || value.text().length() > LONGEST) {
			throw value.wrong("the address must have no password, no #, and at most " + LONGEST + " characters: who"
					+ " calls is proved by a signature.");
		}
		return uri;
	}

	private static Tell.When when(Value value) throws BadDefinition {
		return switch (value.text()) {
			case "always" -> Tell.When.ALWAYS;
			case "open" -> Tell.When.OPEN;
			case "failed" -> Tell.When.FAILED;
			default -> throw value.wrong("\"" + value.text() + "\" is not known; there are: always, open, failed.");
		};
	}

}
