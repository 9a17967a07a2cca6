package dev.tickmark.sandbox;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A sandbox that is final at once, and what the tests of its books ask of it. */
abstract class StatementScene {

	@TempDir
	Path folder;

	Sandbox sandbox;

	@BeforeEach
	void start() throws IOException {
		this.sandbox = start(this.folder, Map.of());
	}

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	static Sandbox start(Path folder, Map<String, String> own) throws IOException {
		Behaviour standard = Behaviour.immediate();
		Behaviour quick = new Behaviour(standard.latency(), standard.latencySpread(), standard.limit(), 0,
				Duration.ZERO, standard.tokenLife(), true, own);
		return Sandbox.start(SandboxSettings.of(quick), folder, false);
	}

	void restart(Map<String, String> own) throws IOException {
		this.sandbox.close();
		this.sandbox = start(this.folder, own);
	}

	HttpResponse<String> statement(Counterparty provider, String query) throws Exception {
		return ProviderClient
			.send(ProviderClient.request(ProviderClient.url(this.sandbox, name(provider)) + "/statement" + query));
	}

	/** The lines of a statement. */
	List<CSVRecord> lines(Counterparty provider) throws Exception {
		return lines(provider, "");
	}

	List<CSVRecord> lines(Counterparty provider, String query) throws Exception {
		HttpResponse<String> response = statement(provider, query);
		assertThat(response.statusCode()).isEqualTo(200);
		CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
		try (CSVParser parser = format.parse(new StringReader(response.body()))) {
			return parser.getRecords();
		}
	}

	long submissions(Counterparty provider) throws Exception {
		String url = ProviderClient.url(this.sandbox, name(provider)) + "/sandbox/record";
		return ProviderClient.json(ProviderClient.send(ProviderClient.request(url))).path("submissions").longValue();
	}

	Path file(Counterparty provider) {
		return this.folder.resolve(name(provider) + "-statement.csv");
	}

	static String name(Counterparty provider) {
		return provider.name().toLowerCase(Locale.ROOT);
	}

}
