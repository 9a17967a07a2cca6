package dev.tickmark.report.payment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.AccountTypeMatch;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Verdict;

/** Payment messages, what they are split into, and what is reported of them. */
final class Given {

	static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

	static final Instant CREATED_AT = Instant.parse("2026-03-01T22:15:30.987Z");

	private Given() {
	}

	static String message(String header, String... payments) {
		return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"" + NAMESPACE
				+ "\">\n<CstmrCdtTrfInitn>\n<GrpHdr><MsgId>M-1</MsgId>" + header + "</GrpHdr>\n"
				+ String.join("", payments) + "</CstmrCdtTrfInitn>\n</Document>\n";
	}

	static String payment(String id, String head, String... transactions) {
		return "<PmtInf><PmtInfId>" + id + "</PmtInfId>" + head + "\n" + String.join("", transactions) + "</PmtInf>\n";
	}

	static String paying(String id, String amount) {
		return "<CdtTrfTxInf><PmtId><EndToEndId>" + id + "</EndToEndId></PmtId><Amt><InstdAmt Ccy=\"EUR\">" + amount
				+ "</InstdAmt></Amt><Cdtr><Nm>Erika Mustermann</Nm></Cdtr><CdtrAcct><Id>"
				+ "<IBAN>DE89370400440532013000</IBAN></Id></CdtrAcct></CdtTrfTxInf>\n";
	}

	static Original original(String text, Charset charset) {
		byte[] bytes = text.getBytes(charset);
		return () -> new ByteArrayInputStream(bytes);
	}

	static Original original(String text) {
		return original(text, StandardCharsets.UTF_8);
	}

	/** A letter for each row: P is payable, Q is not. */
	static PayableRows rows(String letters) {
		PayableRows rows = new PayableRows();
		letters.chars().forEach((letter) -> rows.add(letter == 'P'));
		return rows;
	}

	static Halves split(String text, String letters) throws IOException {
		return split(original(text), rows(letters), StandardCharsets.UTF_8, false);
	}

	static Halves split(Original original, PayableRows rows, Charset charset, boolean simulated) throws IOException {
		Map<Half, ByteArrayOutputStream> files = new EnumMap<>(Half.class);
		PaymentSplit split = PaymentSplit.write(original, rows, (half) -> {
			ByteArrayOutputStream file = new ByteArrayOutputStream();
			if (files.put(half, file) != null) {
				throw new IOException("opened twice");
			}
			return file;
		}, simulated);
		Map<Half, String> texts = new EnumMap<>(Half.class);
		files.forEach((half, file) -> texts.put(half, file.toString(charset)));
		return new Halves(split, texts);
	}

	static Finding match(Basis basis) {
		return new Finding(Verdict.MATCH, AccountState.ACTIVE,
				(basis == Basis.NAME_AND_ACCOUNT) ? NameMatch.FULL : NameMatch.NOT_CHECKED, AccountTypeMatch.YES, basis,
				"The name agrees.", "MTCH", null, "ref-1");
	}

	static Finding match() {
		return match(Basis.NAME_AND_ACCOUNT);
	}

	static Finding close(String suggestion) {
		return Finding.of(Verdict.CLOSE_MATCH, "The name is similar.").code("CMTC").suggesting(suggestion);
	}

	static String report(String text, Finding... findings) throws IOException {
		return report(text, false, findings);
	}

	static String report(String text, boolean simulated, Finding... findings) throws IOException {
		PaymentStatuses statuses = new PaymentStatuses();
		List.of(findings).forEach(statuses::add);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (StatusReport report = StatusReport.open(original(text), statuses, CREATED_AT, out, simulated)) {
			for (Finding finding : findings) {
				report.write(finding);
			}
			report.finish();
		}
		return out.toString(StandardCharsets.UTF_8);
	}

	/**
	 * What a message was split into.
	 *
	 * @param split what each half comes to
	 * @param texts what was written; nothing for a half that was not
	 */
	record Halves(PaymentSplit split, Map<Half, String> texts) {

		String payable() {
			return Objects.requireNonNull(this.texts.get(Half.PAYABLE), "no payable half");
		}

		String quarantine() {
			return Objects.requireNonNull(this.texts.get(Half.QUARANTINE), "no quarantine");
		}

	}

}
