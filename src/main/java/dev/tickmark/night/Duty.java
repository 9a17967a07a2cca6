package dev.tickmark.night;

import java.nio.file.Path;

/**
 * What holds for all that this process does by itself.
 *
 * @param reports where reports go of jobs that do not say so
 * @param sandbox whether the sandbox answers
 * @param watcher who is told
 * @param ending by which it ends
 */
public record Duty(Path reports, boolean sandbox, NightWatcher watcher, Ending ending) {

}
