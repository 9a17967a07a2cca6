package dev.tickmark.verification;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.springframework.stereotype.Service;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.intake.Totals;
import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.payee.InputRow;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Lane;
import dev.tickmark.provider.Lanes;
import dev.tickmark.provider.Routing;

/** Reads, checks and routes a file as a run would, stores nothing and calls nobody. */
@Service
public class DryRun {

	private final Routing routing;

	private final Lanes lanes;

	DryRun(Routing routing, Lanes lanes) {
		this.routing = routing;
		this.lanes = lanes;
	}

	/**
	 * Finds out what a run would ask.
	 * @throws UnreadableFile when the file cannot be taken in
	 */
	public Plan plan(PayeeFile file) throws UnreadableFile {
		Map<ProviderName, Questions> questions = new TreeMap<>();
		long[] unroutable = { 0 };
		Totals totals = file.<RuntimeException>read((row) -> {
			if (!route(row, questions)) {
				unroutable[0]++;
			}
		});
		Map<ProviderName, Lane> opened = this.lanes.open(questions.keySet());
		List<LanePlan> plans = questions.entrySet()
			.stream()
			.map((lane) -> lane.getValue().plan(lane.getKey(), Objects.requireNonNull(opened.get(lane.getKey()))))
			.toList();
		return new Plan(totals.rows(), unroutable[0], plans);
	}

	private boolean route(InputRow row, Map<ProviderName, Questions> questions) {
		Payee payee = row.payee();
		if (payee != null && this.routing.route(payee) instanceof Routing.Route.To to) {
			questions.computeIfAbsent(to.provider(), (_) -> new Questions()).add(to.question());
			return true;
		}
		return false;
	}

	/**
	 * What a run would ask.
	 *
	 * @param rows all rows
	 * @param rejected the rows that cannot be asked about
	 * @param lanes the lanes that would be used
	 */
	public record Plan(long rows, long rejected, List<LanePlan> lanes) {

	}

	/**
	 * What one lane would be asked.
	 *
	 * @param provider whom
	 * @param rows how many rows
	 * @param verifications how many different questions
	 * @param least the least time they take at the permitted rate
	 */
	public record LanePlan(ProviderName provider, long rows, long verifications, Duration least) {

	}

	private static final class Questions {

		private final Set<Long> different = new HashSet<>();

		private long rows;

		void add(byte[] question) {
			// eight bytes of the hash are enough to count by
			this.different.add(ByteBuffer.wrap(question).getLong());
			this.rows++;
		}

		LanePlan plan(ProviderName provider, Lane lane) {
			long calls = (long) this.different.size() * lane.provider().leastCalls();
			return new LanePlan(provider, this.rows, this.different.size(), lane.forecast(calls));
		}

	}

}
