package dev.tickmark.verification;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.verification.StubServer.Says;

import static org.assertj.core.api.Assertions.assertThat;

/** What a run does when a provider refuses or fails. */
class LaneTroubleTests extends VerificationJobCase {

	@Test
	void aFaultOfConfigurationStopsItsLaneAtOnceAndMendedTheRunGoesOn() throws Exception {
		STUB.answers((_, _) -> new Says(403, Map.of()));
		PayeeFile file = file(names(200));
		VerifyResult.Finished held = (VerifyResult.Finished) verify(file);
		assertThat(held.figures().open()).isEqualTo(200);
		assertThat(asked(file)).as("calls until the lane stopped").isLessThanOrEqualTo(IN_FLIGHT + 1);
		assertThat(results(held)).allMatch((line) -> line.contains(",PROVIDER_ERROR,") && line.contains("403"));
		assertThat(held.stoppedLanes()).singleElement().asString().contains("403");
		STUB.answers((_, _) -> Says.ok());
		VerifyResult.Finished finished = (VerifyResult.Finished) verify(file);
		assertThat(finished.figures().open()).isZero();
		assertThat(finished.run().id()).isEqualTo(held.run().id());
	}

	@Test
	void aRefusalForTooManyCallsPausesTheLaneAndUsesUpNoAttempt() throws Exception {
		PayeeFile file = file(names(400));
		// full for a moment from the first call on: who is slow to send finds it free
		// again
		AtomicLong first = new AtomicLong();
		STUB.answers((_, _) -> {
			long now = System.currentTimeMillis();
			first.compareAndSet(0, now);
			return (now < first.get() + 100) ? new Says(429, Map.of("Retry-After", "1")) : Says.ok();
		});
		VerifyResult.Finished finished = (VerifyResult.Finished) verify(file);
		assertThat(finished.figures().open()).isZero();
		assertThat(count("select count(*) from call c join verification v on v.id = c.verification_id"
				+ " where v.run_id = ? and c.status = 429", finished))
			.as("those in flight were refused, the others waited")
			.isBetween(1L, 200L);
		assertThat(count("select coalesce(max(failures), 0) from verification where run_id = ?", finished)).isZero();
	}

	@Test
	void aProviderThatKeepsUsWaitingForLongEndsTheRunWithTheRowsOpen() throws Exception {
		PayeeFile file = file(names(400));
		STUB.answers((_, _) -> new Says(429, Map.of("Retry-After", "3600")));
		VerifyResult.Finished finished = (VerifyResult.Finished) verify(file);
		assertThat(finished.figures().open()).isEqualTo(400);
		assertThat(asked(file)).isLessThan(200);
		assertThat(results(finished))
			.allMatch((line) -> line.contains(",PENDING,") || line.contains(",PROVIDER_ERROR,"));
		assertThat(finished.stoppedLanes()).singleElement()
			.asString()
			.startsWith("Lane scripted: the provider asks to wait until ");
	}

	@Test
	void anOutageCostsAHandfulOfCallsAndTheRunGoesOnWhenItIsOver() throws Exception {
		PayeeFile file = file(names(600));
		AtomicInteger failed = new AtomicInteger();
		Instant over = Instant.now().plusMillis(900);
		STUB.answers((_, _) -> {
			if (Instant.now().isAfter(over)) {
				return Says.ok();
			}
			failed.incrementAndGet();
			return new Says(502, Map.of());
		});
		VerifyResult.Finished finished = (VerifyResult.Finished) verify(file);
		assertThat(finished.figures().open()).isZero();
		assertThat(failed.get()).as("what is in flight when it is noticed, not one for each row")
			.isBetween(10, IN_FLIGHT + 20);
		assertThat(asked(file)).isEqualTo(600 + failed.get());
	}

	@Test
	void anOutageThatLastsEndsTheRunWithTheRowsUnaskedAndSaysSo() throws Exception {
		PayeeFile file = file(names(600));
		STUB.answers((_, _) -> new Says(502, Map.of()));
		VerifyResult.Finished first = (VerifyResult.Finished) verify(file);
		assertThat(first.figures().open()).isEqualTo(600);
		assertThat(asked(file)).isLessThan(IN_FLIGHT + 30);
		assertThat(first.stoppedLanes()).singleElement()
			.asString()
			.startsWith("Lane scripted: the provider was found out of service at ");
		assertThat(first.run().message()).isEqualTo(first.stoppedLanes().getFirst());
		STUB.answers((_, _) -> Says.ok());
		assertThat(((VerifyResult.Finished) verify(file)).figures().open()).isZero();
	}

	@Test
	void aFailureThatDoesNotPassIsTriedThreeTimesAndLeftOpen() throws Exception {
		STUB.answers((_, _) -> new Says(500, Map.of()));
		PayeeFile file = file(names(3));
		VerifyResult.Finished finished = (VerifyResult.Finished) verify(file);
		assertThat(finished.figures().open()).isEqualTo(3);
		assertThat(asked(file)).isEqualTo(9);
		assertThat(results(finished)).allMatch((line) -> line.contains(",PROVIDER_ERROR,"));
	}

}
