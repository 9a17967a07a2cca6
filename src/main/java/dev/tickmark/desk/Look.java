package dev.tickmark.desk;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tickmark.intake.Format;
import dev.tickmark.intake.Glance;
import dev.tickmark.ledger.desk.Upload;
import dev.tickmark.verification.definition.ColumnChoice;
import dev.tickmark.verification.definition.JobDefinition;

/** What is seen of an upload before anything is done with it. */
public sealed interface Look {

	Upload upload();

	/**
	 * It cannot be read.
	 *
	 * @param why a sentence
	 */
	record Unreadable(Upload upload, String why) implements Look {

	}

	/**
	 * It can be read.
	 *
	 * @param job the definition that was named
	 * @param glance how the file begins
	 * @param choice which column is which: as the person says, as was said of a file with
	 * the same header, or as was found out
	 * @param chosenBy who said so of a file with the same header; null when nobody did,
	 * or the person says otherwise
	 * @param chosenAt when
	 * @param faults why it cannot be verified so, a sentence each
	 */
	record Readable(Upload upload, JobDefinition job, Glance glance, ColumnChoice choice, @Nullable String chosenBy,
			@Nullable Instant chosenAt, List<String> faults) implements Look {

		public Readable {
			faults = List.copyOf(faults);
		}

		/** Whether a person can say which column is which. */
		public boolean canBeChosen() {
			return switch (this.glance.layout().format()) {
				case Format.Csv _, Format.Workbook _ -> true;
				case Format.FixedWidth _, Format.PaymentInitiation _ -> false;
			};
		}

	}

}
