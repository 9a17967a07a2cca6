package dev.tickmark.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tickmark.Comparison;
import dev.tickmark.ledger.Run;
import dev.tickmark.reconciliation.WordServer.Says;

import static dev.tickmark.reconciliation.GivenComparison.group;
import static dev.tickmark.reconciliation.GivenComparison.payments;
import static org.assertj.core.api.Assertions.assertThat;

/** A bank's report is compared with the verdicts of a run. */
class BankReconciliationTests extends ReconciliationJobCase {

	@Test
	void eachPaymentIsComparedWithItsRow() throws Exception {
		WORDS.answers((what, _) -> Says.word(switch (what) {
			case "ask/no" -> "NO_MATCH";
			case "ask/wait" -> "PENDING";
			default -> "MATCH";
		}));
		Run run = impatient(List.of("yes", "no", "wait", "other", "unclear", "left"));
		String[] ids = references(run);
		ReconcileResult.Finished finished = finished(report(run, group(6) + payments(ids[0] + " RCVC", ids[1] + " RVNM",
				ids[2] + " RVNM", ids[3] + " RVMC", ids[4] + " ACCP", "STRANGE RCVC")));
		assertThat(counts(finished)).isEqualTo(Map.of("SAME", 2L, "OPEN_HERE", 1L, "DIFFERENT_VERDICT", 1L, "NOT_CLEAR",
				1L, "NOT_IN_RUN", 1L, "NOT_IN_REPORT", 1L));
		Comparison report = report(finished);
		assertThat(column(report.items(), "result")).containsExactly("SAME", "SAME", "OPEN_HERE", "DIFFERENT_VERDICT",
				"NOT_CLEAR", "NOT_IN_RUN", "NOT_IN_REPORT");
		assertThat(column(report.differences(), "difference")).startsWith("RCVC → RVMC");
		assertThat(column(report.differences(), "end_to_end_id")).containsExactly(ids[3], ids[4], "STRANGE", ids[5]);
		assertThat(column(report.items(), "line")).containsExactly("2", "3", "4", "5", "6", "", "7");
		assertThat(column(report.items(), "account").getLast()).startsWith("****").hasSize(8);
		assertThat(finished.differences()).isEqualTo(4);
	}

	@Test
	void allMatchedAndNoPaymentListedIsRead() throws Exception {
		WORDS.answers((what, _) -> Says.word(what.equals("ask/not") ? "NO_MATCH" : "MATCH"));
		Run run = verified(List.of("one", "not", "three"));
		ReconcileResult.Finished finished = finished(report(run, group(3, "RCVC 3")));
		assertThat(counts(finished)).isEqualTo(Map.of("SAME", 2L, "DIFFERENT_VERDICT", 1L));
		assertThat(column(report(finished).items(), "matched_by")).containsOnly("counted");
		assertThat(column(report(finished).differences(), "difference")).containsExactly("RVNM → RCVC");
	}

	@Test
	void onlyTheExceptionsAreListed() throws Exception {
		WORDS.answers((what, _) -> Says.word(what.equals("ask/not") ? "NO_MATCH" : "MATCH"));
		Run run = verified(List.of("one", "not", "three"));
		ReconcileResult.Finished finished = finished(
				report(run, group(3, "RCVC 2", "RVNM 1") + payments(references(run)[1] + " RVNM")));
		assertThat(counts(finished)).isEqualTo(Map.of("SAME", 3L));
		assertThat(finished.differences()).isZero();
	}

	@Test
	void aReportOnAnotherFileIsRefusedAndWritesNoReport() throws Exception {
		Run run = verified(List.of("one", "two"));
		ReconcileCommand listed = report(run, group(2) + payments("X-1 RCVC", "X-2 RCVC"));
		assertThat(refused(listed)).contains("none of the 2 payments that it lists is a row of run " + run.id());
		assertThat(refused(listed)).as("nor the next time").contains("none of the 2 payments");
		assertThat(refused(report(run, group(7, "RCVC 7")))).contains("it is about 7 payments and lists none of them",
				"has 2 rows");
		assertThat(reports()).doesNotExist();
	}

	@Test
	void stoppedAnywhereAndContinuedItComesToTheSameReport() throws Exception {
		Run run = verified(names(40));
		String[] ids = references(run);
		List<String> listed = new ArrayList<>();
		for (int i = 0; i < ids.length; i++) {
			listed.add(ids[i] + ((i % 4 == 0) ? " RVNM" : " RCVC"));
		}
		ReconcileCommand command = report(run, group(40) + payments(listed.toArray(String[]::new)));
		ReconcileResult.Finished whole = finished(command);
		assertThat(counts(whole)).isEqualTo(Map.of("SAME", 30L, "DIFFERENT_VERDICT", 10L));
		assertThat(stoppedAgainAndAgain(command)).isGreaterThan(10);
		long second = count("select max(id) from reconciliation");
		assertThat(new Comparison(reports().resolve("reconciliation-" + second)).timeless())
			.isEqualTo(report(whole).timeless());
	}

	private ReconcileCommand report(Run run, String content) throws Exception {
		return GivenComparison.bankReport(run, this.folder, content, reports());
	}

	private String[] references(Run run) {
		return this.jdbc.sql("select payee::text from payee_row where run_id = ? order by number")
			.param(run.id())
			.query(String.class)
			.list()
			.stream()
			.map((payee) -> String.valueOf(payee).replaceAll("(?s).*\"(R\\d+-\\d+)\".*", "$1"))
			.toArray(String[]::new);
	}

}
