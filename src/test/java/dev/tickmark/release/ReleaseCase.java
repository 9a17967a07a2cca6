package dev.tickmark.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.boot.context.TypeExcludeFilter;

import dev.tickmark.GivenProvider;
import dev.tickmark.TestDatabase;
import dev.tickmark.Tickmark;
import dev.tickmark.intake.PayeeFile;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.people.Act;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.provider.Provider;
import dev.tickmark.verification.RunWatcher;
import dev.tickmark.verification.ScriptedProvider;
import dev.tickmark.verification.StopSignal;
import dev.tickmark.verification.StubServer;
import dev.tickmark.verification.StubServer.Says;
import dev.tickmark.verification.VerificationJob;
import dev.tickmark.verification.VerifyCommand;
import dev.tickmark.verification.VerifyResult;
import dev.tickmark.verification.definition.Definitions;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs over real HTTP and a real database, and persons who decide about them. */
@SpringBootTest(classes = { Tickmark.class, ReleaseCase.Room.class },
		properties = "tickmark.home=target/${tickmark.test.fork:fork}/release-tests",
		webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = TestDatabase.class)
abstract class ReleaseCase {

	static final StubServer STUB = new StubServer();

	static final String FOUR_EYES = "release: four-eyes\nreports: {files: [split, page]}";

	private static final AtomicInteger FILES = new AtomicInteger();

	@TempDir
	Path folder;

	@Autowired
	VerificationJob job;

	@Autowired
	Release release;

	@Autowired
	Matches matches;

	@Autowired
	Acts acts;

	@Autowired
	JdbcClient jdbc;

	/** The names of one test differ from those of all others. */
	String mark = "";

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		GivenProvider.at(registry, "scripted", STUB::url);
		registry.add("tickmark.recheck.first-delay", () -> "50ms");
		registry.add("tickmark.recheck.max-delay", () -> "1s");
		registry.add("tickmark.recheck.max-attempts", () -> 2);
	}

	@BeforeEach
	void anotherName() {
		this.mark = "-release" + FILES.incrementAndGet();
		answers(Map.of());
	}

	/** What is answered about names that begin so; a MATCH about all others. */
	void answers(Map<String, Integer> statuses) {
		STUB.answers((name, _) -> statuses.entrySet()
			.stream()
			.filter((entry) -> name.startsWith(entry.getKey() + "-"))
			.findFirst()
			.map((entry) -> new Says(entry.getValue(), Map.of()))
			.orElse(Says.ok()));
	}

	static Actor web(String login) {
		return Actor.web(login, "10.0.0.7");
	}

	VerifyResult.Finished verify(String definition, boolean sandbox, String... names) throws Exception {
		Path path = this.folder.resolve(String.join("", names) + ".csv");
		StringBuilder text = new StringBuilder("name,iban,provider,amount,currency\n");
		for (String name : names) {
			text.append(name).append(this.mark).append(",,scripted,10.50,EUR\n");
		}
		Files.writeString(path, text);
		return verify(definition, sandbox, path);
	}

	VerifyResult.Finished verify(String definition, boolean sandbox, Path path) throws Exception {
		VerifyResult result = this.job
			.verify(new VerifyCommand(PayeeFile.open(path), Definitions.read("released", definition, Set.of()),
					this.folder.resolve("reports"), null, sandbox, false), new RunWatcher() {
					}, new StopSignal());
		assertThat(result).isInstanceOf(VerifyResult.Finished.class);
		return (VerifyResult.Finished) result;
	}

	/** A run that waits for a release; nobody has started it. */
	Run held(String... names) throws Exception {
		return verify(FOUR_EYES, false, names).run();
	}

	void did(Run run, ActKind kind, Actor who) {
		this.acts.add(who, new Deed(kind, run.id(), run.fileName(), null), Instant.now());
	}

	List<Act> acts(Run run) {
		return this.acts.ofRun(run.id(), Acts.LATEST, 100);
	}

	static List<String> payable(Run run) throws Exception {
		List<String> lines = Files.readAllLines(run.reports().resolve("payable.csv"));
		return lines.stream().skip(1).map((line) -> line.split("-")[0]).toList();
	}

	static boolean hasPayable(Run run) {
		return Files.exists(run.reports().resolve("payable.csv"));
	}

	static String read(Run run, String file) throws Exception {
		return Files.readString(run.reports().resolve(file));
	}

	@TestConfiguration(proxyBeanMethods = false)
	@ComponentScan(basePackages = "dev.tickmark.release",
			excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
	static class Room {

		@Bean
		Provider scripted() {
			return new ScriptedProvider();
		}

	}

}
