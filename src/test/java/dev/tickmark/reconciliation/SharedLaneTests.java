package dev.tickmark.reconciliation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.ledger.Run;
import dev.tickmark.provider.LaneView;
import dev.tickmark.reconciliation.WordServer.Says;
import dev.tickmark.verification.StopSignal;
import dev.tickmark.verification.VerifyResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A run is read back while another one asks the same provider. */
@Timeout(300)
class SharedLaneTests extends ReconciliationJobCase {

	@Test
	void readingBackHasEverySecondTurnOfALaneThatARunUses() throws Exception {
		Run run = verified(names(40));
		List<String> arrived = new CopyOnWriteArrayList<>();
		WORDS.answers((what, _) -> {
			arrived.add(what);
			return Says.word("MATCH");
		});
		PayeeFile night = file(names(2500));
		List<LaneView> lanes = new CopyOnWriteArrayList<>();
		try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<VerifyResult> other = thread.submit(() -> verify(night, false, "60s", new StopSignal()));
			await().until(() -> arrived.size() > 50);
			ReconcileResult result = this.job.reconcile(readBack(run), new ReconciliationWatcher() {
				@Override
				public void opened(List<? extends LaneView> opened) {
					lanes.addAll(opened);
					assertThat(opened.getFirst().remark()).matches("shared with run \\d+");
				}
			}, new StopSignal());
			assertThat(result).isInstanceOf(ReconcileResult.Finished.class);
			assertThat(other.isDone()).as("the run goes on").isFalse();
			assertThat(other.get()).isInstanceOf(VerifyResult.Finished.class);
		}
		assertThat(lanes).hasSize(1);
		assertThat(arrived.stream().filter((what) -> what.startsWith("back/"))).hasSize(40);
		assertThat(arrived.stream().filter((what) -> what.startsWith("ask/"))).hasSize(2500).doesNotHaveDuplicates();
	}

}
