package dev.tickmark.provider.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Misconfigured;
import dev.tickmark.provider.ProviderConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The key of a partner, as it is found in a file. */
class PartnerKeyTests {

	private static final byte[] CONTENT = "{\"session_id\":\"ps_1\"}".getBytes(StandardCharsets.UTF_8);

	private static KeyPair pair;

	@TempDir
	private Path folder;

	@BeforeAll
	static void makeAKey() throws GeneralSecurityException {
		pair = generator("RSA", 2048).generateKeyPair();
	}

	@Test
	void signsTheVeryBytes() throws IOException, GeneralSecurityException {
		Path file = write(pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
		String signed = RsaSignature.with(configuration(file.toString())).of(CONTENT);
		assertThat(signed).doesNotContain("\n");
		assertThat(verifies(signed)).isTrue();
	}

	@Test
	void aKeyAsOlderProgramsWriteItIsReadAsWell() throws IOException, GeneralSecurityException {
		// PKCS #1 is what PKCS #8 has after its header of 26 bytes
		byte[] whole = pair.getPrivate().getEncoded();
		byte[] inner = Arrays.copyOfRange(whole, 26, whole.length);
		Path file = write(pem("RSA PRIVATE KEY", inner));
		assertThat(verifies(RsaSignature.with(configuration(file.toString())).of(CONTENT))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " " })
	void aKeyThatIsNotConfiguredIsNamed(String file) {
		refused(file, "tickmark.providers.smartglocal.private-key: missing");
	}

	@Test
	void aFileThatIsMissingOrNoFileIsNamed() {
		refused(this.folder.resolve("gone.pem").toString(), "gone.pem does not exist.");
		refused(this.folder.toString(), "is not a file.");
	}

	@ParameterizedTest
	@CsvSource({ "ENCRYPTED PRIVATE KEY, ''", "RSA PRIVATE KEY, 'Proc-Type: 4,ENCRYPTED'" })
	void aPasswordIsAskedOfNobody(String header, String line) throws IOException {
		String text = "-----BEGIN " + header + "-----\n" + line + "\nMIIFHDBO\n-----END " + header + "-----\n";
		refused(write(text).toString(), "is protected by a password");
	}

	@Test
	void aKeyOfAnotherKindIsRefused() throws Exception {
		byte[] curve = generator("EC", 256).generateKeyPair().getPrivate().getEncoded();
		refused(write(pem("PRIVATE KEY", curve)).toString(), "another kind; the provider asks for RSA");
		byte[] padded = generator("RSASSA-PSS", 2048).generateKeyPair().getPrivate().getEncoded();
		refused(write(pem("PRIVATE KEY", padded)).toString(), "another kind; the provider asks for RSA");
		byte[] small = generator("RSA", 1024).generateKeyPair().getPrivate().getEncoded();
		refused(write(pem("PRIVATE KEY", small)).toString(), "1024 bits; at least 2048");
	}

	@Test
	void whatIsNoKeyIsRefusedAndNotShown() throws IOException {
		refused(write(pem("PUBLIC KEY", pair.getPublic().getEncoded())).toString(), "the public half");
		refused(write("hello").toString(), "holds no private key in PEM form");
		refused(write("").toString(), "holds no private key in PEM form");
		refused(write("-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n").toString(), "is damaged");
		Path binary = this.folder.resolve("key.der");
		Files.write(binary, pair.getPrivate().getEncoded());
		Files.setPosixFilePermissions(binary, PosixFilePermissions.fromString("rw-------"));
		refused(binary.toString(), "is no text");
		refused(write(" ".repeat(70_000)).toString(), "longer than any key");
	}

	@Test
	void aKeyThatEverybodyCanReadIsRefused() throws IOException {
		Path file = write(pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
		refused(file.toString(), "can be read by everybody on this machine: chmod 600");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw--w--w-"));
		refused(file.toString(), "can be changed by everybody on this machine: chmod 600");
	}

	@Test
	void aKeyInThePlaceOfItsFilesNameIsNotShown() {
		String pasted = pem("PRIVATE KEY", pair.getPrivate().getEncoded());
		refused(pasted, "holds a key itself; the name of a PEM file is expected.");
		refused(pasted.replace("\n", " "), "holds a key itself");
		refused("c2VjcmV0\nc2VjcmV0", "holds a key itself");
	}

	@Test
	void aProjectMustFitIntoAHeader() {
		assertThatExceptionOfType(Misconfigured.class)
			.isThrownBy(() -> configuration(Map.of("project", "my\nproject")).settings(PartnerSettings.class))
			.withMessageContaining("tickmark.providers.smartglocal.project: must be");
		assertThatExceptionOfType(Misconfigured.class)
			.isThrownBy(() -> configuration(Map.of()).settings(PartnerSettings.class))
			.withMessageContaining("tickmark.providers.smartglocal.project: missing");
	}

	private static void refused(String file, String why) {
		assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> RsaSignature.with(configuration(file)))
			.withMessageStartingWith("Configuration: tickmark.providers.smartglocal.private-key: ")
			.withMessageContaining(why)
			.satisfies((refusal) -> assertThat(refusal.getMessage()).doesNotContain("c2VjcmV0", "hello", "MII"));
	}

	private static ProviderConfiguration configuration(String file) {
		return configuration(Map.of("project", "acme", "private-key", file));
	}

	private static ProviderConfiguration configuration(Map<String, String> keys) {
		StandardEnvironment environment = new StandardEnvironment();
		Map<String, Object> properties = new HashMap<>();
		keys.forEach((key, value) -> properties.put("tickmark.providers.smartglocal." + key, value));
		environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
		return ProviderConfiguration.of(new ProviderName("smartglocal"), environment);
	}

	private static KeyPairGenerator generator(String kind, int size) throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
		generator.initialize(size);
		return generator;
	}

	private static boolean verifies(String signed) throws GeneralSecurityException {
		Signature check = Signature.getInstance("SHA256withRSA");
		check.initVerify(pair.getPublic());
		check.update(CONTENT);
		return check.verify(Base64.getDecoder().decode(signed));
	}

	private static String pem(String header, byte[] content) {
		return "-----BEGIN " + header + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
				+ header + "-----\n";
	}

	private Path write(String text) throws IOException {
		Path file = this.folder.resolve("partner.pem");
		Files.writeString(file, text);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
		return file;
	}

}
