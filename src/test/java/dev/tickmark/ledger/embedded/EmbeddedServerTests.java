package dev.tickmark.ledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a running server is like, in a folder whose name has spaces, quotes and a dollar.
 */
class EmbeddedServerTests {

	private static Path folder;

	private static EmbeddedServer server;

	@BeforeAll
	static void open() throws DatabaseUnavailable {
		folder = Seed.folder();
		server = EmbeddedServer.open(folder);
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "fsync", "synchronous_commit", "full_page_writes" })
	void whatIsCommittedIsOnTheDisk(String setting) throws SQLException {
		assertThat(Seed.setting(server, setting)).isEqualTo("on");
	}

	@Test
	void itIsTheSameEverywhere() throws SQLException {
		Map<String, String> expected = Map.of("log_timezone", "UTC", "server_encoding", "UTF8", "listen_addresses",
				"127.0.0.1", "max_connections", "100", "log_min_messages", "log");
		for (Map.Entry<String, String> setting : expected.entrySet()) {
			assertThat(Seed.setting(server, setting.getKey())).isEqualTo(setting.getValue());
		}
		assertThat(Seed.ask(server, "select string_agg(x, '' order by x) from unnest(array['b', 'B', 'ä', 'a']) x"))
			.isEqualTo("Babä");
		assertThat(Seed.ask(server, "select upper('łódź')")).isEqualTo("ŁÓDŹ");
		assertThat(Seed.ask(server, "show server_version")).startsWith("18.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "wrong" })
	void nobodyEntersWithoutThePassword(String password) {
		for (String database : new String[] { "tickmark", "postgres" }) {
			String url = server.jdbcUrl().replace("tickmark", database);
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(url, server.username(), password))
				.withMessageContaining("password");
		}
	}

	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	void noOtherUserReadsTheFolderOrThePassword() throws IOException {
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
			.isEqualTo("rw-------");
		assertThat(folder.resolve("password")).hasContent(server.password());
	}

	@Test
	void anErrorLeavesNoPayeeInTheLog() throws Exception {
		Seed.update(server, "create table payee (iban text primary key, born date)");
		Seed.update(server, "insert into payee values ('DE89370400440532013000', null)");
		for (String failing : new String[] { "insert into payee values ('DE89370400440532013000', null)",
				"insert into payee values ('FR76', 'Jane Sample')", "select 'Jane Sample' || nonsense" }) {
			assertThatExceptionOfType(SQLException.class).isThrownBy(() -> Seed.update(server, failing));
		}
		assertThat(Files.readString(folder.resolve("server.log"))).contains("ready to accept connections")
			.doesNotContain("DE89", "Jane", "insert", "password_", server.password());
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void ctrlCDoesNotReachIt() throws IOException {
		long theirs = Seed.process().pid();
		assertThat(processGroupAndSession(theirs)).isEqualTo(theirs + " " + theirs);
		assertThat(processGroupAndSession(ProcessHandle.current().pid())).doesNotContain(Long.toString(theirs));
	}

	/** Fields 5 and 6 of the kernel's line about a process; the 2nd is in parentheses. */
	private static String processGroupAndSession(long pid) throws IOException {
		String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
		String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
		return fields[2] + " " + fields[3];
	}

}
