package dev.tickmark.reconciliation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.ReadBackItem;
import dev.tickmark.ledger.ReadBackItems;
import dev.tickmark.ledger.ReadBackItems.ProviderCount;
import dev.tickmark.ledger.ReadBackResult;
import dev.tickmark.ledger.ReadBacks;
import dev.tickmark.ledger.Reconciliation;
import dev.tickmark.ledger.Subject;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Outcome;
import dev.tickmark.provider.Lane;
import dev.tickmark.report.reconciliation.Overview;
import dev.tickmark.report.reconciliation.Count;
import dev.tickmark.report.reconciliation.Table;
import dev.tickmark.report.reconciliation.Table.Column;
import dev.tickmark.verification.ReportUnwritable;

/** Reports what came of reading answers back, once all of them are read. */
@Component
class ReadBackReport implements Tasklet {

	private static final List<Column> COLUMNS = List.of(Column.number("run"), Column.number("line"),
			Column.number("rows"), Column.text("reference"), Column.text("provider"), Column.text("provider_reference"),
			Column.text("result"), Column.text("verdict_here"), Column.text("verdict_there"), Column.text("difference"),
			Column.text("reason_there"), Column.text("checked_at"), Column.text("read_at"));

	private final ReconciliationSessions sessions;

	private final ReadBacks readBacks;

	private final ReadBackItems items;

	ReadBackReport(ReconciliationSessions sessions, ReadBacks readBacks, ReadBackItems items) {
		this.sessions = sessions;
		this.readBacks = readBacks;
		this.items = items;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context)
			throws Incomplete, ReportUnwritable {
		ReconciliationSession session = this.sessions.of(contribution.getStepExecution());
		session.watcher().asked();
		Reconciliation reconciliation = session.reconciliation();
		Map<ReadBackResult, Long> counts = this.readBacks.counts(reconciliation.id());
		long left = this.readBacks.lanes(reconciliation.id())
			.stream()
			.mapToLong((share) -> share.total() - share.done())
			.sum();
		if (left > 0) {
			throw session.failed(new Incomplete(incomplete(session, left)));
		}
		Subject subject = reconciliation.subject();
		List<ProviderCount> providers = this.items.byProvider(reconciliation.id());
		Folder folder = new Folder(session).fact("Run", subject.run())
			.fact("Answers since", subject.since())
			.total(byProvider(providers))
			.remarks(remarks(session, counts))
			.remarks(strangers(providers))
			.fact("Answers without a provider's reference, not compared",
					this.readBacks.withoutReference(reconciliation));
		folder.write(Overview.Kind.PROVIDERS, "With the providers",
				"What the ledger has of "
						+ ((subject.run() != null) ? "run " + subject.run() : "all runs since " + subject.since())
						+ " was compared with what the providers answer when it is read back.",
				Folder.counts(ReadBackResult.class, counts), COLUMNS,
				(consumer) -> this.items.each(reconciliation.id(), false, (item) -> consumer.accept(cells(item))),
				(consumer) -> this.items.each(reconciliation.id(), true, (item) -> consumer.accept(cells(item))));
		return RepeatStatus.FINISHED;
	}

	private static String incomplete(ReconciliationSession session, long left) {
		List<String> reasons = session.lanes()
			.stream()
			.map(ReadingLane::lane)
			.flatMap((lane) -> trouble(session, lane))
			.toList();
		return ((left == 1) ? "1 verification is" : left + " verifications are") + " not read back yet."
				+ (reasons.isEmpty() ? "" : " ") + String.join(" ", reasons);
	}

	private static Stream<String> trouble(ReconciliationSession session, Lane lane) {
		Outcome.LaneFault fault = lane.fault();
		if (fault != null) {
			return Stream.of(fault.finding().reason());
		}
		if (lane.outSince() != null) {
			return Stream.of("Lane " + lane.provider().name() + ": the provider is out of service.");
		}
		if (!lane.paused().isZero()) {
			return Stream.of("Lane " + lane.provider().name() + ": the provider asks to wait.");
		}
		return session.over(lane) && !session.over() ? Stream.of("Lane " + lane.provider().name() + ": "
				+ lane.tightest().limit() + " are used, the next from " + Folder.cell(lane.tightest().next()) + " on.")
				: Stream.empty();
	}

	private static List<String> remarks(ReconciliationSession session, Map<ReadBackResult, Long> counts) {
		List<String> remarks = new ArrayList<>();
		if (counts.getOrDefault(ReadBackResult.CONCLUDED, 0L) > 0) {
			Long run = session.reconciliation().subject().run();
			remarks.add("What was open and is concluded now is not in the run's report yet: tickmark report "
					+ ((run != null) ? run : "RUN") + " writes it anew, and the command of the run completes it.");
		}
		List<Long> leftOut = session.material(Material.Answers.class).leftOut();
		if (!leftOut.isEmpty()) {
			remarks.add("Left out because they are not at their end, or somebody works on them: "
					+ ((leftOut.size() == 1) ? "run " : "runs ")
					+ String.join(", ", leftOut.stream().limit(20).map(String::valueOf).toList())
					+ ((leftOut.size() > 20) ? " and " + (leftOut.size() - 20) + " more." : "."));
		}
		return remarks;
	}

	/**
	 * A provider that knows nothing at all, or shows nothing, is rather not the one that
	 * was asked.
	 */
	private static List<String> strangers(List<ProviderCount> providers) {
		Map<String, Long> known = new TreeMap<>();
		Map<String, Long> unknown = new TreeMap<>();
		providers.forEach((count) -> (isNothing(count.result()) ? unknown : known).merge(count.provider().value(),
				count.items(), Long::sum));
		return unknown.entrySet()
			.stream()
			.filter((count) -> count.getValue() > 2 && !known.containsKey(count.getKey()))
			.map((count) -> "Nothing that was asked of " + count.getKey()
					+ " can be read there. Check tickmark.providers." + count.getKey()
					+ ".base-url and its credentials before you ask the provider.")
			.toList();
	}

	private static boolean isNothing(ReadBackResult result) {
		return result == ReadBackResult.UNKNOWN_THERE || result == ReadBackResult.NOT_READABLE;
	}

	private static Table byProvider(List<ProviderCount> found) {
		Map<String, Map<ReadBackResult, Long>> providers = new TreeMap<>();
		Map<ReadBackResult, Long> all = new EnumMap<>(ReadBackResult.class);
		found.forEach((count) -> {
			providers.computeIfAbsent(count.provider().value(), (_) -> new EnumMap<>(ReadBackResult.class))
				.put(count.result(), count.items());
			all.merge(count.result(), count.items(), Long::sum);
		});
		providers.put("total", all);
		List<Column> columns = new ArrayList<>(List.of(Column.text("provider"), Column.number("read back")));
		Arrays.stream(ReadBackResult.values())
			.map((result) -> Column.number(Count.of(result.name(), 0).label()))
			.forEach(columns::add);
		List<List<String>> rows = new ArrayList<>();
		providers.forEach((provider, counts) -> {
			List<String> row = new ArrayList<>(
					List.of(provider, String.valueOf(counts.values().stream().mapToLong(Long::longValue).sum())));
			Arrays.stream(ReadBackResult.values())
				.map((result) -> String.valueOf(counts.getOrDefault(result, 0L)))
				.forEach(row::add);
			rows.add(row);
		});
		rows.sort((a, b) -> Boolean.compare("total".equals(a.getFirst()), "total".equals(b.getFirst())));
		return new Table("By provider", columns, rows);
	}

	private static List<String> cells(ReadBackItem item) {
		Finding there = item.there();
		return List.of(Folder.cell(item.run()), Folder.cell(item.line()), Folder.cell(item.rows()),
				Folder.cell(item.rowReference()), item.provider().value(), item.reference(), item.result().name(),
				Folder.cell(item.was()), (there != null) ? there.verdict().name() : "", Folder.cell(item.difference()),
				(there != null) ? there.reason() : "", Folder.cell(item.checkedAt()), Folder.cell(item.readAt()));
	}

}
