package dev.tickmark.verification;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.BatchStatus;

import dev.tickmark.intake.PayeeFile;

import static org.assertj.core.api.Assertions.assertThat;

/** What a run does with what a killed process left behind. */
class RecoveryTests extends VerificationJobCase {

	@Test
	void anAnswerThatWasJournalledBeforeACrashIsAdoptedWithoutACall() throws Exception {
		PayeeFile file = file(names(10));
		VerifyResult.Finished finished = (VerifyResult.Finished) verify(file);
		List<String> before = results(finished);
		// as if the process had died after the answers came and before the chunk was
		// committed
		long run = finished.run().id();
		this.jdbc.sql("update run set state = 'STARTED' where id = ?").param(run).update();
		this.jdbc
			.sql("update verification set state = 'ASKING', asking_call = 1, verdict = null, checked_at = null,"
					+ " attempts = 0 where run_id = ?")
			.param(run)
			.update();
		VerifyResult.Finished again = (VerifyResult.Finished) verify(file);
		assertThat(results(again)).hasSize(10).allMatch((line) -> line.contains(",MATCH,"));
		assertThat(results(again)).as("attempts and time of the answer").isEqualTo(before);
		assertThat(asked(file)).isEqualTo(10);
	}

	@Test
	void aCallInDoubtIsAskedAgainAsItsProviderAllowsAndCounted() throws Exception {
		PayeeFile file = file(names(10));
		VerifyResult.Finished finished = (VerifyResult.Finished) verify(file);
		// as if the process had died with one call sent and no answer received
		long run = finished.run().id();
		long lost = count("select min(id) from verification where run_id = ?", run);
		this.jdbc.sql("update run set state = 'STARTED' where id = ?").param(run).update();
		this.jdbc.sql("delete from call where verification_id = ?").param(lost).update();
		this.jdbc
			.sql("update verification set state = 'ASKING', asking_call = 1, verdict = null, checked_at = null,"
					+ " attempts = 0 where id = ?")
			.param(lost)
			.update();
		VerifyResult.Finished again = (VerifyResult.Finished) verify(file);
		assertThat(results(again)).hasSize(10).allMatch((line) -> line.contains(",MATCH,"));
		assertThat(asked(file)).isEqualTo(11);
		assertThat(again.figures().lanes().getFirst().repeats()).isOne();
		assertThat(results(again).getFirst()).contains("Asked again");
	}

	@Test
	void anExecutionThatAKilledProcessLeftStartedIsRecoveredWithoutAHuman() throws Exception {
		PayeeFile file = file(names(10));
		long run = ((VerifyResult.Finished) verify(file)).run().id();
		asIfKilled(run, "STARTED");
		VerifyResult.Finished again = (VerifyResult.Finished) verify(file);
		assertThat(again.run().pass()).as("the same pass goes on").isOne();
		assertThat(lastExecution(run).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(results(again)).hasSize(10).allMatch((line) -> line.contains(",MATCH,"));
		assertThat(asked(file)).isEqualTo(10);
	}

	@Test
	void aPartitionThatWasCutOffBeforeItsContextWasStoredGoesOn() throws Exception {
		PayeeFile file = file(names(10));
		long run = ((VerifyResult.Finished) verify(file)).run().id();
		asIfKilled(run, "STARTED");
		// one row was not asked yet
		long open = count("select max(id) from verification where run_id = ?", run);
		this.jdbc.sql("delete from call where verification_id = ?").param(open).update();
		this.jdbc.sql(
				"update verification set state = 'READY', verdict = null, checked_at = null, attempts = 0 where id = ?")
			.param(open)
			.update();
		long execution = lastExecution(run).getId();
		this.jdbc
			.sql("update batch_step_execution set status = 'STARTED', end_time = null"
					+ " where job_execution_id = ? and step_name like 'verify%'")
			.param(execution)
			.update();
		this.jdbc
			.sql("delete from batch_step_execution_context where step_execution_id in"
					+ " (select step_execution_id from batch_step_execution where job_execution_id = ?)")
			.param(execution)
			.update();
		VerifyResult.Finished again = (VerifyResult.Finished) verify(file);
		assertThat(again.run().pass()).as("the same pass goes on").isOne();
		assertThat(results(again)).hasSize(10).allMatch((line) -> line.contains(",MATCH,"));
		assertThat(asked(file)).isEqualTo(11);
	}

	@ParameterizedTest
	@ValueSource(strings = { "COMPLETED", "UNKNOWN", "ABANDONED" })
	void whatSpringBatchWillNotRestartGoesOnInANewPass(String status) throws Exception {
		PayeeFile file = file(names(10));
		long run = ((VerifyResult.Finished) verify(file)).run().id();
		asIfKilled(run, status);
		VerifyResult.Finished again = (VerifyResult.Finished) verify(file);
		assertThat(again.run().pass()).isEqualTo(2);
		assertThat(results(again)).hasSize(10).allMatch((line) -> line.contains(",MATCH,"));
		assertThat(asked(file)).isEqualTo(10);
	}

	@Test
	void aJobThatWasCutOffWhileItWasBeingCreatedGoesOnInANewPass() throws Exception {
		PayeeFile file = file(names(10));
		VerifyResult.Finished first = (VerifyResult.Finished) verify(file);
		this.jdbc.sql("update run set state = 'STARTED', pass = 7 where id = ?").param(first.run().id()).update();
		this.repository.createJobInstance(VerificationConfiguration.JOB,
				Sessions.parameters(this.runs.find(first.run().id()).orElseThrow()));
		VerifyResult.Finished again = (VerifyResult.Finished) verify(file);
		assertThat(again.run().pass()).isEqualTo(8);
		assertThat(asked(file)).isEqualTo(10);
	}

	@Test
	void whatTheSandboxAnsweredInARehearsalIsNeverTakenForTheProvidersWord() throws Exception {
		PayeeFile file = file(names(3));
		long run = ((VerifyResult.Finished) verify(file)).run().id();
		// as if a sandbox in a process of its own had answered it, and the real address
		// was set since
		this.jdbc
			.sql("update call set sandbox = true from verification v where v.id = verification_id and v.run_id = ?")
			.param(run)
			.update();
		assertThat(verify(file)).as("still the sandbox's address").isInstanceOf(VerifyResult.AlreadyComplete.class);
		this.jdbc.sql("update verification set provider = 'banfico' where run_id = ?").param(run).update();
		assertThat(verify(file)).isInstanceOfSatisfying(VerifyResult.Refused.class,
				(refused) -> assertThat(refused.why()).contains("rehearsal").contains("--again"));
		VerifyResult.Finished again = (VerifyResult.Finished) this.job.verify(command(file, true), watcher(),
				new StopSignal());
		assertThat(again.run().id()).isNotEqualTo(run);
		assertThat(asked(file)).isEqualTo(6);
	}

	private void asIfKilled(long run, String status) {
		long execution = lastExecution(run).getId();
		this.jdbc.sql("update run set state = 'STARTED' where id = ?").param(run).update();
		this.jdbc.sql("update batch_job_execution set status = ?, end_time = null where job_execution_id = ?")
			.params(status, execution)
			.update();
		if ("STARTED".equals(status)) {
			this.jdbc
				.sql("update batch_step_execution set status = 'STARTED', end_time = null"
						+ " where job_execution_id = ? and step_name in ('recheck', 'recheckLane:scripted-0')")
				.param(execution)
				.update();
		}
	}

}
