package dev.tickmark.report.reconciliation;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import dev.tickmark.report.CsvFile;

/** Streams items into a CSV file and counts them. */
final class ItemsFile {

	private final Listing listing;

	private long items;

	ItemsFile(Listing listing) {
		this.listing = listing;
	}

	/**
	 * Writes and closes the file.
	 * @param also gets every item, too
	 * @return how many items there were
	 */
	long write(OutputStream out, Items items, Consumer<List<String>> also) throws IOException {
		try (CsvFile file = new CsvFile(out, this.listing.formulasHarmless())) {
			file.print(this.listing.columns().stream().map(Table.Column::name).toList());
			items.each((item) -> {
				print(file, item);
				also.accept(item);
			});
		}
		catch (UncheckedIOException ex) {
			throw Objects.requireNonNull(ex.getCause());
		}
		return this.items;
	}

	private void print(CsvFile file, List<String> item) {
		Table.fits(this.listing.columns(), item);
		try {
			file.print(item);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.items++;
	}

}
