package dev.tickmark.verification;

import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * A session that needs lanes.
 *
 * @param name for those who share a lane with it
 * @param sandbox whether its lanes lead to the sandbox
 * @param stop by which it is stopped when a lane is not this process's own any more
 * @param over whether there is nothing to use a lane for any more; asked again and again
 * @param waits told now and then for which lane it waits, and who has it
 */
public record LaneUser(String name, boolean sandbox, StopSignal stop, BooleanSupplier over,
		BiConsumer<String, String> waits) {

}
