package dev.tickmark.web.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.support.CronExpression;

import dev.tickmark.ledger.Rows;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Runs;
import dev.tickmark.ledger.browse.ListedRun;
import dev.tickmark.night.Duty;
import dev.tickmark.night.Ending;
import dev.tickmark.night.NightJob;
import dev.tickmark.night.NightWatch;
import dev.tickmark.night.NightWatcher;
import dev.tickmark.payee.Verdict;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.Inbox;
import dev.tickmark.verification.definition.Nightly;
import dev.tickmark.verification.definition.Schedule;
import dev.tickmark.web.WebCase;

import static org.assertj.core.api.Assertions.assertThat;

class StartersTests extends WebCase {

	@TempDir
	private Path root;

	@Autowired
	private Starters starters;

	@Autowired
	private Schedules schedules;

	@Autowired
	private NightWatch watch;

	@Autowired
	private Runs runs;

	@Autowired
	private Rows rows;

	@AfterEach
	void nothingIsWaitedFor() {
		keep(List.of());
	}

	@Test
	void aNightsRunIsOneThatBeganByItselfAlsoWhenItsFileWasPutAway() throws Exception {
		Inbox inbox = new Inbox(this.root.resolve("in"), "*.csv", Duration.ofSeconds(1), null,
				this.root.resolve("taken"), this.root.resolve("finished"), this.root.resolve("failed"));
		Schedule schedule = new Schedule(CronExpression.parse("0 30 1 * * *"), ZoneOffset.UTC, true);
		keep(List.of(new NightJob(Definitions.read("suppliers", "reports: {files: none}", Set.of()),
				new Nightly(schedule, inbox, Duration.ofDays(7), null))));
		Run working = run("taken");
		Run ended = run("finished");
		Run ofThePerson = run("elsewhere");
		assertThat(this.starters.of(List.of(working, ended, ofThePerson))).containsEntry(working.id(), "by itself")
			.containsEntry(ended.id(), "by itself")
			.containsEntry(ofThePerson.id(), "at the console");
		assertThat(this.schedules.lines()).extracting(Schedules.Line::job).containsExactly("suppliers");
	}

	private void keep(List<NightJob> jobs) {
		Ending ending = new Ending();
		ending.request();
		this.watch.keep(jobs, new Duty(this.root, false, new NightWatcher() {
		}, ending));
	}

	private Run run(String folder) {
		Run run = new ListedRun(this.runs, this.rows, this.jdbc)
			.row("R-1", "Helga", "DE89370400440532013000", Verdict.MATCH)
			.store(this.root.resolve("reports"));
		this.runs.moved(run.id(), Path.of(run.filePath()), this.root.resolve(folder).resolve(run.fileName()));
		return this.runs.find(run.id()).orElseThrow();
	}

}
