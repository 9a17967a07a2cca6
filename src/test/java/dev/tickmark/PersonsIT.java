package dev.tickmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Rows for which a person must act before the provider can say anything. */
@EnabledOnOs(OS.LINUX)
@Tag("long")
class PersonsIT {

	@AutoClose
	private final Workplace here;

	PersonsIT(@TempDir Path folder) {
		this.here = new Workplace(folder);
	}

	@Test
	void linksAreHandedOverWhileTheyAreAliveToNobodyButTheFilesOwner(@TempDir Path providersFolder) throws Exception {
		this.here.file("payees.csv", Payees.everybody().paysafe("7122").paysafe("0001").paysafe("7123"));
		Map<String, Map<String, String>> keys = Map.of("paysafe", Map.of("session-life", "10s"));
		try (Providers providers = Providers.start(providersFolder, keys)) {
			RunningProgram program = this.here.start(providers.settings(), "verify", "payees.csv");
			Report report = this.here.report("payees.csv", 1);
			Path actions = report.folder().resolve("actions.csv");
			await()
				.until(() -> Files.exists(actions) && links(report).stream().filter((l) -> !l.isEmpty()).count() >= 2);
			assertThat(program.isAlive()).as("the run goes on").isTrue();
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(actions))).isEqualTo("rw-------");
			List<String> early = links(report).stream().filter((link) -> !link.isEmpty()).toList();
			assertThat(early).allSatisfy((link) -> assertThat(status(link)).as("the link lets in").isEqualTo(200));

			program.end().with(3).saying("Links for persons to act upon", "2 still open", "actions.csv");
			assertThat(report.column("verdict")).containsExactly("ACTION_REQUIRED", "MATCH", "ACTION_REQUIRED");
			List<CSVRecord> open = report.actions();
			assertThat(open).extracting((row) -> row.get("line")).containsExactly("2", "4");
			assertThat(open.get(0).get("link")).as("it has expired").isEmpty();
			assertThat(open.get(0).get("reason")).contains("new session");
			assertThat(status(open.get(1).get("link"))).isEqualTo(200);
			assertThat(open.get(1).get("expires_at")).isNotEmpty();
			String code = open.get(1).get("link").replaceAll(".*secureCode=", "");
			for (String file : List.of("results.csv", "rejected.csv", "summary.json")) {
				assertThat(Files.readString(report.folder().resolve(file))).doesNotContain(code, "secureCode");
			}
			assertThat(this.here.told())
				.allSatisfy((file) -> assertThat(Files.readString(file)).doesNotContain(code.substring(0, 20)));
			assertThat(providers.counted("paysafe", "submissions")).isEqualTo(3);

			this.here.run(providers.settings(), "verify", "payees.csv").with(3).saying("Continuing run 1");
			assertThat(providers.counted("paysafe", "submissions")).as("only the expired session is opened anew")
				.isEqualTo(4);
			assertThat(report.actions().get(1).get("link")).isEqualTo(open.get(1).get("link"));
		}
	}

	private static List<String> links(Report report) throws IOException {
		return report.actions().stream().map((row) -> row.get("link")).toList();
	}

	private static int status(String link) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.discarding())
				.statusCode();
		}
	}

}
