package dev.tickmark.web.run;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tickmark.desk.Desk;
import dev.tickmark.desk.RunsAtWork;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Standing;
import dev.tickmark.ledger.Standings;
import dev.tickmark.notice.Notices;

/** Everything that ran or will run. */
@Controller
@PreAuthorize("hasAuthority('SEE_RUNS')")
class RunsPage {

	private static final int PAGE = 50;

	private final Standings standings;

	private final RunsAtWork atWork;

	private final Starters starters;

	private final Schedules schedules;

	private final Desk desk;

	private final Notices notices;

	RunsPage(Standings standings, RunsAtWork atWork, Starters starters, Schedules schedules, Desk desk,
			Notices notices) {
		this.notices = notices;
		this.standings = standings;
		this.atWork = atWork;
		this.starters = starters;
		this.schedules = schedules;
		this.desk = desk;
	}

	@GetMapping("/runs")
	String all(@RequestParam(required = false) @Nullable Long before, Model model) {
		List<Standing> page = this.standings.page((before != null) ? before : Long.MAX_VALUE, PAGE);
		Map<Long, String> by = this.starters.of(page.stream().map(Standing::run).toList());
		model.addAttribute("runs", page.stream().map((standing) -> line(standing, by)).toList());
		model.addAttribute("older", (page.size() == PAGE) ? page.getLast().run().id() : null);
		model.addAttribute("first", before == null);
		model.addAttribute("waiting", this.desk.waiting());
		model.addAttribute("waitingRuns", this.desk.waitingRuns());
		model.addAttribute("schedules", this.schedules.lines());
		model.addAttribute("troubles", this.schedules.troubles());
		model.addAttribute("undelivered", (before == null) ? this.notices.undelivered() : List.of());
		model.addAttribute("styles", List.of("run.css"));
		return "run/all";
	}

	private Line line(Standing standing, Map<Long, String> by) {
		Run run = standing.run();
		Long rows = run.rows();
		long open = standing.openRows();
		return new Line(run, StateWords.of(standing, this.atWork.of(run.id()).isPresent()),
				by.getOrDefault(run.id(), ""), (rows != null) ? rows - open : null, (rows != null) ? open : null);
	}

	/**
	 * A run in the table.
	 *
	 * @param done how many rows are final; null before all are read
	 * @param open how many are not
	 */
	record Line(Run run, StateWords state, String by, @Nullable Long done, @Nullable Long open) {

	}

}
