package dev.tickmark.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Paysafe's instrument verification sessions. Assumptions: nothing makes a repetition
 * safe, so that each call opens another session; the secure code goes into the query
 * parameter {@code secureCode}.
 *
 * @see <a href=
 * "https://docs.paysafe.com/api/embedded-wallets/business/1.0.0/wallet/init-instrument-verification-session">Paysafe:
 * create an instrument verification session</a>
 */
final class Paysafe implements Simulation {

	private static final Pattern SESSIONS = Pattern.compile("/customers/([^/]+)/instrument-verifications(?:/([^/]+))?");

	private static final Pattern LINK = Pattern.compile("/instruments/verifications/([0-9a-f]{64})/initiate");

	private static final Pattern NUMERIC = Pattern.compile("\\d{1,20}");

	// The lane that opens sessions needs somewhere to send people; nobody is sent
	private static final String RETURN_URL = "https://example.org/done";

	private static final String SOMEBODY = "https://example.org/somebody-else";

	private final Bookkeeping books;

	private final Register register;

	private final Meter meter;

	private final Tokens tokens;

	private final PaysafeSessions sessions;

	private final PaysafeSwitches switches;

	private final String url;

	Paysafe(Stage stage) {
		this.books = stage.behaviour().bookkeeping();
		this.register = stage.register();
		this.meter = stage.meter();
		this.tokens = new Tokens(stage.behaviour().tokenLife());
		this.switches = stage.behaviour().switches(PaysafeSwitches.class);
		this.sessions = new PaysafeSessions(this.register, stage.behaviour(), this.switches.sessionLife());
		this.url = stage.url();
	}

	@Override
	public Reply token(Inquiry inquiry) {
		this.meter.token();
		return new PaysafeTokens(this.tokens).answer(inquiry);
	}

	@Override
	public Reply call(Inquiry inquiry) {
		Matcher link = LINK.matcher(inquiry.path());
		if (link.matches()) {
			// A person's browser, which has no token
			return inquiry.method().equals("GET") ? visit(link.group(1), inquiry) : error(405).with("Allow", "GET");
		}
		if (this.tokens.check(inquiry.authorization("Bearer")) != Tokens.Pass.GOOD) {
			return error(401);
		}
		Matcher path = SESSIONS.matcher(inquiry.path());
		return path.matches() ? call(inquiry, path.group(1), path.group(2)) : error(404);
	}

	@Override
	public Reply error(int status) {
		return PaysafeErrors.of(status);
	}

	@Override
	public Markers<PaysafeReport> markers() {
		return PaysafeMarkers.ALL;
	}

	@Override
	public String stray() {
		return PaysafeSessions.id("nobody", 0);
	}

	@Override
	public Map<String, String> properties() {
		Map<String, String> properties = new TreeMap<>(Tokens.properties(this.url));
		properties.put("return-url", RETURN_URL);
		return properties;
	}

	private Reply call(Inquiry inquiry, String customer, @Nullable String id) {
		String allowed = (id != null) ? "GET" : "GET, POST";
		if (!List.of(allowed.split(", ")).contains(inquiry.method())) {
			return error(405).with("Allow", allowed);
		}
		if (!NUMERIC.matcher(customer).matches()) {
			return PaysafeErrors.customerNotNumeric();
		}
		Marker<PaysafeReport> marker = markers().of(customer, null, false);
		if (inquiry.method().equals("POST")) {
			return submit(inquiry, customer, marker);
		}
		this.meter.poll();
		if (marker.report() == PaysafeReport.UNKNOWN_CUSTOMER) {
			return error(404);
		}
		if (id == null) {
			List<PaysafeSession> told = known(customer, marker).stream()
				.map(this::drifted)
				.filter(Objects::nonNull)
				.toList();
			return new PaysafeList(inquiry.parameters()).reply(told, System.currentTimeMillis(), this.url);
		}
		PaysafeSession known = this.sessions.find(customer, id);
		PaysafeSession told = (known != null) ? drifted(known) : null;
		return (told != null) ? Reply.json(200, told.document(System.currentTimeMillis(), this.url)) : error(404);
	}

	/** The session as it is told later, or null when it is not. */
	private @Nullable PaysafeSession drifted(PaysafeSession session) {
		if (this.books.drifts(Drift.FORGOTTEN, session.kept().customer())) {
			return null;
		}
		boolean changed = this.books.drifts(Drift.CHANGED, session.kept().customer());
		return changed ? session.with(PaysafeReport.NAME_MISMATCH) : session;
	}

	private Reply submit(Inquiry inquiry, String customer, Marker<PaysafeReport> marker) {
		PaysafeForm form = new PaysafeForm(inquiry.body());
		Reply refused = form.refusal();
		if (refused != null) {
			return refused;
		}
		if (marker.report() == PaysafeReport.UNKNOWN_CUSTOMER) {
			return error(404);
		}
		long hash = PaysafeSession.question(customer);
		int refusal = marker.course().refusal(hash, this.register);
		if (refusal != 0) {
			return error(refusal);
		}
		PaysafeSession session = open(customer, marker, form.returnUrl());
		if (session == null) {
			return PaysafeErrors.limit();
		}
		return marker.course().spoiled(Reply.json(200, session.opened(this.url)), hash, this.register);
	}

	/** A new session, or null when the limit is reached. */
	private @Nullable PaysafeSession open(String customer, Marker<PaysafeReport> marker, String returnUrl) {
		PaysafeSession opened = null;
		while (opened == null) {
			List<PaysafeSession> known = known(customer, marker);
			if (marker.report() == PaysafeReport.LIMIT_REACHED || accounts(known) >= this.switches.accountLimit()) {
				return null;
			}
			opened = this.sessions.open(customer, known.size(), marker.report(), returnUrl);
		}
		return opened;
	}

	/** The customer's sessions, with the one that was there before anybody asked. */
	private List<PaysafeSession> known(String customer, Marker<PaysafeReport> marker) {
		List<PaysafeSession> known = this.sessions.of(customer);
		if (known.isEmpty() && marker.report() == PaysafeReport.SOMEBODY_ELSE) {
			this.sessions.open(customer, 0, marker.report(), SOMEBODY);
			return this.sessions.of(customer);
		}
		return known;
	}

	/**
	 * Open sessions and verified accounts; the person always chooses the same account.
	 */
	private static long accounts(List<PaysafeSession> sessions) {
		long now = System.currentTimeMillis();
		long open = sessions.stream().filter(session -> session.isOpen(now)).count();
		return open + (sessions.stream().anyMatch(session -> session.hasVerified(now)) ? 1 : 0);
	}

	private Reply visit(String link, Inquiry inquiry) {
		PaysafeSession session = this.sessions.linked(link);
		if (session == null) {
			return PaysafePage.closed(404, "There is no such session.");
		}
		if (!session.kept().secureCode().equals(inquiry.parameters().get("secureCode"))) {
			return PaysafePage.closed(403, "The secure code is missing or wrong, or was not encoded for a link.");
		}
		return PaysafePage.choice(session.status(System.currentTimeMillis()));
	}

}
