package dev.tickmark.night;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import dev.tickmark.GivenProvider;
import dev.tickmark.Serving;
import dev.tickmark.TestDatabase;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.night.NightLocks;
import dev.tickmark.ledger.night.Nights;
import dev.tickmark.provider.Provider;
import dev.tickmark.verification.ScriptedProvider;
import dev.tickmark.verification.StubServer;
import dev.tickmark.verification.VerifyResult;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.Nightly;
import dev.tickmark.verification.definition.Schedule;

import static org.assertj.core.api.Assertions.assertThat;

/** Nights over real HTTP and a real database, with a provider that does as it is told. */
@SpringBootTest(classes = { Serving.class, NightTests.Sixth.class }, properties = "tickmark.home=target/night-tests")
@ContextConfiguration(initializers = TestDatabase.class)
class NightTests {

	private static final StubServer STUB = new StubServer();

	private static final AtomicInteger JOBS = new AtomicInteger();

	private static final Instant DUE = Instant.parse("2026-11-23T01:30:00Z");

	private static final Clock CLOCK = Clock.fixed(DUE.plusSeconds(1), ZoneOffset.UTC);

	private final GivenInbox given;

	private final List<String> told = new CopyOnWriteArrayList<>();

	private final String name = "night" + JOBS.incrementAndGet();

	private Ending ending = new Ending();

	@Autowired
	private Night night;

	@Autowired
	private Nights nights;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private NightLocks locks;

	NightTests(@TempDir Path root) {
		this.given = new GivenInbox(root);
	}

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		GivenProvider.at(registry, "scripted", STUB::url);
	}

	@BeforeEach
	void known() {
		STUB.answers((_, _) -> StubServer.Says.ok());
		this.nights.standing(this.name, false, DUE.minusSeconds(9));
	}

	@Test
	void whatIsCompleteIsVerifiedAndPutAwayAndTheRestIsLeft() {
		file("in/payees-a.csv", 3);
		file("in/payees-b.csv", 3);
		this.given.file("in/payees-c.csv", "neither,of,our\ncolumns,is,here\n");
		assertThat(work(DUE, (_) -> {
			file("in/payees-b.csv", 4);
			return true;
		})).isEqualTo(Night.Turn.DONE);
		assertThat(this.given.in("in")).containsExactly("payees-b.csv");
		assertThat(this.given.in("taken")).isEmpty();
		assertThat(this.given.in("finished")).containsExactly("payees-a.csv");
		assertThat(this.given.in("failed")).containsExactly("payees-c.csv");
		assertThat(this.given.in("reports")).singleElement().asString().startsWith("payees-a.csv-");
		assertThat(asked("payees-a.csv", 3)).containsExactly(1, 1, 1);
		assertThat(asked("payees-b.csv", 4)).containsExactly(0, 0, 0, 0);
		assertThat(this.told).containsExactly("payees-b.csv is still being written: it is left for the next time.",
				"began payees-a.csv", "payees-a.csv Finished finished", "payees-c.csv Refused failed");
	}

	@Test
	void anotherAtTheSameTimeDoesNothing() {
		assertThat(work(DUE)).isEqualTo(Night.Turn.DONE);
		file("in/payees-a.csv", 2);
		assertThat(work(DUE)).isEqualTo(Night.Turn.DONE);
		assertThat(this.given.in("in")).containsExactly("payees-a.csv");
		try (NightLocks.Held _ = this.locks.take(this.name).orElseThrow()) {
			assertThat(work(DUE.plusSeconds(60))).isEqualTo(Night.Turn.ELSEWHERE);
		}
		assertThat(this.told).isEmpty();
		work(DUE.plusSeconds(60));
		assertThat(this.given.in("finished")).containsExactly("payees-a.csv");
	}

	@Test
	void aNightThatIsCutIsContinuedWithWhatWasTakenFirst() {
		file("in/payees-a.csv", 2);
		file("in/payees-b.csv", 300);
		STUB.answers((name, _) -> {
			if (name.endsWith("payees-b.csv-100")) {
				this.ending.request();
			}
			return StubServer.Says.ok();
		});
		assertThat(work(DUE)).isEqualTo(Night.Turn.CUT);
		assertThat(this.ending.hasCut()).isTrue();
		assertThat(this.given.in("taken")).containsExactly("payees-b.csv");
		assertThat(this.nights.standing(this.name, false, DUE).begun()).isEqualTo(DUE);

		this.ending = new Ending();
		this.told.clear();
		file("in/payees-0.csv", 1);
		assertThat(work(DUE)).isEqualTo(Night.Turn.DONE);
		assertThat(this.given.in("finished")).containsExactly("payees-0.csv", "payees-a.csv", "payees-b.csv");
		assertThat(this.told).containsExactly("continues payees-b.csv", "payees-b.csv Finished finished",
				"began payees-0.csv", "payees-0.csv Finished finished");
		assertThat(asked("payees-b.csv", 300)).containsOnly(1);
		assertThat(this.nights.standing(this.name, false, DUE).begun()).isNull();
	}

	@Test
	void whatWasLeftIsContinuedAlsoWhenNothingIsDue() {
		file("taken/payees-a.csv", 2);
		file("in/payees-b.csv", 2);
		assertThat(work(null)).isEqualTo(Night.Turn.DONE);
		assertThat(this.given.in("finished")).containsExactly("payees-a.csv");
		assertThat(this.given.in("in")).containsExactly("payees-b.csv");
	}

	@Test
	void aFolderThatIsMissingIsToldAndTriedAgainTheNextTime() throws Exception {
		Files.delete(this.given.root().resolve("in"));
		assertThat(work(DUE)).isEqualTo(Night.Turn.DONE);
		assertThat(this.told).singleElement().asString().contains("does not exist, or is no folder. Make it;");
		file("in/payees-a.csv", 2);
		assertThat(work(DUE.plusSeconds(60))).isEqualTo(Night.Turn.DONE);
		assertThat(this.given.in("finished")).containsExactly("payees-a.csv");
	}

	@Test
	void whatEarlierNightsLeftOpenIsAskedFirstAndOnce() {
		file("in/payees-a.csv", 3);
		STUB.answers((_, _) -> new StubServer.Says(403, Map.of()));
		work(DUE);
		assertThat(this.given.in("finished")).containsExactly("payees-a.csv");
		STUB.answers((_, _) -> StubServer.Says.ok());
		file("in/payees-b.csv", 2);
		this.told.clear();
		work(DUE.plusSeconds(60));
		assertThat(this.told).containsExactly("continues payees-a.csv", "went on Finished", "began payees-b.csv",
				"payees-b.csv Finished finished");
		int asked = asked("payees-a.csv", 3).stream().mapToInt(Integer::intValue).sum();
		this.told.clear();
		work(DUE.plusSeconds(120));
		assertThat(this.told).as("it is complete now").isEmpty();
		assertThat(asked("payees-a.csv", 3).stream().mapToInt(Integer::intValue).sum()).isEqualTo(asked);
	}

	@Test
	void whatIsContinuedByItsFileIsNotContinuedByItsNumberAsWell() {
		file("in/payees-a.csv", 3);
		STUB.answers((_, _) -> new StubServer.Says(403, Map.of()));
		work(DUE);
		this.given.move("finished/payees-a.csv", "taken/payees-a.csv");
		this.told.clear();
		work(DUE.plusSeconds(60));
		assertThat(this.told).containsExactly("continues payees-a.csv", "payees-a.csv Finished finished");
	}

	@Test
	void aFileForWhichASettingIsMissingStaysAndGoesOnWhenItIsThere() {
		this.given.file("in/payees-a.csv", "name,iban\nHelga,DE89370400440532013000\n");
		work(DUE);
		assertThat(this.given.in("taken")).containsExactly("payees-a.csv");
		assertThat(this.given.in("failed")).isEmpty();
		assertThat(this.told).containsExactly("began payees-a.csv", "payees-a.csv Refused");
	}

	@Test
	void aRunKnowsWhereItsFileIsNow() {
		file("in/payees-a.csv", 1);
		work(DUE);
		assertThat(this.jdbc.sql("select file_path from run where job = ?").param(this.name).query(String.class).list())
			.containsExactly(this.given.root().resolve("finished/payees-a.csv").toString());
	}

	private Night.Turn work(@Nullable Instant due) {
		return work(due, (_) -> true);
	}

	private Night.Turn work(@Nullable Instant due, Predicate<Duration> wait) {
		Schedule schedule = new Schedule(CronExpression.parse("0 30 1 * * *"), ZoneOffset.UTC, true);
		NightJob job;
		try {
			job = new NightJob(Definitions.read(this.name, "reports: {files: none}", Set.of()),
					new Nightly(schedule, this.given.inbox(null), Duration.ofDays(7), null));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		Duty duty = new Duty(this.given.root().resolve("reports"), false, new Listening(), this.ending);
		return this.night.work(job, due, duty, CLOCK, wait);
	}

	private void file(String path, int rows) {
		StringBuilder text = new StringBuilder("name,iban,provider\n");
		for (int row = 0; row < rows; row++) {
			text.append(payee(Path.of(path).getFileName().toString(), row)).append(",,scripted\n");
		}
		this.given.file(path, text.toString());
	}

	private List<Integer> asked(String file, int rows) {
		return IntStream.range(0, rows).mapToObj((row) -> STUB.asked(payee(file, row))).toList();
	}

	private String payee(String file, int row) {
		return this.name + file + "-" + row;
	}

	/** Keeps what is told. */
	private final class Listening implements NightWatcher {

		@Override
		public void began(String job, Path file, Run run, boolean continued) {
			NightTests.this.told.add((continued ? "continues " : "began ") + file.getFileName());
		}

		@Override
		public void ended(String job, Path file, VerifyResult result, @Nullable Path now) {
			NightTests.this.told.add(file.getFileName() + " " + result.getClass().getSimpleName()
					+ ((now != null) ? " " + now.getName(now.getNameCount() - 2) : ""));
		}

		@Override
		public void wentOn(String job, long run, VerifyResult result) {
			NightTests.this.told.add("went on " + result.getClass().getSimpleName());
		}

		@Override
		public void says(String job, String sentence) {
			NightTests.this.told.add(sentence);
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Sixth {

		@Bean
		Provider scripted() {
			return new ScriptedProvider();
		}

	}

}
