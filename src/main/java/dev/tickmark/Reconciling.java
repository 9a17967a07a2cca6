package dev.tickmark;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * The application with the room that compares the ledger with others. It stands apart so
 * that the other commands do not start later for it.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(Tickmark.class)
@ComponentScan(basePackages = "dev.tickmark.reconciliation")
public class Reconciling {

}
