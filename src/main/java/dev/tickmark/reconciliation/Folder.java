package dev.tickmark.reconciliation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.ComparedFile;
import dev.tickmark.ledger.Reconciliation;
import dev.tickmark.report.reconciliation.Overview;
import dev.tickmark.reconciliation.ReconcileResult.ResultCount;
import dev.tickmark.report.reconciliation.Count;
import dev.tickmark.report.reconciliation.Items;
import dev.tickmark.report.reconciliation.Listing;
import dev.tickmark.report.reconciliation.ReconciliationWriter;
import dev.tickmark.report.reconciliation.Table;
import dev.tickmark.verification.ReportUnwritable;
import dev.tickmark.verification.Stopped;

/** Writes the report folder of a reconciliation. */
final class Folder {

	private final ReconciliationSession session;

	private final List<Overview.Fact> facts = new ArrayList<>();

	private final List<Table> totals = new ArrayList<>();

	private final List<String> remarks = new ArrayList<>();

	Folder(ReconciliationSession session) {
		this.session = session;
	}

	Folder fact(String label, @Nullable Object value) {
		if (value != null) {
			this.facts.add(new Overview.Fact(label, value.toString()));
		}
		return this;
	}

	Folder file(String label) {
		ComparedFile file = this.session.reconciliation().subject().file();
		if (file != null) {
			fact(label, file.name());
			fact("SHA-256", file.sha256());
			fact("Size in bytes", file.size());
		}
		return this;
	}

	Folder total(Table table) {
		this.totals.add(table);
		return this;
	}

	Folder remarks(List<String> sentences) {
		this.remarks.addAll(sentences);
		return this;
	}

	void write(Overview.Kind kind, String title, String subject, List<Count> counts, List<Table.Column> columns,
			Items all, Items differences) throws ReportUnwritable {
		Reconciliation reconciliation = this.session.reconciliation();
		Overview overview = new Overview(kind, title, subject, reconciliation.id(), reconciliation.subject().sandbox(),
				reconciliation.createdAt().truncatedTo(ChronoUnit.SECONDS),
				Instant.now().truncatedTo(ChronoUnit.SECONDS), this.facts, counts, this.totals, this.remarks);
		try {
			ReconciliationWriter.write(reconciliation.reports(), overview,
					new Listing(columns, stoppable(all), stoppable(differences)));
			this.session.reported(counts.stream()
				.filter((count) -> count.count() > 0)
				.map((count) -> new ResultCount(count.key(), count.label(), count.difference(), count.count()))
				.toList());
		}
		catch (IOException ex) {
			throw this.session.failed(new ReportUnwritable(reconciliation.reports(), ex));
		}
		catch (UncheckedIOException ex) {
			throw this.session
				.failed(new ReportUnwritable(reconciliation.reports(), Objects.requireNonNull(ex.getCause())));
		}
	}

	private Items stoppable(Items items) {
		return (consumer) -> items.each((item) -> {
			if (this.session.stopping()) {
				throw new Stopped();
			}
			consumer.accept(item);
		});
	}

	/** How many items there are of each result; none is told as none. */
	static <R extends Enum<R>> List<Count> counts(Class<R> results, Map<R, Long> counts) {
		return Arrays.stream(results.getEnumConstants())
			.map((result) -> Count.of(result.name(), counts.getOrDefault(result, 0L)))
			.toList();
	}

	/** By which rule two things belong together, in words; empty when by none. */
	static String rule(@Nullable String rule) {
		return (rule != null) ? rule.toLowerCase(Locale.ROOT).replace('_', ' ') : "";
	}

	/** A cell: what is not there is empty, and a time is in UTC to the second. */
	static String cell(@Nullable Object value) {
		return switch (value) {
			case null -> "";
			case Instant instant -> instant.truncatedTo(ChronoUnit.SECONDS).toString();
			default -> value.toString();
		};
	}

	/**
	 * An account of which no more than the end is shown; what a statement hides by
	 * asterisks stays hidden.
	 */
	static String masked(@Nullable String account) {
		if (account == null || account.isEmpty()) {
			return "";
		}
		int hidden = account.lastIndexOf('*');
		String end = account.substring(hidden + 1);
		int most = (account.length() > 8 || hidden >= 0) ? 4 : Math.min(2, account.length() / 2);
		return "****" + end.substring(Math.max(0, end.length() - most));
	}

}
