package dev.tickmark.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import dev.tickmark.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerPresenceTests {

	@TempDir
	private Path home;

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withUserConfiguration(LedgerAlone.class)
		.withInitializer(
				(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()));

	@Test
	void whereThereIsNoDatabaseNoneIsMade() {
		assertThat(found(this.application)).isInstanceOf(LedgerPresence.Found.Nothing.class);
		assertThat(this.home).isEmptyDirectory();
	}

	@Test
	void aDatabaseThatNobodyEverUsedHasNoLedger() {
		assertThat(found(at(TestDatabase.create()))).isInstanceOf(LedgerPresence.Found.Nothing.class);
	}

	@Test
	void aLedgerIsFound() {
		Map<String, Object> database = TestDatabase.create();
		Flyway.configure()
			.dataSource(setting(database, "url"), setting(database, "username"), setting(database, "password"))
			.load()
			.migrate();
		assertThat(found(at(database))).isInstanceOf(LedgerPresence.Found.Ledger.class);
	}

	@Test
	void aDatabaseThatCannotBeReachedIsToldOfInASentence() {
		assertThat(found(this.application.withPropertyValues("spring.datasource.url=jdbc:postgresql://localhost:1/none",
				"spring.datasource.hikari.connection-timeout=250")))
			.isInstanceOfSatisfying(LedgerPresence.Found.Unusable.class,
					(unusable) -> assertThat(unusable.why()).startsWith("The database cannot be used: ")
						.contains("spring.datasource.url"));
	}

	@Test
	void anEmbeddedDatabaseThatCannotBeUsedIsToldOfInASentence() throws Exception {
		Files.createDirectories(this.home.resolve("postgres/data"));
		Files.writeString(this.home.resolve("postgres/data/PG_VERSION"), "9.6\n");
		assertThat(found(this.application)).isInstanceOfSatisfying(LedgerPresence.Found.Unusable.class,
				(unusable) -> assertThat(unusable.why()).startsWith("The embedded database in "));
	}

	private static String setting(Map<String, Object> database, String name) {
		return String.valueOf(database.get("spring.datasource." + name));
	}

	private ApplicationContextRunner at(Map<String, Object> database) {
		return this.application.withPropertyValues(database.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + entry.getValue())
			.toArray(String[]::new));
	}

	private LedgerPresence.Found found(ApplicationContextRunner runner) {
		LedgerPresence.Found[] found = new LedgerPresence.Found[1];
		runner.withPropertyValues("tickmark.home=" + this.home)
			.run((context) -> found[0] = context.getBean(LedgerPresence.class).look());
		return found[0];
	}

}
