package dev.tickmark.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tickmark.ledger.Hashes;
import dev.tickmark.ledger.Nul;
import dev.tickmark.ledger.desk.KeptChoices;
import dev.tickmark.ledger.desk.Upload;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.payee.Column;
import dev.tickmark.verification.definition.ColumnChoice;

/**
 * Remembers which column of a file is which, for the next file with the same header.
 */
@Component
class Choices {

	private final KeptChoices kept;

	private final Acts acts;

	private final TransactionTemplate transaction;

	Choices(KeptChoices kept, Acts acts, PlatformTransactionManager transactions) {
		this.kept = kept;
		this.acts = acts;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** What was chosen for a file with this header. */
	Optional<Remembered> find(List<String> header) {
		return this.kept.find(hash(header)).map((choice) -> {
			SortedMap<Integer, Column> columns = new TreeMap<>();
			for (int i = 0; i < Math.min(header.size(), choice.columns().size()); i++) {
				int position = i;
				// a column that this version does not know is carried through
				Column.named(choice.columns().get(i)).ifPresent((column) -> columns.put(position, column));
			}
			return new Remembered(new ColumnChoice(header, columns), choice.by(), choice.at());
		});
	}

	/** Remembers it, which counts for everybody's next file. */
	void remember(ColumnChoice choice, Upload upload, Actor actor, Instant now) {
		List<String> columns = new ArrayList<>();
		for (int i = 0; i < choice.header().size(); i++) {
			Column column = choice.columns().get(i);
			columns.add((column != null) ? column.header() : "");
		}
		this.transaction.executeWithoutResult((_) -> {
			this.kept.remember(hash(choice.header()), new KeptChoices.Choice(columns, actor.who(), now));
			this.acts.add(actor, Deed.to(ActKind.CHOOSE_COLUMNS, upload.name()).saying(comment(choice, upload)), now);
		});
	}

	/**
	 * Notes that what is remembered for this header, if anything is, was chosen again.
	 */
	void use(ColumnChoice choice, Instant now) {
		this.kept.use(hash(choice.header()), now);
	}

	/** By their places: what a file calls them may be anything. */
	private static String comment(ColumnChoice choice, Upload upload) {
		String columns = choice.columns()
			.entrySet()
			.stream()
			.map((column) -> (column.getKey() + 1) + " " + column.getValue().header())
			.collect(Collectors.joining(", ", "upload " + upload.id() + ", columns: ", ""));
		return columns.substring(0, Math.min(columns.length(), Deed.LONGEST_COMMENT));
	}

	/** With the length of each cell, so that no two headers are taken for the same. */
	private static String hash(List<String> header) {
		return Hashes.sha256(header.stream()
			.map((cell) -> cell.length() + ":" + Nul.replaced(cell))
			.collect(Collectors.joining(",")));
	}

	/**
	 * A choice of before.
	 *
	 * @param by who made it
	 */
	record Remembered(ColumnChoice choice, String by, Instant at) {

	}

}
