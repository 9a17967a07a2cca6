package dev.tickmark.sandbox;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Which ids are the same in every folder, so that a file may name them. */
class FirstIdTests extends StatementScene {

	private static final int ASKED = 40;

	@Test
	void theFirstIdOfAQuestionIsTheSameEverywhereAndNoOtherIs(@TempDir Path elsewhere) throws Exception {
		String first = Counterparty.BANFICO.ask(this.sandbox, "4567");
		String second = Counterparty.BANFICO.ask(this.sandbox, "4567");
		try (Sandbox other = start(elsewhere, Map.of())) {
			assertThat(Counterparty.BANFICO.ask(other, "4567")).isEqualTo(first);
			assertThat(Counterparty.BANFICO.ask(other, "4567")).isNotIn(first, second);
			assertThat(Counterparty.BANFICO.ask(other, "4568")).isNotIn(first, second);
		}
		restart(Map.of());
		assertThat(Counterparty.BANFICO.ask(this.sandbox, "4567")).isNotIn(first, second);
		assertThat(UUID.fromString(first).version()).isEqualTo(3);
		assertThat(UUID.fromString(second).version()).isEqualTo(4);
	}

	@ParameterizedTest
	@EnumSource(names = { "BANK131", "PAYSAFE" })
	void thatOfACheckOrACustomerIsTheSameToo(Counterparty provider, @TempDir Path elsewhere) throws Exception {
		String first = provider.ask(this.sandbox, "4567");
		try (Sandbox other = start(elsewhere, Map.of())) {
			assertThat(provider.ask(other, "4567")).isEqualTo(first);
			assertThat(provider.ask(other, "4568")).isNotEqualTo(first);
		}
	}

	@Test
	void whatIsAskedAtOnceCountsEveryTime() throws Exception {
		try (Sandbox other = start(this.folder, Map.of());
				ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			ProviderClient one = ProviderClient.banfico(this.sandbox);
			ProviderClient two = ProviderClient.banfico(other);
			String question = ProviderClient.scan("20000012344567", ",,,Ada Penrose");
			List<Callable<String>> calls = new ArrayList<>();
			for (int i = 0; i < ASKED; i++) {
				ProviderClient client = (i % 2 == 0) ? one : two;
				calls.add(() -> ProviderClient.json(client.verify(question)).at("/data/result/id").stringValue());
			}
			List<String> ids = new ArrayList<>();
			for (Future<String> answer : clients.invokeAll(calls)) {
				ids.add(answer.get());
			}
			String first = ids.stream().filter((id) -> UUID.fromString(id).version() == 3).findAny().orElseThrow();
			// Each sandbox may take its own for the first
			assertThat(ids.stream().filter(first::equals)).hasSizeBetween(1, 2);
			for (ProviderClient client : List.of(one, two)) {
				JsonNode record = client.record();
				assertThat(record.path("submissions").intValue()).isEqualTo(ASKED);
				assertThat(record.at("/repeated/0/count").intValue()).isEqualTo(ASKED);
			}
			assertThat(lines(Counterparty.BANFICO)).extracting((line) -> line.get("verification_id"))
				.containsExactlyInAnyOrderElementsOf(ids);
		}
	}

	@Test
	void twoSubmissionsWithOneIdCountTwice() throws Exception {
		Path log = this.folder.resolve("ids.log");
		Path csv = this.folder.resolve("ids.csv");
		try (Register one = new Register(log, new Statement(csv, true));
				Register other = new Register(log, new Statement(csv, true))) {
			// The other decides while the first has decided, but not written yet
			Entry outer = one.accept(7, "same", (id) -> {
				other.accept(7, "same", FirstIdTests::entry);
				return entry(id);
			});
			assertThat(outer.id()).isEqualTo("same");
			assertThat(one.tally().submissions()).isEqualTo(2);
			assertThat(other.tally().repeated()).extracting(Tally.Repeated::count).containsExactly(2);
			List<String> charged = new ArrayList<>();
			one.charges((charge) -> charged.add(charge.verificationId()));
			assertThat(charged).containsExactly("same", "same");
		}
	}

	private static Entry entry(String id) {
		return new Entry(Submission.of(id, 7, 0, "MATCHED", 0, 0, "{}"),
				new Bookkeeping(true, BigDecimal.ONE, "EUR", false).charge(0, id, "", Conclusion.MATCH,
						"20000012344567"));
	}

}
