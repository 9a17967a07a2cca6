package dev.tickmark.ledger;

import java.nio.file.Path;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

import dev.tickmark.ledger.embedded.DatabaseUnavailable;
import dev.tickmark.ledger.embedded.EmbeddedServer;

/**
 * Connects to a PostgreSQL server of Tickmark's own below {@code tickmark.home}, unless
 * {@code spring.datasource.url} names another.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabaseConfiguration.NoDatabaseConfigured.class)
class EmbeddedDatabaseConfiguration {

	/** Closed after the connection pool, which depends on it through its details. */
	@Bean(destroyMethod = "close")
	EmbeddedServer embeddedServer(Environment environment) throws DatabaseUnavailable {
		return EmbeddedServer.open(folder(environment)).tended();
	}

	/** Where the embedded server is, or would be. */
	static Path folder(Environment environment) {
		return Path.of(environment.getProperty("tickmark.home", "./.tickmark"), "postgres");
	}

	static boolean isAnotherConfigured(Environment environment) {
		return StringUtils.hasText(environment.getProperty("spring.datasource.url"));
	}

	@Bean
	JdbcConnectionDetails embeddedConnectionDetails(EmbeddedServer server) {
		return new JdbcConnectionDetails() {

			@Override
			public String getJdbcUrl() {
				return server.jdbcUrl();
			}

			@Override
			public String getUsername() {
				return server.username();
			}

			@Override
			public String getPassword() {
				return server.password();
			}

		};
	}

	static final class NoDatabaseConfigured implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return !isAnotherConfigured(context.getEnvironment());
		}

	}

}
