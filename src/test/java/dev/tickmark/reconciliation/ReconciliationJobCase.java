package dev.tickmark.reconciliation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.commons.csv.CSVRecord;
import org.iban4j.CountryCode;
import org.iban4j.Iban;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import dev.tickmark.Comparison;
import dev.tickmark.GivenProvider;
import dev.tickmark.Reconciling;
import dev.tickmark.TestDatabase;
import dev.tickmark.intake.PayeeFile;
import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.ledger.Run;
import dev.tickmark.provider.Provider;
import dev.tickmark.reconciliation.WordServer.Says;
import dev.tickmark.verification.RunWatcher;
import dev.tickmark.verification.StopSignal;
import dev.tickmark.verification.VerificationJob;
import dev.tickmark.verification.VerifyCommand;
import dev.tickmark.verification.VerifyResult;
import dev.tickmark.verification.definition.Deadline;
import dev.tickmark.verification.definition.Definitions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The jobs over real HTTP and a real database, with a provider that says what it is told.
 */
@SpringBootTest(classes = { Reconciling.class, ReconciliationJobCase.Sixth.class })
@ContextConfiguration(initializers = TestDatabase.class)
abstract class ReconciliationJobCase {

	static final WordServer WORDS = new WordServer();

	private static final AtomicInteger FILES = new AtomicInteger();

	@TempDir
	Path folder;

	@Autowired
	protected ReconciliationJob job;

	@Autowired
	protected VerificationJob verification;

	@Autowired
	protected OwnerLocks locks;

	@Autowired
	protected JdbcClient jdbc;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		GivenProvider.at(registry, "words", WORDS::url);
		registry.add("tickmark.recheck.first-delay", () -> "20ms");
		registry.add("tickmark.recheck.max-attempts", () -> 2);
	}

	@BeforeEach
	void wellBehaved() {
		WORDS.answers((_, _) -> Says.word("MATCH"));
	}

	/** A run with a row for each name, none of which has another's answer. */
	Run verified(List<String> names) throws Exception {
		return verified(names, false, "60s");
	}

	/** A run that does not wait for what is pending. */
	Run impatient(List<String> names) throws Exception {
		return verified(names, false, "2s");
	}

	Run rehearsed(List<String> names) throws Exception {
		return verified(names, true, "60s");
	}

	private Run verified(List<String> names, boolean sandbox, String deadline) throws Exception {
		VerifyResult result = verify(file(names), sandbox, deadline, new StopSignal());
		assertThat(result).isInstanceOf(VerifyResult.Finished.class);
		return ((VerifyResult.Finished) result).run();
	}

	VerifyResult verify(PayeeFile file, boolean sandbox, String deadline, StopSignal stop) {
		return this.verification.verify(new VerifyCommand(file, Definitions.own(), this.folder.resolve("runs"),
				Deadline.parse(deadline), sandbox, false), new RunWatcher() {
				}, stop);
	}

	PayeeFile file(List<String> names) throws Exception {
		int number = FILES.incrementAndGet();
		StringBuilder text = new StringBuilder("reference,name,iban,amount,provider\n");
		for (int i = 0; i < names.size(); i++) {
			text.append("R%d-%d,%s,%s,%d.00,words\n".formatted(number, i + 1, names.get(i), iban(1000 * number + i),
					i + 1));
		}
		return PayeeFile.open(Files.writeString(this.folder.resolve("file" + number + ".csv"), text));
	}

	private static Iban iban(int account) {
		return new Iban.Builder().countryCode(CountryCode.DE)
			.bankCode("37040044")
			.accountNumber("%010d".formatted(account))
			.build();
	}

	static List<String> names(int count) {
		int number = FILES.get();
		return IntStream.range(0, count).mapToObj((i) -> "p" + number + "-" + i).toList();
	}

	/** As if all calls had been made an hour ago. */
	void anHourAgo(Run run) {
		this.jdbc.sql("""
				update call set sent_at = sent_at - interval '1 hour'
				where verification_id in (select id from verification where run_id = ?)""").param(run.id()).update();
	}

	ReconcileCommand readBack(Run run) {
		return new ReconcileCommand.OfRun(run.id(), false, reports());
	}

	Path reports() {
		return this.folder.resolve("reports");
	}

	ReconcileResult reconcile(ReconcileCommand command) {
		return reconcile(command, new StopSignal());
	}

	ReconcileResult reconcile(ReconcileCommand command, StopSignal stop) {
		return this.job.reconcile(command, new ReconciliationWatcher() {
		}, stop);
	}

	ReconcileResult.Finished finished(ReconcileCommand command) {
		ReconcileResult result = reconcile(command);
		assertThat(result).isInstanceOf(ReconcileResult.Finished.class);
		return (ReconcileResult.Finished) result;
	}

	String refused(ReconcileCommand command) {
		ReconcileResult result = reconcile(command);
		assertThat(result).isInstanceOf(ReconcileResult.Refused.class);
		return ((ReconcileResult.Refused) result).why();
	}

	/** A signal that stops whoever looks at it so often. */
	static StopSignal stopAtLook(int number) {
		AtomicInteger looks = new AtomicInteger();
		StopSignal signal = Mockito.mock(StopSignal.class);
		Mockito.when(signal.requested()).thenAnswer((_) -> looks.incrementAndGet() >= number);
		Mockito.when(signal.reason()).thenReturn("enough");
		return signal;
	}

	/**
	 * Gives a command and stops it at its first look, then at later and later ones, until
	 * it comes to its end.
	 * @return how often it was stopped
	 */
	int stoppedAgainAndAgain(ReconcileCommand command) {
		long number = 0;
		for (int stops = 0; stops < 500; stops++) {
			ReconcileResult result = reconcile(command, stopAtLook(1 + stops * 3));
			switch (result) {
				case ReconcileResult.Stopped stopped -> {
					assertThat(stopped.why()).isEqualTo("enough");
					assertThat(stopped.reconciliation().reports()).doesNotExist();
					if (number != 0) {
						assertThat(stopped.reconciliation().id()).as("it is continued").isEqualTo(number);
					}
					number = stopped.reconciliation().id();
				}
				case ReconcileResult.Finished finished -> {
					assertThat(finished.reconciliation().id()).isEqualTo(number);
					return stops;
				}
				default -> throw new AssertionError(result.toString());
			}
		}
		throw new AssertionError("it never comes to its end");
	}

	static Comparison report(ReconcileResult.Finished finished) {
		return new Comparison(finished.reconciliation().reports());
	}

	/** How many there are of each result. */
	static Map<String, Long> counts(ReconcileResult.Finished finished) {
		return finished.results()
			.stream()
			.collect(Collectors.toMap(ReconcileResult.ResultCount::key, ReconcileResult.ResultCount::items));
	}

	static List<String> column(List<CSVRecord> lines, String name) {
		return lines.stream().map((line) -> line.get(name)).toList();
	}

	long count(String sql, Object... parameters) {
		return this.jdbc.sql(sql).params(parameters).query(Long.class).single();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Sixth {

		@Bean
		Provider words() {
			return new WordProvider();
		}

	}

}
