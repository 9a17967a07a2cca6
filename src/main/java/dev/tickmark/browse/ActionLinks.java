package dev.tickmark.browse;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import dev.tickmark.ledger.Outcomes;
import dev.tickmark.ledger.RowOutcome;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.payee.Action;
import dev.tickmark.verification.RunColumns;

/** Shows the links with which somebody acts for a payee, and notes who saw them. */
@Service
public class ActionLinks {

	/** More are on no page; all of them are in the file. */
	public static final int MOST = 500;

	private final Outcomes outcomes;

	private final RunColumns columns;

	private final Acts acts;

	private final Clock clock = Clock.systemUTC();

	ActionLinks(Outcomes outcomes, RunColumns columns, Acts acts) {
		this.outcomes = outcomes;
		this.columns = columns;
		this.acts = acts;
	}

	/** The rows for which a person must act, in the order of the file. */
	public Shown show(Actor actor, Run run) {
		// before they are read: who has seen them is known, whatever happens
		this.acts.add(actor, new Deed(ActKind.ACTION_LINKS_SHOWN, run.id(), null, null), Instant.now(this.clock));
		PayeeCells cells = new PayeeCells(this.columns.of(run));
		List<ActionLink> links = new ArrayList<>();
		int[] all = new int[1];
		this.outcomes.eachForAPerson(run.id(), (row) -> {
			if (++all[0] <= MOST) {
				links.add(link(row, cells));
			}
		});
		return new Shown(links, all[0]);
	}

	private static ActionLink link(RowOutcome row, PayeeCells cells) {
		Action action = row.action();
		String reason = (row.finding() != null) ? row.finding().reason() : "";
		return new ActionLink(row.number(), row.line(), cells.reference(row.fields()), cells.name(row.fields()),
				(action != null) ? safe(action.link()) : null, (action != null) ? action.expiresAt() : null, reason);
	}

	/** The link if it leads to a site, and does nothing else. */
	private static @Nullable String safe(@Nullable String link) {
		if (link == null) {
			return null;
		}
		try {
			URI address = URI.create(link);
			boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
			return (web && address.getHost() != null) ? link : null;
		}
		catch (IllegalArgumentException _) {
			return null;
		}
	}

	/**
	 * What is shown.
	 *
	 * @param all how many there are, more than shown perhaps
	 */
	public record Shown(List<ActionLink> links, int all) {

		public Shown {
			links = List.copyOf(links);
		}

	}

}
