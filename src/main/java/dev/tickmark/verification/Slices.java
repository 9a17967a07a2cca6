package dev.tickmark.verification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

import dev.tickmark.payee.ProviderName;

/**
 * Divides the work into lanes, and each lane into slices. A chunk waits for the slowest
 * of its calls; with several slices the others use the lane meanwhile. The names are the
 * same in every execution, so that a restart finds its partitions again; and they alone
 * say whose slice it is: a kill can come between the creation of a partition and that of
 * its execution context, which every restart would then find empty.
 */
public final class Slices {

	private Slices() {
	}

	/** Partitions of some lanes, which are asked for when the step starts. */
	public static Partitioner of(Supplier<List<ProviderName>> lanes, int slices) {
		return (gridSize) -> {
			Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
			for (ProviderName lane : lanes.get()) {
				for (int slice = 0; slice < slices; slice++) {
					partitions.put(lane + "-" + slice, new ExecutionContext());
				}
			}
			return partitions;
		};
	}

	/** Whose slice a step works on. */
	public static ProviderName provider(StepExecution step) {
		String partition = partition(step);
		return new ProviderName(partition.substring(0, partition.lastIndexOf('-')));
	}

	/** Which slice a step works on. */
	public static int slice(StepExecution step) {
		String partition = partition(step);
		return Integer.parseInt(partition.substring(partition.lastIndexOf('-') + 1));
	}

	private static String partition(StepExecution step) {
		return step.getStepName().substring(step.getStepName().indexOf(':') + 1);
	}

}
