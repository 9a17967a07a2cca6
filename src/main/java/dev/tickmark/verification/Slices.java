package dev.tickmark.verification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

import dev.tickmark.payee.ProviderName;

/**
 * Divides the work into lanes, and each lane into slices. A chunk waits for the slowest
 * of its calls; with several slices the others use the lane meanwhile. The names are the
 * same in every execution, so that a restart finds its partitions again.
 */
final class Slices {

	private static final String PROVIDER = "provider";

	private static final String SLICE = "slice";

	private Slices() {
	}

	/** Partitions of a session's lanes; it is asked again when the step starts. */
	static Partitioner of(Supplier<Session> session, int slices) {
		return (gridSize) -> {
			Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
			for (OpenLane lane : session.get().lanes()) {
				for (int slice = 0; slice < slices; slice++) {
					ExecutionContext context = new ExecutionContext();
					context.putString(PROVIDER, lane.progress().provider().value());
					context.putInt(SLICE, slice);
					partitions.put(lane.progress().provider() + "-" + slice, context);
				}
			}
			return partitions;
		};
	}

	static ProviderName provider(ExecutionContext partition) {
		return new ProviderName(partition.getString(PROVIDER));
	}

	static int slice(ExecutionContext partition) {
		return partition.getInt(SLICE);
	}

}
