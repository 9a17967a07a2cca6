package dev.tickmark.verification.definition;

/** What a job does by itself: when, and with which files. */
public record Nightly(Schedule schedule, Inbox inbox) {

}
