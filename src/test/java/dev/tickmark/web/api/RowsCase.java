package dev.tickmark.web.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import dev.tickmark.ledger.Rows;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Runs;
import dev.tickmark.ledger.browse.ListedRun;
import dev.tickmark.payee.Verdict;
import dev.tickmark.web.Page;
import dev.tickmark.web.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** A run with rows of every kind, in front of the API. */
abstract class RowsCase extends ApiCase {

	static final String IBAN = "DE8937040044053201300";

	static final List<String> NAMES = List.of("<script>alert(1)</script>", "=1+1", "@SUM(A1)", "Zoë \"the\" Oak",
			"two\nlines", "O'Neill; DROP TABLE run", "lines\u2028separated", "日本 太郎");

	static final int ROWS = 137;

	@Autowired
	Runs runs;

	@Autowired
	private Rows rows;

	@TempDir
	Path folder;

	Run run;

	@BeforeEach
	void rows() {
		ListedRun given = new ListedRun(this.runs, this.rows, this.jdbc);
		Verdict[] verdicts = Verdict.values();
		for (int i = 1; i <= ROWS; i++) {
			Verdict verdict = (i % 11 == 0) ? null : verdicts[i % verdicts.length];
			String account = (verdict == Verdict.REJECTED_INPUT) ? "DE00" : IBAN + i;
			// every ninth has its account where the reference belongs
			given.row((i % 9 == 0) ? account : "R-" + i,
					(i <= NAMES.size()) ? NAMES.get(i - 1) : "Payee " + (i * 7 % 50), account, verdict);
		}
		this.run = given.store(this.folder);
	}

	/** All rows, by following next from page to page. */
	List<JsonNode> paged(Visitor program, String query) {
		List<JsonNode> all = new ArrayList<>();
		String next = path("/rows?" + query);
		while (next != null) {
			Page page = program.get(next);
			assertThat(page.status()).as(next + ": " + page.body()).isEqualTo(200);
			JsonNode answer = json(page);
			answer.get("rows").forEach(all::add);
			assertThat(all).as("there is an end").hasSizeLessThanOrEqualTo(ROWS);
			next = answer.get("next").isNull() ? null : answer.get("next").asString();
		}
		return all;
	}

	/** All rows, from a stream. */
	List<JsonNode> streamed(Visitor program, String query) {
		Page page = stream(program, query);
		assertThat(page.status()).as(page.body()).isEqualTo(200);
		assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
		return page.body().isEmpty() ? List.of()
				: page.body().lines().map((line) -> json(new Page(200, page.headers(), line))).toList();
	}

	Page stream(Visitor program, String query) {
		return program.send(program.request(path("/rows?" + query)).header("Accept", "application/x-ndjson").GET());
	}

	String path(String rest) {
		return "/api/v1/runs/" + this.run.id() + rest;
	}

}
