package dev.tickmark.ledger;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

import dev.tickmark.TestDatabase;
import dev.tickmark.Tickmark;

/**
 * A test of the ledger in the whole application on a real database. All of them share one
 * context, and each makes runs of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = { Tickmark.class, Given.class, GivenComparisons.class },
		webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = "tickmark.home=target/${tickmark.test.fork:fork}/tickmark-tests")
@ContextConfiguration(initializers = TestDatabase.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface LedgerTest {

}
