package dev.tickmark.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.tickmark.ledger.embedded.DatabaseUnavailable;
import dev.tickmark.ledger.embedded.EmbeddedServer;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedDatabaseConfigurationTests {

	@TempDir
	Path home;

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withUserConfiguration(EmbeddedDatabaseConfiguration.class)
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
				FlywayAutoConfiguration.class));

	@Test
	void withoutADatabaseOfOnesOwnThePoolAndFlywayUseTheEmbeddedOne() throws Exception {
		Path migrations = Files.createDirectory(this.home.resolve("migrations"));
		Files.writeString(migrations.resolve("V1__greeting.sql"), "create table greeting (word text);");
		this.context
			.withPropertyValues("tickmark.home=" + this.home, "spring.flyway.locations=filesystem:" + migrations)
			.run((started) -> {
				assertThat(started).hasSingleBean(HikariDataSource.class);
				assertThat(
						started.getBean(JdbcTemplate.class).queryForObject("select count(*) from greeting", Long.class))
					.isZero();
				assertThat(this.home.resolve("postgres/data/postmaster.pid")).exists();
			});
		assertThat(this.home.resolve("postgres/data")).isDirectory();
		assertThat(this.home.resolve("postgres/data/postmaster.pid")).doesNotExist();
		// The pool was closed before the server: no client was thrown out
		assertThat(this.home.resolve("postgres/server.log")).content().doesNotContain("terminating connection");
	}

	@Test
	void withADatabaseOfOnesOwnNothingEmbeddedHappens() {
		this.context
			.withPropertyValues("tickmark.home=" + this.home, "spring.flyway.enabled=false",
					"spring.datasource.url=jdbc:postgresql://db.example/payees")
			.run((started) -> {
				assertThat(started).hasNotFailed().doesNotHaveBean(EmbeddedServer.class);
				assertThat(started.getBean(HikariDataSource.class).getJdbcUrl())
					.isEqualTo("jdbc:postgresql://db.example/payees");
			});
		assertThat(this.home).isEmptyDirectory();
	}

	@Test
	void aDatabaseThatCannotBeUsedIsTheReasonOfTheFailure() throws Exception {
		Files.createFile(this.home.resolve("postgres"));
		this.context.withPropertyValues("tickmark.home=" + this.home)
			.run((started) -> assertThat(started).getFailure()
				.hasRootCauseInstanceOf(IOException.class)
				.hasStackTraceContaining(DatabaseUnavailable.class.getName()));
	}

}
