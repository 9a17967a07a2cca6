package dev.tickmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import dev.tickmark.notice.Receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A night in fast motion: three files, one of them still being written, one of them bad,
 * and the process killed in the middle.
 */
@Tag("long")
@EnabledOnOs(OS.LINUX)
class NightNoticesIT {

	@AutoClose
	private final Workplace here;

	@AutoClose
	private final Receiver receiver = new Receiver();

	@AutoClose("stop")
	private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	NightNoticesIT(@TempDir Path folder) throws IOException {
		this.here = new Workplace(folder);
		this.mail.start();
		Files.createDirectory(folder.resolve("in"));
		Files.writeString(folder.resolve("jobs/suppliers.yaml"), """
				schedule: {cron: "*/2 * * * * *", zone: UTC}
				inbox: {folder: in, pattern: "payees-*.csv", complete-after: 1s}
				reports: {folder: out, files: none}
				tell: {mail: finance@example.com, webhook: "%s"}
				""".formatted(this.receiver.url()));
	}

	@Test
	void everyReportMailAndWebhookIsThereExactlyOnce(@TempDir Path providersFolder)
			throws IOException, MessagingException, InterruptedException {
		this.here.file("in/payees-a.csv", Payees.of(0, 100));
		this.here.file("in/payees-b.csv", "no,column,of\nours,is,here\n".getBytes(StandardCharsets.UTF_8));
		Payees last = Payees.of(30, 0);
		this.here.file("in/payees-c.csv", last);
		Path growing = this.here.folder().resolve("in/payees-c.csv");
		Files.write(growing, "x".getBytes(StandardCharsets.UTF_8));
		Writer writer = new Writer(growing);
		try (Providers providers = Providers.start(providersFolder, Duration.ofMillis(50), 1000)) {
			RunningProgram first = this.here.start(settings(providers, 20), "serve", "--server.port=0");
			first.until(() -> providers.counted("paysway", "submissions") >= 20);
			first.kill();
			assertThat(this.mail.getReceivedMessages()).isEmpty();
			assertThat(this.receiver.calls()).isEmpty();

			RunningProgram second = this.here.start(settings(providers, 100), "serve", "--server.port=0");
			second.says("payees-b.csv: cannot be verified").says("payees-c.csv is still being written");
			writer.end();
			Files.write(growing, last.bytes());
			second.says("payees-c.csv: run 2, 30 rows, all final.");
			await().until(() -> this.mail.getReceivedMessages().length >= 3);
			await().until(() -> this.receiver.calls().size() >= 3);
			second.terminate().end().with(0);

			assertThat(in("out")).containsExactly("payees-a.csv-1", "payees-c.csv-2");
			assertThat(subjects()).containsExactlyInAnyOrder("Tickmark: suppliers, payees-a.csv: complete",
					"Tickmark: suppliers, payees-b.csv: cannot be verified",
					"Tickmark: suppliers, payees-c.csv: complete");
			assertThat(this.receiver.calls()).hasSize(3)
				.extracting(Receiver.Call::key)
				.doesNotHaveDuplicates()
				.doesNotContainNull();
			assertThat(this.receiver.calls()).extracting(Receiver.Call::body)
				.anySatisfy(
						(body) -> assertThat(body).contains("\"kind\":\"COMPLETE\"", "\"rows\":100", "\"MATCH\":100"))
				.anySatisfy((body) -> assertThat(body).contains("\"kind\":\"REFUSED\"", "payees-b.csv"))
				.anySatisfy((body) -> assertThat(body).contains("\"kind\":\"COMPLETE\"", "\"rows\":30"));
			assertThat(providers.counted("paysway", "submissions")).isEqualTo(100);
			assertThat(providers.counted("banfico", "submissions")).isEqualTo(30);
		}
		finally {
			writer.end();
		}
	}

	private List<String> settings(Providers providers, int paysway) {
		List<String> settings = new ArrayList<>(providers.settings(100, paysway));
		settings.add("--spring.mail.host=127.0.0.1");
		settings.add("--spring.mail.port=" + this.mail.getSmtp().getPort());
		settings.add("--tickmark.notices.from=tickmark@example.org");
		settings.add("--tickmark.notices.webhook-secret=0123456789abcdef0123456789abcdef");
		return settings;
	}

	private List<String> subjects() throws MessagingException {
		List<String> subjects = new ArrayList<>();
		for (MimeMessage message : this.mail.getReceivedMessages()) {
			subjects.add(message.getSubject());
		}
		return subjects;
	}

	private List<String> in(String folder) throws IOException {
		try (Stream<Path> files = Files.list(this.here.folder().resolve(folder))) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

	/** Somebody who is not done with a file. */
	private static final class Writer {

		private final Thread thread;

		private volatile boolean ended;

		Writer(Path file) {
			this.thread = Thread.ofVirtual()
				.start(() -> await().pollInterval(Duration.ofMillis(100)).atMost(Duration.ofMinutes(5)).until(() -> {
					Files.writeString(file, "x", StandardOpenOption.APPEND);
					return this.ended;
				}));
		}

		void end() throws InterruptedException {
			this.ended = true;
			this.thread.join();
		}

	}

}
