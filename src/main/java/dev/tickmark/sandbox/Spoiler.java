package dev.tickmark.sandbox;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Answers the calls of one provider, and lets its faults happen to them. */
final class Spoiler {

	private static final Pattern DATE = Pattern.compile("date (\\d{1,9})");

	private static final String PAGE = """
			<html><head><title>%1$d</title></head>
			<body><center><h1>%1$d</h1></center><hr><center>proxy</center></body></html>
			""";

	private static final int MOST_TOKENS = 10_000;

	private final Simulation simulation;

	private final Faults faults;

	/** What was said of itself by callers whose tokens are no longer good. */
	private final Set<String> voided = ConcurrentHashMap.newKeySet();

	Spoiler(Simulation simulation, Faults faults) {
		this.simulation = simulation;
		this.faults = faults;
	}

	/**
	 * Answers a call.
	 * @param honest how it is answered when nothing happens
	 */
	Reply answer(Inquiry inquiry, Calls sort, Function<Inquiry, Reply> honest) {
		String authorization = inquiry.header("Authorization");
		boolean known = authorization == null || !this.voided.contains(authorization);
		Inquiry caller = known ? inquiry : inquiry.byNobody();
		Faults.Hit hit = this.faults.next(sort);
		return (hit != null) ? spoiled(hit, caller, honest) : honest.apply(caller);
	}

	private Reply spoiled(Faults.Hit hit, Inquiry inquiry, Function<Inquiry, Reply> honest) {
		Fault fault = hit.fault();
		return switch (fault.kind()) {
			case STATUS, HTML, SILENCE, RESET -> {
				if (fault.taken()) {
					honest.apply(inquiry);
				}
				yield instead(fault);
			}
			case UNKNOWN_CLIENT -> honest.apply(inquiry.byNobody());
			case TOKEN_VOID -> {
				String authorization = inquiry.header("Authorization");
				forget(authorization);
				// Who signs has no token to lose
				yield honest.apply((authorization != null) ? inquiry.byNobody() : inquiry);
			}
			case TRUNCATED -> honest.apply(inquiry).in(Manner.TRUNCATED);
			case MALFORMED -> honest.apply(inquiry).garbled();
			case ENDLESS -> honest.apply(inquiry).in(Manner.ENDLESS);
			case DRIPPING -> honest.apply(inquiry).in(Manner.DRIPPING);
			case PADDED -> honest.apply(inquiry).in(Manner.PADDED);
			case MISTYPED, UNKNOWN_CODE, MISSING_FIELD -> honest.apply(inquiry)
				.map((body) -> new Warp(fault.kind(), fault.member(), fault.seed() + hit.earlier()).of(body));
		};
	}

	private void forget(@Nullable String authorization) {
		if (authorization != null && this.voided.size() < MOST_TOKENS) {
			this.voided.add(authorization);
		}
	}

	/** What is answered instead of an answer. */
	private Reply instead(Fault fault) {
		Integer status = fault.status();
		return switch (fault.kind()) {
			case STATUS -> late(this.simulation.error((status != null) ? status : 500), fault.retryAfter());
			case HTML -> {
				int page = (status != null) ? status : 502;
				yield late(Reply.text(page, "text/html", PAGE.formatted(page)), fault.retryAfter());
			}
			case SILENCE -> Reply.none(Manner.SILENT);
			default -> Reply.none(Manner.CLOSED);
		};
	}

	private static Reply late(Reply reply, @Nullable String retryAfter) {
		if (retryAfter == null) {
			return reply.without("Retry-After");
		}
		Matcher date = DATE.matcher(retryAfter);
		return reply.with("Retry-After", date.matches() ? date(Long.parseLong(date.group(1))) : retryAfter);
	}

	private static String date(long seconds) {
		return DateTimeFormatter.RFC_1123_DATE_TIME
			.format(ZonedDateTime.now(ZoneOffset.UTC).plus(Duration.ofSeconds(seconds)));
	}

}
