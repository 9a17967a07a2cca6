package dev.tickmark.night;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
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
import dev.tickmark.verification.definition.Tell;

/** Nights over real HTTP and a real database, with a provider that does as it is told. */
@SpringBootTest(classes = { Serving.class, NightCase.Sixth.class },
		properties = "tickmark.home=target/${tickmark.test.fork:fork}/night-tests")
@ContextConfiguration(initializers = TestDatabase.class)
abstract class NightCase {

	static final StubServer STUB = new StubServer();

	private static final AtomicInteger JOBS = new AtomicInteger();

	static final Instant DUE = Instant.parse("2026-11-23T01:30:00Z");

	static final Clock CLOCK = Clock.fixed(DUE.plusSeconds(1), ZoneOffset.UTC);

	@TempDir
	Path root;

	GivenInbox given;

	final List<String> told = new CopyOnWriteArrayList<>();

	final String name = "night" + JOBS.incrementAndGet();

	Ending ending = new Ending();

	/** What the job's definition says beside its schedule and inbox. */
	String definition = "reports: {files: none}";

	@Nullable Tell tell;

	@Autowired
	Night night;

	@Autowired
	Nights nights;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	NightLocks locks;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		GivenProvider.at(registry, "scripted", STUB::url);
	}

	@BeforeEach
	void known() {
		this.given = new GivenInbox(this.root);
		STUB.answers((_, _) -> StubServer.Says.ok());
		this.nights.standing(this.name, false, DUE.minusSeconds(9));
	}

	/** What happens when a run begins. */
	Consumer<Path> whenBegun = (_) -> {
	};

	Night.Turn work(@Nullable Instant due) {
		return work(due, (_) -> true);
	}

	Night.Turn work(@Nullable Instant due, Instant now) {
		return work(due, Clock.fixed(now, ZoneOffset.UTC), (_) -> true);
	}

	Night.Turn work(@Nullable Instant due, Predicate<Duration> wait) {
		return work(due, CLOCK, wait);
	}

	private Night.Turn work(@Nullable Instant due, Clock clock, Predicate<Duration> wait) {
		NightJob job = job();
		Duty duty = new Duty(this.given.root().resolve("reports"), false, new Listening(), this.ending);
		return this.night.work(job, due, duty, clock, wait);
	}

	NightJob job() {
		Schedule schedule = new Schedule(CronExpression.parse("0 30 1 * * *"), ZoneOffset.UTC, true);
		try {
			return new NightJob(Definitions.read(this.name, this.definition, Set.of()),
					new Nightly(schedule, this.given.inbox(null), Duration.ofDays(7), this.tell));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	Path file(String path, int rows) {
		StringBuilder text = new StringBuilder("name,iban,provider\n");
		for (int row = 0; row < rows; row++) {
			text.append(payee(Path.of(path).getFileName().toString(), row)).append(",,scripted\n");
		}
		return this.given.file(path, text.toString());
	}

	List<Integer> asked(String file, int rows) {
		return IntStream.range(0, rows).mapToObj((row) -> STUB.asked(payee(file, row))).toList();
	}

	String payee(String file, int row) {
		return this.name + file + "-" + row;
	}

	/** Keeps what is told. */
	final class Listening implements NightWatcher {

		@Override
		public void began(String job, Path file, Run run, boolean continued) {
			NightCase.this.whenBegun.accept(file);
			NightCase.this.told.add((continued ? "continues " : "began ") + file.getFileName());
		}

		@Override
		public void ended(String job, Path file, VerifyResult result, @Nullable Path now) {
			NightCase.this.told.add(file.getFileName() + " " + result.getClass().getSimpleName()
					+ ((now != null) ? " " + now.getName(now.getNameCount() - 2) : ""));
		}

		@Override
		public void wentOn(String job, long run, VerifyResult result) {
			NightCase.this.told.add("went on " + result.getClass().getSimpleName());
		}

		@Override
		public void says(String job, String sentence) {
			NightCase.this.told.add(sentence);
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
