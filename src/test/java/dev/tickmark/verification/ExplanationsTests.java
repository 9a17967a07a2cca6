package dev.tickmark.verification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.ledger.RowPlace;
import dev.tickmark.ledger.Run;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Reading;
import dev.tickmark.story.Stories;
import dev.tickmark.verification.Explained.Agreement.Kind;
import dev.tickmark.verification.definition.Definitions;

import static org.assertj.core.api.Assertions.assertThat;

/** What is explained of rows that were really asked. */
class ExplanationsTests extends VerificationJobCase {

	@Autowired
	private Explanations explanations;

	@Autowired
	private RoutingRule routing;

	@Test
	void everyVerdictOfARunFollowsFromItsCalls() throws Exception {
		VerifyResult.Finished finished = (VerifyResult.Finished) verify(file(names(30)));
		for (long line = 2; line <= 31; line++) {
			Explained.Asked asked = asked(finished.run(), line);
			assertThat(asked.calls()).hasSize(1);
			assertThat(asked.calls().getFirst().reading()).isInstanceOf(Reading.Done.class);
			assertThat(asked.agreement().kind()).isEqualTo(Kind.FOLLOWS);
			assertThat(asked.routing()).isEqualTo("Routed to scripted: the row names it in its column provider.");
		}
	}

	@Test
	void aVerdictThatSomebodyChangedInTheLedgerIsFoundOut() throws Exception {
		VerifyResult.Finished finished = (VerifyResult.Finished) verify(file(names(2)));
		this.jdbc.sql("update verification set verdict = 'NO_MATCH' where run_id = ?")
			.param(finished.run().id())
			.update();
		assertThat(asked(finished.run(), 2).agreement()).satisfies((agreement) -> {
			assertThat(agreement.kind()).isEqualTo(Kind.DIFFERS);
			assertThat(agreement.text()).contains("verdict NO_MATCH");
		});
		this.jdbc
			.sql("update call set status = 500 where verification_id in (select id from verification where run_id = ?)")
			.param(finished.run().id())
			.update();
		assertThat(asked(finished.run(), 3).agreement().kind()).isEqualTo(Kind.DIFFERS);
	}

	@Test
	void rowsThatAskTheSameAreToldTogether() throws Exception {
		VerifyResult.Finished finished = (VerifyResult.Finished) verify(file(List.of("a", "b", "a")));
		assertThat(asked(finished.run(), 4).question().firstRows()).extracting(RowPlace::line).containsExactly(2L, 4L);
		assertThat(asked(finished.run(), 4).question().rows()).isEqualTo(2);
	}

	@Test
	void aLineWithoutARowIsToldFromWhatThereIs() throws Exception {
		Path path = this.folder.resolve("lines.csv");
		int file = FILES.incrementAndGet();
		Files.writeString(path, "name,iban,provider,note\nA" + file + ",,scripted,\nB" + file
				+ ",,scripted,\"one\r\ntwo\nthree\"\n\nC,XX,,\n");
		Run run = ((VerifyResult.Finished) verify(PayeeFile.open(path))).run();
		assertThat(this.explanations.explain(run.id(), 7)).isInstanceOf(Explained.Rejected.class);
		assertThat(asked(run, 3).row().line()).isEqualTo(3);
		assertThat(why(run, 1))
			.isEqualTo("Line 1 is above the first row, where the header is. The rows of lines.csv begin"
					+ " on lines 2 to 7.");
		assertThat(why(run, 0)).startsWith("Lines are counted from 1.");
		assertThat(why(run, 4)).isEqualTo("Line 4 is in the middle of the row that begins on line 3; ask for that:"
				+ " tickmark explain " + run.id() + " 3");
		assertThat(why(run, 5)).contains("in the middle of the row that begins on line 3");
		assertThat(why(run, 6)).startsWith("No row begins on line 6: it is blank");
		assertThat(why(run, 8)).startsWith("Line 8 is behind the last row.").endsWith("lines 2 to 7.");
	}

	@Test
	void rowsOnOneLineAreNamedByTheirPlaceOnIt() throws Exception {
		String mark = " one line " + FILES.incrementAndGet();
		STUB.answers((name, _) -> new StubServer.Says(name.startsWith("close") ? ScriptedProvider.CLOSE
				: name.startsWith("no") ? ScriptedProvider.NO_MATCH : 200, Map.of()));
		Path path = Files.writeString(this.folder.resolve("payments.xml"),
				OneLine.payments("M" + FILES.incrementAndGet(), List.of("good" + mark, "close" + mark, "no" + mark)));
		Run run = ((VerifyResult.Finished) this.job.verify(new VerifyCommand(PayeeFile.open(path),
				Definitions.read("line", "routing: [{provider: scripted}]\nreports: {files: none}", Set.of()),
				this.folder.resolve("reports"), null, false, false), new RunWatcher() {
				}, new StopSignal()))
			.run();
		List<Verdict> verdicts = List.of(Verdict.MATCH, Verdict.CLOSE_MATCH, Verdict.NO_MATCH);
		for (int row = 1; row <= 3; row++) {
			Explained.Asked named = (Explained.Asked) this.explanations.explain(run.id(), 1, row);
			assertThat(named).isEqualTo(this.explanations.explainRow(run.id(), row));
			assertThat(named.row().place()).isEqualTo(new RowPlace(row, 1, row, 3));
			assertThat(Objects.requireNonNull(named.question().finding()).verdict()).isEqualTo(verdicts.get(row - 1));
			assertThat(Stories.of(named, "payments.xml").about()).contains(
					"Row " + row + " of the 3 that begin on this line: tickmark explain " + run.id() + " 1:" + row);
		}
		String explain = "tickmark explain " + run.id() + " 1:";
		String how = "3 rows begin on line 1: ask for one of them, from " + explain + "1 to " + explain + "3";
		assertThat(why(run, 1)).isEqualTo(how);
		assertThat(why(this.explanations.explain(run.id(), 1, 4))).isEqualTo(how);
		assertThat(why(this.explanations.explain(run.id(), 1, 0))).isEqualTo(how);
		assertThat(why(run, 2)).startsWith("Line 2 is behind the last row.");
		assertThat(why(this.explanations.explainRow(run.id(), 4)))
			.isEqualTo("Run " + run.id() + " has no row 4; its rows are 1 to 3.");
	}

	@Test
	void aRowThatIsAloneOnItsLineMayBeNamedEitherWay() throws Exception {
		Run run = ((VerifyResult.Finished) verify(file(names(2)))).run();
		assertThat(this.explanations.explain(run.id(), 3, 1)).isEqualTo(this.explanations.explain(run.id(), 3))
			.isEqualTo(this.explanations.explainRow(run.id(), 2));
		assertThat(why(this.explanations.explain(run.id(), 3, 2)))
			.isEqualTo("One row begins on line 3: ask for it by tickmark explain " + run.id() + " 3");
	}

	@Test
	void aRunThatIsNotThereOrHasNoRowsIsTold() {
		assertThat(((Explained.NoRow) this.explanations.explain(999_999, 2)).why())
			.startsWith("There is no run 999999");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "CUSTOMER_ID | paysafe | the row has a customer_id, and paysafe is the first",
			"IBAN | paysway | the row has an iban, and no provider before it covers the row: paysafe needs a customer_id;",
			"PASSPORT_NUMBER | bank131 | no provider before it covers the row: paysafe needs a customer_id.",
			"IBAN | bank131 | By the rules of this version it would go to paysway.",
			"NAME | bank131 | By the rules of this version it would go to nobody." })
	void theRuleThatChoseAProviderIsASentence(Column column, String provider, String sentence) {
		String value = (column == Column.IBAN) ? "DE89370400440532013000" : "1";
		assertThat(this.routing.of(new Payee(Map.of(column, value)), new ProviderName(provider), Definitions.own()))
			.startsWith("Routed to " + provider + ": ")
			.contains(sentence);
	}

	private Explained.Asked asked(Run run, long line) {
		return (Explained.Asked) this.explanations.explain(run.id(), line);
	}

	private String why(Run run, long line) {
		return why(this.explanations.explain(run.id(), line));
	}

	private static String why(Explained explained) {
		return ((Explained.NoRow) explained).why();
	}

}
