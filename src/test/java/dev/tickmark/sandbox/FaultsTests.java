package dev.tickmark.sandbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class FaultsTests {

	private static final Duration NOW = Duration.ofSeconds(5);

	private static Fault reset(String... keysAndValues) {
		Map<String, String> written = new HashMap<>(Map.of("faults[0].kind", "reset"));
		for (int i = 0; i < keysAndValues.length; i += 2) {
			written.put("faults[0]." + keysAndValues[i], keysAndValues[i + 1]);
		}
		return Behaviour.immediate().with(new Written(written).values()).faults().getFirst();
	}

	private static int[] turns(Fault fault, int most) {
		return IntStream.rangeClosed(1, most).filter(fault::happensAt).toArray();
	}

	@Test
	void aFaultHappensToEveryCallWhenNothingElseIsSaid() {
		assertThat(turns(reset(), 4)).containsExactly(1, 2, 3, 4);
		assertThat(reset().concerns(Calls.READS, Duration.ZERO)).isTrue();
		assertThat(reset().concerns(Calls.READS, Duration.ofDays(9))).isTrue();
	}

	@Test
	void itMayHappenToTheFirstCallsOnlyOrToEachSoManieth() {
		assertThat(turns(reset("first", "2"), 9)).containsExactly(1, 2);
		assertThat(turns(reset("every", "3"), 9)).containsExactly(3, 6, 9);
		assertThat(turns(reset("every", "3", "first", "6"), 9)).containsExactly(3, 6);
	}

	@Test
	void aShareOfTheCallsIsTheSameOnesForTheSameSeed() {
		assertThat(turns(reset("share", "0.25"), 1000).length).isBetween(200, 300);
		assertThat(turns(reset("share", "0.25"), 1000)).isEqualTo(turns(reset("share", "0.25"), 1000))
			.isNotEqualTo(turns(reset("share", "0.25", "seed", "1"), 1000));
		assertThat(turns(reset("share", "0"), 1000)).isEmpty();
	}

	@Test
	void itMayBeginLaterAndLastForAWhile() {
		assertThat(reset("after", "6s").concerns(Calls.READS, NOW)).isFalse();
		assertThat(reset("after", "5s").concerns(Calls.READS, NOW)).isTrue();
		assertThat(reset("lasts", "5s").concerns(Calls.READS, NOW)).isFalse();
		assertThat(reset("after", "1s", "lasts", "4500ms").concerns(Calls.READS, NOW)).isTrue();
	}

	@Test
	void tokensAreMeantOnlyWhenTheyAreNamed() {
		assertThat(reset().concerns(Calls.TOKENS, NOW)).isFalse();
		assertThat(reset("calls", "tokens").concerns(Calls.TOKENS, NOW)).isTrue();
		assertThat(reset("calls", "tokens").concerns(Calls.SUBMISSIONS, NOW)).isFalse();
		assertThat(reset("calls", "reads").concerns(Calls.SUBMISSIONS, NOW)).isFalse();
		assertThat(reset("calls", "submissions").concerns(Calls.ALL, NOW)).isFalse();
		assertThat(reset().concerns(Calls.ALL, NOW)).isTrue();
	}

	@Test
	void ofSeveralTheFirstHappensAndEachCountsItsOwnCalls() {
		Fault second = new Fault(FaultKind.SILENCE, Calls.ALL, 1, 0, 3, 1, Duration.ZERO, null, false, null, null,
				null);
		Faults faults = new Faults(List.of(reset("every", "2"), second));
		assertThat(IntStream.range(0, 5).mapToObj((_) -> faults.next(Calls.READS)))
			.extracting((hit) -> (hit != null) ? hit.fault().kind() : null)
			.containsExactly(FaultKind.SILENCE, FaultKind.RESET, FaultKind.SILENCE, FaultKind.RESET, null);
		ObjectNode record = Json.object();
		faults.report(record);
		assertThat(record.toString()).isEqualTo("{\"faults\":{\"silence\":2,\"reset\":2}}");
		faults.reset();
		assertThat(faults.next(Calls.READS)).extracting((hit) -> hit.fault().kind()).isEqualTo(FaultKind.SILENCE);
	}

}
