package dev.tickmark.provider.smartglocal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Authenticator.Authorization;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.Admission;
import dev.tickmark.provider.Lane;
import dev.tickmark.provider.Lanes;
import dev.tickmark.provider.Misconfigured;
import dev.tickmark.provider.Request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What goes over the wire, looked at from its other end. */
@Timeout(300)
class SmartGlocalSigningTests {

	private static final ProviderName NAME = new ProviderName("smartglocal");

	private static KeyPair pair;

	private final List<Seen> seen = new CopyOnWriteArrayList<>();

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final HttpServer server = create();

	@TempDir
	private Path folder;

	@BeforeAll
	static void makeAKey() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		pair = generator.generateKeyPair();
	}

	@BeforeEach
	void start() {
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.context.close();
		this.server.stop(0);
	}

	@Test
	void theBytesThatAreSentAreTheBytesThatAreSigned() throws IOException {
		Lane lane = lane(key());
		Dialogue dialogue = Dialogue.about(lane.provider(),
				Dialogue.payee(Column.PHONE, "8 (926) 123-45-67", Column.BANK_ID, "100000000069", Column.FIRST_NAME,
						"Пётр", Column.LAST_NAME, "Щукин-Ёлкин \"О’Нил\" / \\", Column.MIDDLE_NAME, "Ильич 😀"));
		do {
			dialogue = dialogue
				.with(lane.send(authorized(lane, dialogue.next()), 1, Admission.Permit.UNCOUNTED).answer());
			assertThat(this.seen).hasSizeLessThan(5);
		}
		while (!dialogue.matches());
		assertThat(this.seen).hasSize(4).allSatisfy((request) -> {
			assertThat(request.project()).containsExactly("acme-1");
			assertThat(request.contentType()).containsExactly("application/json");
			assertThat(request.signature()).hasSize(1);
			assertThat(verifies(request.body(), request.signature().getFirst())).isTrue();
			assertThat(verifies(
					(new String(request.body(), StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8),
					request.signature().getFirst()))
				.isFalse();
		});
		assertThat(this.seen).extracting(Seen::path)
			.containsExactly("/api/v1/session/create", "/api/v1/fps/customer_verification", "/api/v1/session/status",
					"/api/v1/session/status");
		assertThat(new String(this.seen.get(1).body(), StandardCharsets.UTF_8)).contains("\"first_name\":\"Пётр\"",
				"Щукин-Ёлкин \\\"О’Нил\\\" / \\\\", "\"middle_name\":\"Ильич 😀\"");
		assertThat(this.seen.getFirst().idempotencyKey()).hasSize(1);
	}

	@Test
	void aLaneWithoutItsKeyIsRefusedBeforeAnyCall() {
		assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> lane(this.folder.resolve("none.pem")))
			.withMessageContaining("tickmark.providers.smartglocal.private-key: the file ");
		assertThat(this.seen).isEmpty();
	}

	@Test
	void anotherSignatureWouldBeTheSame() throws IOException {
		Lane lane = lane(key());
		Request request = SmartGlocalExchange.opened().next();
		assertThat(authorized(lane, request).headers()).isEqualTo(authorized(lane, request).headers());
		assertThat(authorized(lane, request).body()).isEqualTo(request.body());
	}

	private static HttpServer create() {
		try {
			return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 20);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Request authorized(Lane lane, Request request) {
		return switch (lane.authorize(request)) {
			case Authorization.Granted granted -> granted.request();
			case Authorization.Denied denied -> throw new AssertionError(denied.outcome().finding().reason());
		};
	}

	private Lane lane(Path key) {
		String prefix = "tickmark.providers.smartglocal.";
		this.context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("test",
					Map.of(prefix + "base-url", "http://127.0.0.1:" + this.server.getAddress().getPort(),
							prefix + "project", "acme-1", prefix + "private-key", key.toString())));
		this.context.register(SmartGlocalConfiguration.class, Lanes.class);
		this.context.refresh();
		return Objects.requireNonNull(this.context.getBean(Lanes.class).open(List.of(NAME)).get(NAME));
	}

	private Path key() throws IOException {
		Path file = this.folder.resolve("partner.pem");
		Files.writeString(file,
				"-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
						+ "\n-----END PRIVATE KEY-----\n");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
		return file;
	}

	private void answer(HttpExchange exchange) throws IOException {
		Seen request = Seen.of(exchange);
		this.seen.add(request);
		String body = switch (this.seen.size()) {
			case 1 -> SmartGlocalExchange.CREATED;
			case 2, 3 -> SmartGlocalExchange.IN_PROGRESS;
			default -> SmartGlocalExchange.CONFIRMED;
		};
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private static boolean verifies(byte[] body, String signature) throws GeneralSecurityException {
		Signature check = Signature.getInstance("SHA256withRSA");
		check.initVerify(pair.getPublic());
		check.update(body);
		return check.verify(Base64.getDecoder().decode(signature));
	}

	/** A request as the server received it. */
	private record Seen(String path, byte[] body, List<String> project, List<String> signature,
			List<String> contentType, List<String> idempotencyKey) {

		static Seen of(HttpExchange exchange) throws IOException {
			var headers = exchange.getRequestHeaders();
			return new Seen(exchange.getRequestURI().getPath(), exchange.getRequestBody().readAllBytes(),
					headers.getOrDefault("X-partner-project", List.of()),
					headers.getOrDefault("X-partner-sign", List.of()), headers.getOrDefault("Content-type", List.of()),
					headers.getOrDefault("X-partner-idempotency-key", List.of()));
		}

	}

}
