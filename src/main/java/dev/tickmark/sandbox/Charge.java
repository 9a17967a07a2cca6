package dev.tickmark.sandbox;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A line of a statement: what one submission cost.
 *
 * @param chargedAt when the submission was taken in, in whole milliseconds
 * @param verificationId the reference that the provider handed out
 * @param requestId what the client named its request; empty when it did not
 * @param conclusion what the verification comes to
 * @param amount the price
 * @param currency its currency, such as EUR
 * @param account the number that was asked about, masked
 */
record Charge(Instant chargedAt, String verificationId, String requestId, Conclusion conclusion, BigDecimal amount,
		String currency, String account) {

	/** The first line of a statement. */
	static final String HEADER = "charged_at,verification_id,request_id,service,outcome,amount,currency,account";

	private static final CSVFormat FORMAT = CSVFormat.RFC4180;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private static final String SERVICE = "verification";

	private static final String MASK = "****";

	private static final int SHOWN = 4;

	/** The last four characters of a number, unless that is all of it. */
	static String masked(String number) {
		return (number.length() > SHOWN) ? MASK + number.substring(number.length() - SHOWN) : MASK;
	}

	String line() {
		return FORMAT.format(TIME.format(this.chargedAt), this.verificationId, this.requestId, SERVICE,
				this.conclusion.word(), this.amount.toPlainString(), this.currency, this.account);
	}

	/** Reads a line; null when it is none, or was not written to its end. */
	static @Nullable Charge parse(String line) {
		try (CSVParser parser = FORMAT.parse(new StringReader(line))) {
			Iterator<CSVRecord> records = parser.iterator();
			return records.hasNext() ? of(records.next()) : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("a line in memory can be read", ex);
		}
		catch (UncheckedIOException | DateTimeException | IllegalArgumentException _) {
			return null;
		}
	}

	private static @Nullable Charge of(CSVRecord fields) {
		Conclusion conclusion = (fields.size() == 8) ? Conclusion.of(fields.get(4)) : null;
		return (conclusion != null) ? new Charge(Instant.parse(fields.get(0)), fields.get(1), fields.get(2), conclusion,
				new BigDecimal(fields.get(5)), fields.get(6), fields.get(7)) : null;
	}

}
