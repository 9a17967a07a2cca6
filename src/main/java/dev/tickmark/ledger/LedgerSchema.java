package dev.tickmark.ledger;

import java.io.IOException;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Import;

/**
 * Brings the tables up to date before anybody uses them. Not found by a look through this
 * package: an application that only reads imports no schema.
 */
@Import(DatabaseInitializationDependencyConfigurer.class)
public class LedgerSchema implements InitializingBean {

	private static final Logger log = LoggerFactory.getLogger(LedgerSchema.class);

	private final DataSource database;

	private final ClassLoader classes;

	LedgerSchema(DataSource database) {
		this.database = database;
		this.classes = LedgerSchema.class.getClassLoader();
	}

	/**
	 * Flyway is not even loaded where all its scripts are in force: that takes half a
	 * second, at every start, to find out that nothing is to be done.
	 */
	@Override
	public void afterPropertiesSet() throws IOException {
		if (Migrations.packed(this.classes).inForce(this.database)) {
			log.debug("the tables are as they should be");
			return;
		}
		Flyway.configure(this.classes).dataSource(this.database).locations(Migrations.LOCATION).load().migrate();
	}

}
