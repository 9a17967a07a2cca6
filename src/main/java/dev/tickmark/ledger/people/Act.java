package dev.tickmark.ledger.people;

import java.time.Instant;

/** What a person did, as the audit table has it. */
public record Act(long id, Instant at, Actor actor, Deed deed) {

}
