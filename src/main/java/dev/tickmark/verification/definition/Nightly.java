package dev.tickmark.verification.definition;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What a job does by itself.
 *
 * @param schedule when
 * @param inbox with which files
 * @param recheckEarlier how old the unfinished runs may be that a night continues before
 * it takes new files; zero: none are
 * @param tell who is told; null: nobody
 */
public record Nightly(Schedule schedule, Inbox inbox, Duration recheckEarlier, @Nullable Tell tell) {

}
