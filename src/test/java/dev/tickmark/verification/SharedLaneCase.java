package dev.tickmark.verification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import dev.tickmark.GivenProvider;
import dev.tickmark.intake.PayeeFile;
import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Lanes;
import dev.tickmark.provider.Provider;
import dev.tickmark.verification.StubServer.Says;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Runs of one process that need the same lane at the same time. */
@Import(SharedLaneCase.Shared.class)
abstract class SharedLaneCase extends VerificationJobCase {

	/** A lane of 100 calls per second. */
	static final ProviderName SHARED = new ProviderName("shared");

	/** A lane of few calls at once. */
	static final ProviderName NARROW = new ProviderName("narrow");

	static final int AT_ONCE = 4;

	static final int PER_SECOND = 100;

	@Autowired
	protected OwnedLanes ownedLanes;

	@Autowired
	protected Lanes lanes;

	protected final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	/** The names that were asked about, in the order of their arrival. */
	protected final List<String> arrived = new CopyOnWriteArrayList<>();

	@DynamicPropertySource
	static void lanes(DynamicPropertyRegistry registry) {
		registry.add("tickmark.providers.shared.base-url", STUB::url);
		registry.add("tickmark.providers.shared.limits[0].calls", () -> PER_SECOND);
		registry.add("tickmark.providers.shared.limits[0].per", () -> "1s");
		GivenProvider.at(registry, "narrow", STUB::url);
		registry.add("tickmark.providers.narrow.max-concurrent-calls", () -> AT_ONCE);
	}

	@AfterEach
	void nobodyKeepsALane() {
		this.threads.close();
		try (OwnerLocks.Holder other = this.locks.open()) {
			List.of(SHARED, NARROW).forEach((name) -> assertThat(other.take(lock(name))).isTrue());
		}
	}

	/** Answers so, and notes who is asked about. */
	void arrivals(StubServer.Script script) {
		STUB.answers((name, count) -> {
			this.arrived.add(name);
			return script.answer(name, count);
		});
	}

	void arrivals() {
		arrivals((_, _) -> Says.ok());
	}

	Future<VerifyResult> begin(PayeeFile file, StopSignal stop) {
		return this.threads.submit(() -> this.job.verify(command(file, false), watcher(), stop));
	}

	/** So many rows for a provider, called by a word. */
	PayeeFile file(ProviderName provider, String word, int rows) throws Exception {
		int number = FILES.incrementAndGet();
		Path path = this.folder.resolve("file" + number + ".csv");
		StringBuilder text = new StringBuilder("name,iban,provider\n");
		for (int i = 0; i < rows; i++) {
			text.append("%s-%d-%d,,%s%n".formatted(word, number, i, provider));
		}
		return PayeeFile.open(Files.writeString(path, text));
	}

	/** Whether an arrival is of such a file. */
	static boolean isOf(String word, String name) {
		return name.contains("/" + word + "-");
	}

	long arrived(String word) {
		return this.arrived.stream().filter((name) -> isOf(word, name)).count();
	}

	void awaitArrived(String word, int least) {
		await().until(() -> arrived(word) >= least);
	}

	static void assertFinished(VerifyResult result) {
		assertThat(result).isInstanceOf(VerifyResult.Finished.class);
		assertThat(((VerifyResult.Finished) result).figures().open()).isZero();
	}

	/** That nobody was asked about twice. */
	void assertAskedOnce() {
		assertThat(this.arrived).doesNotHaveDuplicates();
	}

	static String lock(ProviderName provider) {
		return "lane/" + provider + "@" + STUB.url();
	}

	/** Ends the connection that has the lane. */
	void killHolder(ProviderName provider) throws Exception {
		byte[] hash = MessageDigest.getInstance("SHA-256")
			.digest(("tickmark/" + lock(provider)).getBytes(StandardCharsets.UTF_8));
		assertThat(this.jdbc.sql("""
				select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
				and ((classid::bigint << 32) | objid::bigint) = ? and database = (
					select oid from pg_database where datname = current_database())""")
			.param(ByteBuffer.wrap(hash).getLong())
			.query(Boolean.class)
			.list()).containsExactly(true);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Shared {

		@Bean
		Provider shared() {
			return new ScriptedProvider(SHARED);
		}

		@Bean
		Provider narrow() {
			return new ScriptedProvider(NARROW);
		}

	}

}
