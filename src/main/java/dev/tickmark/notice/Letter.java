package dev.tickmark.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import dev.tickmark.ledger.Figures;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.notice.Outbox.OpenRows;
import dev.tickmark.payee.Verdict;
import dev.tickmark.verification.RunFigures;

/**
 * News as they are delivered: for persons, as plain text and as a page, and for programs.
 * They go far, so they have counts and codes, and nothing of any payee.
 */
record Letter(UUID id, Instant now, String job, boolean sandbox, News news, List<OpenRows> open,
		@Nullable String page) {

	private static final int LONGEST_SUBJECT = 150;

	private static final String SANDBOX = "This was a rehearsal: the sandbox has answered, and no provider was asked.";

	/** One line, of whatever a file is called. */
	String subject() {
		String line = (this.sandbox ? "[Sandbox] " : "") + "Tickmark: " + this.job + ", " + this.news.about() + ": "
				+ state();
		String clean = line.replaceAll("\\p{Cntrl}", "?");
		return (clean.length() <= LONGEST_SUBJECT) ? clean : clean.substring(0, LONGEST_SUBJECT) + "…";
	}

	String plain() {
		return LetterTemplate.plain(variables());
	}

	String html() {
		return LetterTemplate.html(variables());
	}

	String json() {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("id", this.id.toString());
		json.put("created_at", this.now.toString());
		json.put("kind", this.news.kind().name());
		json.put("job", this.job);
		json.put("about", this.news.about());
		json.put("sandbox", this.sandbox);
		json.put("sentences", this.news.sentences());
		Run run = this.news.run();
		if (run != null) {
			json.put("run", run(run));
		}
		return JsonMapper.shared().writeValueAsString(json);
	}

	private Map<String, Object> run(Run run) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("number", run.id());
		json.put("pass", run.pass());
		json.put("file", run.fileName());
		json.put("sha256", run.key().sha256());
		json.put("began_at", run.createdAt().toString());
		RunFigures figures = this.news.figures();
		if (figures != null) {
			json.put("ended_at", run.changedAt().toString());
			json.put("rows", figures.rows());
			json.put("open", figures.open());
			json.put("verdicts", verdicts(figures));
			json.put("seconds", figures.duration().toMillis() / 1000.0);
			json.put("open_reasons", this.open);
			json.put("report", run.reports().toString());
		}
		if (this.news.deadline() != null) {
			json.put("deadline", this.news.deadline().toString());
		}
		if (this.page != null) {
			json.put("page", this.page);
		}
		return json;
	}

	private Map<String, Object> variables() {
		Map<String, Object> variables = new LinkedHashMap<>();
		variables.put("title", this.news.about() + ": " + state());
		variables.put("sandbox", this.sandbox ? SANDBOX : null);
		variables.put("facts", facts());
		RunFigures figures = this.news.figures();
		variables.put("verdicts", (figures != null) ? verdicts(figures) : Map.of());
		variables.put("open", this.open.stream().map(Letter::words).toList());
		variables.put("sentences", this.news.sentences());
		variables.put("next", next());
		variables.put("page", this.page);
		variables.put("id", this.id.toString());
		return variables;
	}

	/** What holds, line by line. */
	private Map<String, String> facts() {
		Map<String, String> facts = new LinkedHashMap<>();
		facts.put("Job", this.job);
		facts.put("About", this.news.about());
		Run run = this.news.run();
		if (run == null) {
			facts.put("Time", News.time(this.now));
			return facts;
		}
		facts.put("Run", String.valueOf(run.id()));
		RunFigures figures = this.news.figures();
		if (figures != null) {
			facts.put("Rows", String.format(Locale.ROOT, "%,d, of them %,d open", figures.rows(), figures.open()));
			facts.put("Asking took", text(figures.duration()));
			facts.put("Ended", News.time(run.changedAt()));
			facts.put("Report", run.reports().toString());
		}
		Instant deadline = this.news.deadline();
		if (deadline != null) {
			facts.put("Deadline", News.time(deadline) + (run.changedAt().isBefore(deadline)
					? ", " + text(Duration.between(run.changedAt(), deadline)) + " before it" : ", which had come"));
		}
		return facts;
	}

	private String state() {
		RunFigures figures = this.news.figures();
		return switch (this.news.kind()) {
			case COMPLETE -> "complete";
			case OPEN -> (figures != null)
					? String.format(Locale.ROOT, "%,d of %,d rows open", figures.open(), figures.rows()) : "open";
			case FAILED -> "failed, is continued";
			case REFUSED -> "cannot be verified";
			case HELD -> "waits for settings";
			case MISSED -> "nobody was there";
			case NIGHT_FAILED -> "could not be done";
		};
	}

	private String next() {
		RunFigures figures = this.news.figures();
		return switch (this.news.kind()) {
			case COMPLETE ->
				"Every row has a final verdict, and nothing is left to be asked. What may be paid is in the report.";
			case OPEN -> ((figures != null && figures.count(Verdict.ACTION_REQUIRED) > 0)
					? "Persons have to act: actions.csv in the report says what. Its links let in whoever has them. "
					: "") + "The next nights go on with the open rows by themselves. Pay what is final.";
			case FAILED ->
				"Nothing is lost, and nobody is asked twice: the run is continued the next time, and whenever"
						+ " tickmark serve is started. Mend what is said above.";
			case REFUSED -> "Nobody was asked. Mend the file, and put it into the inbox again.";
			case HELD -> "Nobody was asked. Add the settings that are named above, and start tickmark serve again: the"
					+ " file is continued by itself.";
			case MISSED -> "See that tickmark serve is running when it is time.";
			case NIGHT_FAILED ->
				"Mend what is said above. It is tried again the next time: what is in the inbox stays there,"
						+ " what was taken is continued, and what has ended before is told of in a notice of its own.";
		};
	}

	private static Map<String, Long> verdicts(RunFigures figures) {
		EnumMap<Verdict, Long> counts = new EnumMap<>(Verdict.class);
		for (Figures.VerdictCount count : figures.verdicts()) {
			counts.merge(Verdict.valueOf(count.verdict()), count.rows(), Long::sum);
		}
		Map<String, Long> verdicts = new LinkedHashMap<>();
		counts.forEach((verdict, rows) -> verdicts.put(verdict.name(), rows));
		return verdicts;
	}

	private static String words(OpenRows rows) {
		return String.format(Locale.ROOT, "%,d %s, %s%s", rows.rows(), rows.verdict(), rows.provider(),
				rows.code().isEmpty() ? "" : ", " + rows.code());
	}

	/** A length of time, in the two largest units. */
	private static String text(Duration time) {
		List<String> parts = new ArrayList<>();
		long seconds = time.toSeconds();
		long[] sizes = { 86_400, 3_600, 60, 1 };
		String[] units = { "d", "h", "min", "s" };
		for (int i = 0; i < sizes.length && parts.size() < 2; i++) {
			if (seconds >= sizes[i]) {
				parts.add(seconds / sizes[i] + " " + units[i]);
				seconds %= sizes[i];
			}
		}
		return parts.isEmpty() ? "less than 1 s" : String.join(" ", parts);
	}

}
