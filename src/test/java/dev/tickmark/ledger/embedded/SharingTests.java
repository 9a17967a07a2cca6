package dev.tickmark.ledger.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One server for all who open its folder at the same time. */
class SharingTests {

	private final Path folder = Seed.folder();

	@Test
	void twoProcessesThatStartAtOnceShareAndTheLastOneStopsIt() throws Exception {
		try (OtherProcess first = OtherProcess.opening(this.folder);
				OtherProcess second = OtherProcess.opening(this.folder)) {
			String url = first.said();
			assertThat(url).startsWith("jdbc:postgresql://127.0.0.1:");
			assertThat(second.said()).isEqualTo(url);
			first.leave();
			assertThat(Seed.isRunning()).isTrue();
			second.leave();
			assertThat(Seed.isRunning()).isFalse();
		}
	}

	@Test
	void aProcessThatLeavesDoesNotStopItForUs() throws Exception {
		try (EmbeddedServer server = EmbeddedServer.open(this.folder);
				OtherProcess other = OtherProcess.opening(this.folder)) {
			assertThat(other.said()).isEqualTo(server.jdbcUrl());
			other.leave();
			Seed.assertThatDataAreIntact(server);
		}
		assertThat(Seed.isRunning()).isFalse();
	}

	@Test
	void oneProcessMayOpenItTwice() throws Exception {
		EmbeddedServer first = EmbeddedServer.open(this.folder);
		EmbeddedServer second = EmbeddedServer.open(this.folder.resolve("../postgres"));
		assertThat(second.jdbcUrl()).isEqualTo(first.jdbcUrl());
		first.close();
		first.close();
		Seed.assertThatDataAreIntact(second);
		second.close();
		assertThat(Seed.isRunning()).isFalse();
	}

	@Test
	void itIsStoppedEvenByAThreadThatWasInterrupted() throws Exception {
		EmbeddedServer server = EmbeddedServer.open(this.folder);
		Thread.currentThread().interrupt();
		server.close();
		assertThat(Thread.interrupted()).isTrue();
		assertThat(Seed.isRunning()).isFalse();
	}

	@Test
	void whoCannotGetInSaysWhoIsInTheWay() throws Exception {
		ServerFolder here = ServerFolder.prepare(this.folder);
		CountDownLatch inside = new CountDownLatch(1);
		CountDownLatch done = new CountDownLatch(1);
		Thread holder = Thread.startVirtualThread(() -> {
			try (Gate _ = Gate.enter(here)) {
				inside.countDown();
				done.await();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
		inside.await();
		assertThatExceptionOfType(DatabaseUnavailable.class)
			.isThrownBy(() -> Gate.enter(here, Duration.ofMillis(100)).close())
			.withMessageContaining("Another process")
			.withMessageContaining(here.path().toString());
		done.countDown();
		holder.join();
		Gate.enter(here, Duration.ofMillis(100)).close();
	}

}
