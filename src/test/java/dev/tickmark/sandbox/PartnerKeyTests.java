package dev.tickmark.sandbox;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.interfaces.RSAPrivateKey;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PartnerKeyTests {

	private static final byte[] WORDS = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

	@TempDir
	Path folder;

	@Test
	void itIsMadeOnceForItsOwnerAlone() throws Exception {
		Path file = Path.of(new PartnerKey(this.folder).properties().get("private-key"));
		String pem = Files.readString(file);
		assertThat(pem).startsWith("-----BEGIN PRIVATE KEY-----\n").endsWith("-----END PRIVATE KEY-----\n");
		assertThat(((RSAPrivateKey) SignedClient.privateKey(file)).getModulus().bitLength()).isEqualTo(2048);
		assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
		assertThat(new PartnerKey(this.folder).properties()).containsEntry("private-key", file.toString())
			.containsEntry("project", "tickmark-sandbox");
		assertThat(Files.readString(file)).isEqualTo(pem);
	}

	@Test
	void ofManyWhoMakeItAtOnceAllHaveTheSame() throws Exception {
		Callable<String> making = () -> Files
			.readString(Path.of(new PartnerKey(this.folder).properties().get("private-key")));
		Set<String> keys;
		try (ExecutorService makers = Executors.newFixedThreadPool(6)) {
			keys = Set.copyOf(
					makers.invokeAll(List.of(making, making, making, making)).stream().map(Future::resultNow).toList());
		}
		assertThat(keys).hasSize(1);
		try (Stream<Path> files = Files.list(this.folder)) {
			assertThat(files).hasSize(1);
		}
	}

	@Test
	void onlyItsOwnSignatureOverTheseBytesIsGood() throws Exception {
		PartnerKey key = new PartnerKey(this.folder);
		String good = SignedClient.sign(Path.of(key.properties().get("private-key")), WORDS);
		assertThat(key.signed(WORDS, good)).isTrue();
		assertThat(key.signed("{\"a\": 1}".getBytes(StandardCharsets.UTF_8), good)).isFalse();
		assertThat(key.signed(WORDS, null)).isFalse();
		assertThat(key.signed(WORDS, "not Base64!")).isFalse();
		assertThat(key.signed(WORDS, "AAAA")).isFalse();
		Path other = Files.createDirectory(this.folder.resolve("other"));
		new PartnerKey(other).properties();
		assertThat(key.signed(WORDS, SignedClient.sign(other.resolve("partner-key.pem"), WORDS))).isFalse();
	}

	@Test
	void aFileThatIsNoKeyIsNamed() throws Exception {
		Files.writeString(this.folder.resolve("partner-key.pem"), "nonsense");
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> new PartnerKey(this.folder).properties())
			.withMessageContaining("partner-key.pem")
			.withMessageContaining("delete it");
	}

}
