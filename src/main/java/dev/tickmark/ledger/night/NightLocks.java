package dev.tickmark.ledger.night;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.support.KeepAliveLockProvider;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.ThisProcess;

/**
 * Makes sure that one process at a time works on a job's inbox. A lock is kept alive
 * while its process lives, by the database's clock; one whose process was killed is free
 * again after a while. That nothing is asked twice does not hang on it: the run has a
 * lock of its own.
 */
@Component
@Lazy
public class NightLocks implements DisposableBean {

	/** For how long a process that was killed still has its locks; the least there is. */
	public static final Duration OUTLIVES = Duration.ofSeconds(30);

	private final ScheduledExecutorService renewal = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("night-locks").factory());

	private final LockProvider locks;

	NightLocks(JdbcTemplate jdbc) {
		this.locks = new KeepAliveLockProvider(
				new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
					.withJdbcTemplate(jdbc)
					.withLockedByValue(ThisProcess.name())
					.usingDbTime()
					.build()),
				this.renewal);
	}

	/** Takes a job's lock; nothing when another process has it. */
	public Optional<Held> take(String job) {
		return this.locks.lock(new LockConfiguration(Instant.now(), "night/" + job, OUTLIVES, Duration.ZERO))
			.map(Held::new);
	}

	@Override
	public void destroy() {
		this.renewal.shutdownNow();
	}

	/** A lock that this process holds until it is closed. */
	public static final class Held implements AutoCloseable {

		private final SimpleLock lock;

		Held(SimpleLock lock) {
			this.lock = lock;
		}

		@Override
		public void close() {
			this.lock.unlock();
		}

	}

}
