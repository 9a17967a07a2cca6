package dev.tickmark.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;

import javax.sql.DataSource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The scripts that make the tables, each with Flyway's checksum of it.
 *
 * @param checksums by the scripts' names
 */
record Migrations(Map<String, Integer> checksums) {

	static final String LOCATION = "classpath:db/migration";

	/** Those in our jar. */
	static Migrations packed(ClassLoader classes) throws IOException {
		Map<String, Integer> checksums = new HashMap<>();
		for (Resource script : new PathMatchingResourcePatternResolver(classes).getResources(LOCATION + "/*.sql")) {
			checksums.put(Objects.requireNonNull(script.getFilename()), checksum(script));
		}
		return new Migrations(checksums);
	}

	/**
	 * Whether all of them are in force in a database, as they are. If not, it is for
	 * Flyway to say what that means.
	 */
	boolean inForce(DataSource database) {
		JdbcClient client = JdbcClient.create(database);
		if (!client.sql("select to_regclass('flyway_schema_history') is not null").query(Boolean.class).single()) {
			return false;
		}
		Map<String, Integer> applied = new HashMap<>();
		boolean[] failed = new boolean[1];
		client.sql("select script, checksum, success from flyway_schema_history").query((row) -> {
			applied.put(row.getString("script"), row.getInt("checksum"));
			failed[0] |= !row.getBoolean("success");
		});
		return !failed[0] && !this.checksums.isEmpty() && applied.entrySet().containsAll(this.checksums.entrySet());
	}

	/** Flyway's: of the text's lines without their ends. */
	private static int checksum(Resource script) throws IOException {
		CRC32 checksum = new CRC32();
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(script.getInputStream(), StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				checksum.update(line.getBytes(StandardCharsets.UTF_8));
			}
		}
		return (int) checksum.getValue();
	}

}
