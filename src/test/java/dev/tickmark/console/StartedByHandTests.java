package dev.tickmark.console;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.tickmark.ledger.LedgerTest;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunKey;
import dev.tickmark.ledger.RunState;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Through;

import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
class StartedByHandTests {

	private final Acts acts;

	StartedByHandTests(Acts acts) {
		this.acts = acts;
	}

	@Test
	void whoGivesTheCommandIsWrittenDown() {
		long number = Math.abs(UUID.randomUUID().getMostSignificantBits());
		Run run = new Run(number, UUID.randomUUID(), new RunKey("0".repeat(64), "default", false), "payees.csv",
				"/in/payees.csv", 1, List.of(), null, null, RunState.STARTED, null, Path.of("reports"), 1, 1, null,
				Instant.now(), Instant.now());
		StartedByHand byHand = new StartedByHand(this.acts);
		byHand.accept(run, false);
		byHand.accept(run, true);
		assertThat(this.acts.ofRun(number, Acts.LATEST, 10)).allSatisfy((act) -> {
			assertThat(act.actor().through()).isEqualTo(Through.CONSOLE);
			assertThat(act.actor().who()).isEqualTo(System.getProperty("user.name"));
			assertThat(act.deed().subject()).isEqualTo("payees.csv");
		}).extracting((act) -> act.deed().kind()).containsExactly(ActKind.CONTINUE, ActKind.START);
	}

}
