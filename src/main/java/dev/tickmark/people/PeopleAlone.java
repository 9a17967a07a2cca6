package dev.tickmark.people;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

import dev.tickmark.ledger.LedgerAlone;
import dev.tickmark.ledger.LedgerSchema;

/**
 * An application that manages persons and nothing else: no job, no provider. It is to be
 * started lazily. The first administrator may come before the first run, so it makes the
 * ledger where there is none.
 */
@Import({ LedgerAlone.class, LedgerSchema.class })
@ImportAutoConfiguration(TransactionAutoConfiguration.class)
@ComponentScan
public class PeopleAlone {

}
