package dev.tickmark.verification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.ledger.Balance;
import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunState;
import dev.tickmark.verification.Explained.Agreement.Kind;
import dev.tickmark.verification.StubServer.Says;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.JobDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** What a provider is unable to check for good, another is asked about. */
class FallbackTests extends VerificationJobCase {

	private static final String RULES = "routing: [{when: {present: iban}, provider: scripted, fallback: spare}, {provider: spare}]";

	private static final String IBAN = "DE89370400440532013000";

	@Autowired
	private Explanations explanations;

	@Autowired
	private Balance balance;

	@Test
	void aRowFallsBackAndShowsBothAnswers() throws Exception {
		STUB.answers((path, _) -> path.startsWith("unable") ? new Says(204, Map.of()) : Says.ok());
		PayeeFile file = file("able", IBAN, "unable", IBAN);
		VerifyResult.Finished finished = verified(file);
		assertThat(finished.figures().open()).isZero();
		List<String> results = results(finished);
		assertThat(results.get(0)).contains("MATCH").contains(",scripted,").doesNotContain("First asked");
		assertThat(results.get(1)).contains("MATCH")
			.contains(",spare,")
			.contains("matched First asked was scripted, which is unable to check: The bank takes no part.");
		assertThat(STUB.asked(name("able"))).isOne();
		assertThat(STUB.asked("spare/" + name("able"))).isZero();
		assertThat(STUB.asked(name("unable"))).isOne();
		assertThat(STUB.asked("spare/" + name("unable"))).isOne();
		assertThat(this.balance.faults(finished.run().id())).isEmpty();
		assertThatBothAreExplained(finished.run());
	}

	private void assertThatBothAreExplained(Run run) {
		Explained.Asked asked = (Explained.Asked) this.explanations.explain(run.id(), 3);
		assertThat(asked.routing()).startsWith("Fallen back to spare: scripted is unable");
		assertThat(asked.agreement().kind()).isEqualTo(Kind.FOLLOWS);
		assertThat(asked.calls()).hasSize(1);
		assertThat(asked.first()).satisfies((first) -> {
			assertThat(first.routing()).isEqualTo("Routed to scripted: rule 1 of the job definition files says so.");
			assertThat(first.agreement().kind()).isEqualTo(Kind.FOLLOWS);
			assertThat(first.calls()).hasSize(1);
		});
		assertThat(((Explained.Asked) this.explanations.explain(run.id(), 2)).first()).isNull();
	}

	/** The row without an IBAN goes to the spare one anyway. */
	@Test
	void whatIsAskedAnywayIsNotAskedOnceMoreByThoseThatFallBack() throws Exception {
		STUB.answers((path, _) -> path.startsWith("unable") ? new Says(204, Map.of()) : Says.ok());
		VerifyResult.Finished finished = verified(file("unable", "", "unable", IBAN, "unable", IBAN));
		assertThat(STUB.asked(name("unable"))).isOne();
		assertThat(STUB.asked("spare/" + name("unable"))).isOne();
		assertThat(results(finished)).hasSize(3).allMatch((row) -> row.contains("MATCH") && row.contains(",spare,"));
		assertThat(this.balance.faults(finished.run().id())).isEmpty();
		assertThat(finished.figures().verdicts()).singleElement()
			.satisfies((count) -> assertThat(count.rows()).isEqualTo(3));
	}

	@Test
	void oneWhoIsUnableAsWellHasTheLastWord() throws Exception {
		STUB.answers((_, _) -> new Says(204, Map.of()));
		VerifyResult.Finished finished = verified(file("unable", IBAN));
		assertThat(finished.run().state()).isEqualTo(RunState.COMPLETE);
		assertThat(results(finished)).singleElement()
			.asString()
			.contains("UNABLE_TO_CHECK", ",spare,", "First asked was scripted");
		assertThat(STUB.asked(name("unable"))).isOne();
		assertThat(STUB.asked("spare/" + name("unable"))).isOne();
	}

	/** A provider that does not answer is not one that is unable. */
	@ParameterizedTest
	@ValueSource(ints = { 500, 400 })
	void nothingElseFallsBack(int status) throws Exception {
		STUB.answers((_, _) -> new Says(status, Map.of()));
		VerifyResult.Finished finished = verified(file("other", IBAN));
		assertThat(STUB.asked("spare/" + name("other"))).isZero();
		assertThat(results(finished)).singleElement().asString().doesNotContain("First asked");
	}

	@Test
	void whatTheFallbackDidNotAnswerIsOpenAndGoesOnThere() throws Exception {
		STUB.answers((path, _) -> new Says(path.startsWith("spare") ? 500 : 204, Map.of()));
		PayeeFile file = file("unable", IBAN);
		VerifyResult.Finished first = verified(file);
		assertThat(first.run().state()).isEqualTo(RunState.OPEN);
		assertThat(results(first)).singleElement().asString().contains("PROVIDER_ERROR", ",spare,");
		STUB.answers((_, _) -> Says.ok());
		VerifyResult.Finished second = verified(file);
		assertThat(second.run().state()).isEqualTo(RunState.COMPLETE);
		assertThat(results(second)).singleElement().asString().contains("MATCH", ",spare,", "First asked was scripted");
		assertThat(STUB.asked(name("unable"))).as("it was unable for good").isOne();
	}

	@Test
	void manyFallBackWhileOthersAreAsked() throws Exception {
		STUB.answers((path, _) -> path.startsWith("unable") ? new Says(204, Map.of()) : Says.ok());
		String[] rows = IntStream.range(0, 600)
			.boxed()
			.flatMap((i) -> List.of((i % 3 == 0) ? "able" + i : "unable" + i, IBAN).stream())
			.toArray(String[]::new);
		VerifyResult.Finished finished = verified(file(rows));
		assertThat(results(finished)).hasSize(600).allMatch((row) -> row.contains(",MATCH,"));
		assertThat(results(finished)).filteredOn((row) -> row.contains(",spare,")).hasSize(400);
		assertThat(this.balance.faults(finished.run().id())).isEmpty();
		for (int i = 0; i < 600; i++) {
			assertThat(STUB.asked("spare/" + name((i % 3 == 0) ? "able" + i : "unable" + i)))
				.isEqualTo((i % 3 == 0) ? 0 : 1);
		}
	}

	@Test
	void twoMayFallBackToEachOther() throws Exception {
		STUB.answers((path, _) -> path.contains("unable") && path.startsWith("spare") == path.contains("two")
				? new Says(204, Map.of()) : Says.ok());
		VerifyResult.Finished finished = verified(
				"routing: [{when: {present: iban}, provider: scripted, fallback: spare},"
						+ " {provider: spare, fallback: scripted}]",
				file("unable one", IBAN, "unable two", ""));
		assertThat(results(finished).get(0)).contains(",MATCH,", ",spare,", "First asked was scripted");
		assertThat(results(finished).get(1)).contains(",MATCH,", ",scripted,", "First asked was spare");
		assertThat(this.balance.faults(finished.run().id())).isEmpty();
	}

	@Test
	void aLaneThatOthersFallBackToWaitsForTheirLastAnswer() throws Exception {
		STUB.answers(
				(path, asked) -> path.startsWith("spare") ? Says.ok() : new Says((asked < 3) ? 500 : 204, Map.of()));
		VerifyResult.Finished finished = verified(file("slow", IBAN));
		assertThat(finished.run().state()).isEqualTo(RunState.COMPLETE);
		assertThat(STUB.asked(name("slow"))).isEqualTo(3);
		assertThat(results(finished)).singleElement().asString().contains(",MATCH,", ",spare,");
		assertThat(finished.run().pass()).isOne();
	}

	/** In another order two processes could wait for each other. */
	@Test
	void lanesAreTakenInOneOrderWhoeverIsTheFallback() throws Exception {
		PayeeFile file = file("one", "");
		CountDownLatch waits = new CountDownLatch(1);
		JobDefinition job = Definitions.read("files", "routing: [{provider: spare, fallback: scripted}]", Set.of());
		VerifyCommand command = new VerifyCommand(file, job, this.folder.resolve("reports"), null, false, false);
		Thread run;
		try (OwnerLocks.Holder other = this.locks.open()) {
			assertThat(other.take("lane/scripted@" + STUB.url())).isTrue();
			run = Thread.ofVirtual().start(() -> this.job.verify(command, new RunWatcher() {
				@Override
				public void waits(String lane, String holder) {
					waits.countDown();
				}
			}, new StopSignal()));
			waitFor(waits);
			assertThat(waits.getCount()).isZero();
			assertThat(other.take("lane/spare@" + STUB.url())).as("it waits with empty hands").isTrue();
		}
		run.join();
		assertThat(STUB.asked("spare/" + name("one"))).isOne();
	}

	private VerifyResult.Finished verified(PayeeFile file) throws Exception {
		return verified(RULES, file);
	}

	private VerifyResult.Finished verified(String definition, PayeeFile file) throws Exception {
		JobDefinition job = Definitions.read("files", definition, Set.of());
		VerifyCommand command = new VerifyCommand(file, job, this.folder.resolve("reports"), null, false, false);
		VerifyResult result = this.job.verify(command, watcher(), new StopSignal());
		assertThat(result).isInstanceOf(VerifyResult.Finished.class);
		return (VerifyResult.Finished) result;
	}

	/** A file of names and IBANs in turn. */
	private PayeeFile file(String... rows) throws Exception {
		Path path = this.folder.resolve("file" + FILES.incrementAndGet() + ".csv");
		StringBuilder text = new StringBuilder("name,iban\n");
		for (int i = 0; i < rows.length; i += 2) {
			text.append(name(rows[i])).append(',').append(rows[i + 1]).append('\n');
		}
		return PayeeFile.open(Files.writeString(path, text));
	}

	private static String name(String name) {
		return name + "-" + FILES.get();
	}

}
