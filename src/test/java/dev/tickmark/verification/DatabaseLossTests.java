package dev.tickmark.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

import dev.tickmark.intake.PayeeFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A database that stores no more for a while, in the middle of a run. */
class DatabaseLossTests extends VerificationJobCase {

	@Value("${tickmark.home}")
	private Path home;

	@AfterEach
	void mend() {
		this.jdbc.sql("drop function if exists full_disk() cascade").update();
	}

	@Test
	void anAnswerItDoesNotTakeIsSetAsideAndTheRunStopsAndNothingIsAskedTwice() throws Exception {
		PayeeFile file = file(names(300));
		fullWhen("insert on call", "true");
		try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<VerifyResult> first = thread.submit(() -> verify(file));
			await().until(() -> setAside() > 0);
			mend();
			VerifyResult.Stopped stopped = (VerifyResult.Stopped) first.get();
			assertThat(stopped.why()).isEqualTo("the database does not take the answers");
		}
		assertThat(setAside()).isZero();
		assertThat(asked(file)).isLessThan(300);
		VerifyResult.Finished finished = (VerifyResult.Finished) verify(file);
		assertThat(results(finished)).hasSize(300).allMatch((line) -> line.contains(",MATCH,"));
		assertThat(asked(file)).isEqualTo(300);
	}

	@Test
	void whereNotEvenTheMarkCanBeStoredNobodyIsAskedAndTheReasonIsSaid() throws Exception {
		PayeeFile file = file(names(30));
		fullWhen("update on verification", "new.state = 'ASKING'");
		VerifyResult.Failed failed = (VerifyResult.Failed) verify(file);
		assertThat(failed.why()).contains("The database cannot store any more", "Make room for it.");
		assertThat(asked(file)).isZero();
		mend();
		assertThat(((VerifyResult.Finished) verify(file)).figures().open()).isZero();
		assertThat(asked(file)).isEqualTo(30);
	}

	@Test
	void whatCannotBeConcludedIsConcludedFromTheJournalLater() throws Exception {
		PayeeFile file = file(names(30));
		fullWhen("update on verification", "new.state = 'CONCLUDED'");
		assertThat(verify(file)).isInstanceOf(VerifyResult.Failed.class);
		int before = asked(file);
		assertThat(before).isPositive();
		mend();
		VerifyResult.Finished finished = (VerifyResult.Finished) verify(file);
		assertThat(results(finished)).hasSize(30).allMatch((line) -> line.contains(",MATCH,"));
		assertThat(asked(file)).isEqualTo(30);
	}

	private void fullWhen(String event, String condition) {
		this.jdbc
			.sql("""
					create function full_disk() returns trigger language plpgsql as $$
					begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$""")
			.update();
		this.jdbc
			.sql("create trigger full_disk before " + event + " for each row when (" + condition
					+ ") execute function full_disk()")
			.update();
	}

	private long setAside() throws IOException {
		Path folder = this.home.resolve("unrecorded");
		if (!Files.exists(folder)) {
			return 0;
		}
		try (Stream<Path> files = Files.find(folder, 2, (path, _) -> path.toString().endsWith(".json"))) {
			return files.count();
		}
	}

}
