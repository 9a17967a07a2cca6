package dev.tickmark.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.tickmark.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class UserOptionsTests {

	private static final String PASSWORD = "correct horse battery";

	private static Map<String, Object> database;

	private final InputStream stdin = System.in;

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	@TempDir
	private Path folder;

	@BeforeAll
	static void aDatabaseInWhichNothingIs() {
		database = TestDatabase.create();
	}

	@AfterEach
	void standardInputIsAsItWas() {
		System.setIn(this.stdin);
	}

	@Test
	void peopleAreAddedChangedAndListed() {
		assertThat(run("list")).isEqualTo("There is nobody yet. The first administrator is made by:"
				+ " tickmark user add LOGIN --role administrator");
		assertThat(type(PASSWORD + "\r\nsecond line\n", "add", "Root", "--role", "administrator"))
			.isEqualTo("Root is added: administrator.");
		assertThat(run("add", "anna", "--role", "uploader,VIEWER", "--name", "Anna Ünal", "--password-file",
				file("\uFEFF" + PASSWORD)))
			.isEqualTo("anna is added: viewer, uploader.");
		assertThat(run("add", "otto@example.com", "--role", "auditor", "--no-password"))
			.isEqualTo("otto@example.com is added: auditor.");
		refused("There is a person with the login name anna already.", "add", "ANNA", "--role", "viewer");
		assertThat(run("roles", "ANNA", "releaser")).isEqualTo("anna is now: releaser.");
		assertThat(type("another one, better", "password", "anna")).isEqualTo("The password of anna is set.");
		refused("Root is the last administrator who may sign in: make somebody else one first.", "disable", "root");
		refused("Root is the last administrator who may sign in: make somebody else one first.", "roles", "root",
				"viewer");
		assertThat(run("disable", "otto@example.com"))
			.isEqualTo("otto@example.com cannot sign in any more, and keys of that name open nothing.");
		List<String> lines = run("list").lines().toList();
		assertThat(lines).hasSize(4);
		assertThat(lines.get(0)).startsWith("login             name       roles");
		assertThat(lines.get(1)).startsWith("anna              Anna Ünal  releaser");
		assertThat(lines.get(2)).startsWith("otto@example.com             auditor").contains("disabled since ");
		assertThat(lines.get(3)).startsWith("Root").contains("administrator");
		assertThat(run("enable", "otto@example.com")).isEqualTo("otto@example.com can sign in.");
		assertThat(run("list")).contains("no password here");
		assertThat(run("forget-identity", "OTTO@example.com"))
			.isEqualTo("otto@example.com has no account at the identity provider now.");
		assertThat(run("remove-password", "anna"))
			.isEqualTo("anna has no password here any more, and signs in through the identity provider.");
		assertThat(acts()).containsExactly("PERSON_ADDED Root", "PERSON_ADDED anna", "PERSON_ADDED otto@example.com",
				"ROLES_CHANGED anna", "PASSWORD_CHANGED anna", "PERSON_DISABLED otto@example.com",
				"PERSON_ENABLED otto@example.com", "PASSWORD_CHANGED anna");
	}

	@Test
	void whatCannotBeGetsOneSentence() throws Exception {
		refused("There is no person with the login name nobody.", "disable", "nobody");
		refused("There is no person with the login name nobody.", "enable", "nobody");
		refused("There is no person with the login name nobody.", "roles", "nobody", "viewer");
		refused("There is no person with the login name nobody.", "forget-identity", "nobody");
		refused("There is no person with the login name nobody.", "remove-password", "nobody");
		refused("There is no person with the login name nobody.", "password", "nobody");
		refused("A login name begins with a letter or a digit of ASCII;", "add", "Änne", "--role", "viewer");
		String[] add = { "add", "new", "--role", "viewer", "--password-file" };
		refused("The password has 5 characters; at least 12 are needed.", with(add, file("short")));
		refused("The password is too long: it takes 73 bytes,", with(add, file("abcde" + "x".repeat(68))));
		refused("The password file " + this.folder + " is a folder.", with(add, this.folder.toString()));
		refused("The password file nowhere.txt does not exist.", with(add, "nowhere.txt"));
		refused("has no password: its first line is empty.", with(add, file("\n" + PASSWORD)));
		refused("has no password: its first line is too long.", with(add, file("x".repeat(5000))));
		Path latin = Files.write(this.folder.resolve("latin"),
				"größe der Größen".getBytes(StandardCharsets.ISO_8859_1));
		refused("its first line is not text in UTF-8.", with(add, latin.toString()));
		System.setIn(new ByteArrayInputStream(new byte[0]));
		refused("Standard input has no password: its first line is empty.", "add", "new", "--role", "viewer");
	}

	@Test
	void wrongUsageIsRefusedBeforeAnythingIsStarted() {
		refused("What should be done with whom? Try: tickmark user list");
		refused("Invalid value for option '--role' (ROLE): expected one of [VIEWER, UPLOADER, RELEASER,"
				+ " ADMINISTRATOR, AUDITOR] (case-insensitive) but was 'boss'", "add", "new", "--role", "boss");
		refused("expected one of [VIEWER, UPLOADER, RELEASER, ADMINISTRATOR, AUDITOR]", "roles", "new", "viewer,boss");
		refused("Missing required option: '--role=ROLE'", "add", "new");
		refused("Missing required parameter: 'LOGIN'", "disable");
		refused("Remove --password-file: who has --no-password needs none.", "add", "new", "--role", "viewer",
				"--no-password", "--password-file", "x");
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void aPasswordIsNoArgument() {
		assertThat(execute("add", "new", "--role", "viewer", PASSWORD)).isEqualTo(ExitCode.REFUSED);
		assertThat(execute("password", "anna", PASSWORD)).isEqualTo(ExitCode.REFUSED);
		assertThat(execute("password", "anna", "--password=" + PASSWORD)).isEqualTo(ExitCode.REFUSED);
	}

	private String type(String typed, String... arguments) {
		System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
		return run(arguments);
	}

	private String run(String... arguments) {
		assertThat(execute(arguments)).as(this.err.toString()).isZero();
		assertThat(this.err.toString()).isEmpty();
		return this.out.toString().strip();
	}

	private void refused(String sentence, String... arguments) {
		assertThat(execute(arguments)).isEqualTo(ExitCode.REFUSED);
		assertThat(this.out.toString()).isEmpty();
		assertThat(this.err.toString().lines().findFirst().orElseThrow()).contains(sentence);
		assertThat(this.err.toString()).doesNotContain(PASSWORD);
	}

	private int execute(String... arguments) {
		this.out.getBuffer().setLength(0);
		this.err.getBuffer().setLength(0);
		Stream<String> settings = Stream.concat(
				Stream.of("--tickmark.home=" + TestDatabase.FOLDER.resolve("tickmark-tests")),
				database.entrySet().stream().map((entry) -> "--" + entry.getKey() + "=" + entry.getValue()));
		return TickmarkCommand.line()
			.setOut(new PrintWriter(this.out, true))
			.setErr(new PrintWriter(this.err, true))
			.execute(Stream.of(Stream.of("user"), Stream.of(arguments), settings)
				.flatMap((some) -> some)
				.toArray(String[]::new));
	}

	private static List<String> acts() {
		DriverManagerDataSource source = new DriverManagerDataSource(
				String.valueOf(database.get("spring.datasource.url")),
				String.valueOf(database.get("spring.datasource.username")),
				String.valueOf(database.get("spring.datasource.password")));
		return JdbcClient.create(source)
			.sql("select kind || ' ' || subject from act where through = 'CONSOLE' and who = ? order by id")
			.param(System.getProperty("user.name"))
			.query((results, _) -> results.getString(1))
			.list();
	}

	private String file(String text) {
		try {
			return Files.writeString(this.folder.resolve("password"), text).toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String[] with(String[] some, String last) {
		return Stream.concat(Stream.of(some), Stream.of(last)).toArray(String[]::new);
	}

}
