package dev.tickmark.notice;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import dev.tickmark.Serving;
import dev.tickmark.TestDatabase;
import dev.tickmark.ledger.notice.Outbox;
import dev.tickmark.ledger.notice.Way;
import dev.tickmark.notice.News.Kind;
import dev.tickmark.verification.definition.Tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Notices that go to a real mail server and to a program over HTTP. */
@SpringBootTest(classes = Serving.class, properties = "tickmark.home=target/${tickmark.test.fork:fork}/notices-tests")
@ContextConfiguration(initializers = TestDatabase.class)
class NoticesTests {

	private static final String SECRET = "0123456789abcdef0123456789abcdef";

	private static final int PORT = freePort();

	private static final AtomicInteger COUNT = new AtomicInteger();

	private final String to = "finance" + COUNT.incrementAndGet() + "@example.com";

	private final Receiver receiver = new Receiver();

	private @Nullable GreenMail mail;

	@Autowired
	private Notices notices;

	@Autowired
	private Deliverer deliverer;

	@Autowired
	private Outbox outbox;

	@Autowired
	private List<Courier> couriers;

	@Autowired
	private JdbcClient jdbc;

	NoticesTests() throws IOException {
	}

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		registry.add("spring.mail.host", () -> "127.0.0.1");
		registry.add("spring.mail.port", () -> PORT);
		registry.add("tickmark.notices.from", () -> "tickmark@example.org");
		registry.add("tickmark.notices.webhook-secret", () -> SECRET);
	}

	@BeforeEach
	void empty() {
		this.jdbc.sql("delete from notice").update();
	}

	@AfterEach
	void end() {
		this.receiver.close();
		if (this.mail != null) {
			this.mail.stop();
		}
	}

	@Test
	void ofOneOccasionEverybodyIsToldOnce() throws Exception {
		GreenMail server = mailServer();
		Tell tell = new Tell(List.of(this.to, "second-" + this.to), this.receiver.url(), Tell.When.ALWAYS);
		News news = News.of(Kind.REFUSED, "file/" + this.to, "payees.csv").says(List.of("It is empty."));
		this.notices.tell(tell, "suppliers", false, news);
		this.notices.tell(tell, "suppliers", false, news);
		await().until(() -> undelivered() == 0);
		assertThat(server.getReceivedMessages()).hasSize(2);
		MimeMessage message = server.getReceivedMessagesForDomain(this.to)[0];
		String id = this.jdbc.sql("select id from notice").query(String.class).single();
		assertThat(message.getSubject()).isEqualTo("Tickmark: suppliers, payees.csv: cannot be verified");
		assertThat(message.getMessageID()).startsWith("<" + id + ".").endsWith("@example.org>");
		assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		String whole = GreenMailUtil.getWholeMessage(message);
		assertThat(whole).contains("text/plain", "text/html", "It is empty.");
		assertThat(this.receiver.calls()).singleElement().satisfies((call) -> {
			assertThat(call.key()).isEqualTo(id);
			assertThat(call.body()).contains("\"kind\":\"REFUSED\"", "\"job\":\"suppliers\"", "\"sandbox\":false");
			assertThat(call.signature()).isEqualTo(signature(call));
		});
	}

	@Test
	void aMailServerThatIsDownHoldsNobodyUpAndLosesNothing() throws Exception {
		tell("down", this.to);
		await().until(() -> count("select count(*) from notice_delivery where last_error is not null") == 1);
		assertThat(this.jdbc.sql("select last_error from notice_delivery").query(String.class).single())
			.startsWith("Mail server: ConnectException");
		assertThat(count("select count(*) from notice_delivery where next_attempt_at > now() + interval '8 seconds'"
				+ " and next_attempt_at < now() + interval '16 seconds'"))
			.as("it is tried again, but not at once")
			.isOne();
		GreenMail server = mailServer();
		dueNow();
		await().until(() -> undelivered() == 0);
		assertThat(server.getReceivedMessages()).hasSize(1);
	}

	@Test
	void whatAProcessHadTakenThatWasKilledAnotherDeliversAsTheSame() {
		// as if it had died between the attempt and the note of it
		tell("killed", this.receiver.url().toString());
		await().until(() -> this.receiver.calls().size() == 1);
		await().until(() -> undelivered() == 0);
		this.jdbc.sql("update notice_delivery set delivered_at = null").update();
		dueNow();
		await().until(() -> this.receiver.calls().size() == 2);
		assertThat(this.receiver.calls().get(1).key()).isEqualTo(this.receiver.calls().get(0).key());
		assertThat(this.receiver.calls().get(1).body()).isEqualTo(this.receiver.calls().get(0).body());
	}

	@Test
	void ofTwoProcessesOneDeliversEach() {
		Deliverer other = new Deliverer(this.couriers, this.outbox, new WayWatch());
		for (int i = 0; i < 60; i++) {
			tell("two/" + i, this.receiver.url().toString());
		}
		other.start();
		await().until(() -> undelivered() == 0);
		other.stop();
		assertThat(this.receiver.calls()).hasSize(60).extracting(Receiver.Call::key).doesNotHaveDuplicates();
		assertThat(count("select max(attempts) from notice_delivery")).isOne();
	}

	@Test
	void onlyAYesOfTheReceiverItselfIsOne() {
		for (int status : new int[] { 500, 302, 404 }) {
			this.receiver.answers(status);
			tell("status/" + status, this.receiver.url().toString());
		}
		await().until(() -> count("select count(*) from notice_delivery where last_error is not null") == 3);
		assertThat(undelivered()).isEqualTo(3);
		assertThat(this.receiver.calls()).extracting(Receiver.Call::path).containsOnly("/told");
		this.receiver.answers(200);
		dueNow();
		await().until(() -> undelivered() == 0);
	}

	@Test
	void whatDoesNotGetThroughIsSaidOnceAndThatItDoesAgain() {
		List<String> said = new CopyOnWriteArrayList<>();
		this.notices.watch((sentence) -> ofWebhook(said, sentence));
		this.receiver.answers(503);
		URI secret = URI.create(this.receiver.url() + "/c2VjcmV0?token=hush");
		Tell tell = new Tell(List.of(), secret, Tell.When.ALWAYS);
		for (int i = 0; i < 3; i++) {
			this.notices.tell(tell, "suppliers", false, News.of(Kind.MISSED, "way/" + i, "the night"));
		}
		await().until(() -> count("select count(*) from notice_delivery where last_error is not null") == 3);
		String why = "The receiver answered with HTTP 503.";
		await().untilAsserted(() -> assertThat(said)
			.containsExactly("What is told by webhook does not get through. " + why + " It is tried again by itself."));
		assertThat(this.outbox.outstanding()).singleElement().satisfies((one) -> {
			assertThat(one.way()).isEqualTo(Way.WEBHOOK);
			assertThat(one.waiting()).isEqualTo(3);
			assertThat(one.givenUp()).isZero();
			assertThat(one.latestError()).isEqualTo(why);
		});
		assertThat(this.notices.undelivered()).singleElement()
			.asString()
			.startsWith("Notices by webhook: 3 wait to be taken, the oldest since ")
			.endsWith(". Why the latest did not get through: " + why);
		List<String> late = new ArrayList<>();
		this.notices.watch((sentence) -> ofWebhook(late, sentence));
		assertThat(late).as("whoever begins to listen").hasSize(1);
		this.notices.watch((sentence) -> ofWebhook(said, sentence));
		this.receiver.answers(200);
		dueNow();
		await().until(() -> undelivered() == 0);
		await().untilAsserted(() -> assertThat(said).last().isEqualTo("What is told by webhook gets through again."));
		assertThat(said).noneMatch((sentence) -> sentence.contains("hush") || sentence.contains("c2VjcmV0"));
		assertThat(this.outbox.outstanding()).isEmpty();
		assertThat(this.notices.undelivered()).isEmpty();
	}

	/** Mails of another test may still be tried. */
	private static void ofWebhook(List<String> said, String sentence) {
		if (sentence.contains("webhook")) {
			said.add(sentence);
		}
	}

	@Test
	void whoWantsToKnowOfFailuresIsNotToldOfTheRest() {
		Tell tell = new Tell(List.of(this.to), null, Tell.When.FAILED);
		this.notices.tell(tell, "suppliers", false, News.of(Kind.COMPLETE, "when/1", "payees.csv"));
		this.notices.tell(tell, "suppliers", false, News.of(Kind.OPEN, "when/2", "payees.csv"));
		assertThat(count("select count(*) from notice")).isZero();
		this.notices.tell(tell, "suppliers", false, News.of(Kind.HELD, "when/3", "payees.csv"));
		assertThat(count("select count(*) from notice")).isOne();
	}

	@Test
	void whatNobodyTakesIsGivenUpAfterDaysAndRemovedAfterMonths() {
		this.receiver.answers(500);
		tell("never", this.receiver.url().toString());
		await().until(() -> count("select count(*) from notice_delivery where last_error is not null") == 1);
		this.jdbc.sql("update notice_delivery set attempts = ?").param(Backoff.MOST - 1).update();
		dueNow();
		await().until(() -> count("select count(*) from notice_delivery where next_attempt_at is null") == 1);
		assertThat(undelivered()).as("it is not forgotten").isOne();
		assertThat(this.notices.undelivered()).singleElement()
			.asString()
			.startsWith("Notices by webhook: 1 of the last two weeks were given up.");
		this.jdbc.sql("update notice set created_at = now() - interval '91 days'").update();
		assertThat(this.outbox.removeOlderThan(Duration.ofDays(90))).isOne();
	}

	private void tell(String occasion, String target) {
		boolean web = target.startsWith("http");
		this.notices.tell(
				new Tell(web ? List.of() : List.of(target), web ? this.receiver.url() : null, Tell.When.ALWAYS),
				"suppliers", false, News.of(Kind.MISSED, occasion + UUID.randomUUID(), "the night"));
	}

	private void dueNow() {
		this.jdbc.sql("update notice_delivery set next_attempt_at = now() where delivered_at is null").update();
		this.deliverer.wake();
	}

	private long undelivered() {
		return count("select count(*) from notice_delivery where delivered_at is null");
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private GreenMail mailServer() {
		GreenMail server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		this.mail = server;
		server.start();
		return server;
	}

	/** As a receiver would find it out. */
	private static String signature(Receiver.Call call) throws Exception {
		String time = Arrays.stream(call.signature().split(",")).findFirst().orElseThrow();
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
		return time + ",v1=" + HexFormat.of()
			.formatHex(mac.doFinal((time.substring(2) + "." + call.body()).getBytes(StandardCharsets.UTF_8)));
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
