package dev.tickmark.sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Sessions opened at 1,000 that live until 9,000; the person needs until 2,000. */
class PaysafeSessionTests {

	private static final String ORIGIN = "http://127.0.0.1:8105";

	private static PaysafeSession session(PaysafeReport report) {
		return session(report, report.finishes() ? 2_000 : Long.MAX_VALUE);
	}

	private static PaysafeSession session(PaysafeReport report, long endsAt) {
		return new PaysafeSession("0123456789abcdef01234567", report, 1_000, endsAt,
				new PaysafeSession.Kept("4711", "https://example.org/done", "c2VjcmV0+w==", 9_000));
	}

	@ParameterizedTest
	@CsvSource({ "1000, ACTIVE", "1499, ACTIVE", "1500, AWAITING_USER_INPUT", "1749, AWAITING_USER_INPUT",
			"1750, ONGOING_VERIFICATION", "1999, ONGOING_VERIFICATION", "2000, COMPLETED", "9999, COMPLETED" })
	void aPersonGoesThroughTheDocumentedStatuses(long now, String status) {
		assertThat(session(PaysafeReport.COMPLETED).status(now)).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "STAYS_ACTIVE, ACTIVE", "STAYS_AWAITING, AWAITING_USER_INPUT", "STAYS_ONGOING, ONGOING_VERIFICATION" })
	void whatNobodyFinishesExpires(PaysafeReport report, String status) {
		PaysafeSession session = session(report);
		assertThat(session.status(8_999)).isEqualTo(status);
		assertThat(session.isOpen(8_999)).isTrue();
		assertThat(session.status(9_000)).isEqualTo("FAILED");
		assertThat(session.isOpen(9_000)).isFalse();
		assertThat(session.document(9_000, ORIGIN).path("statusReason").stringValue()).isEqualTo("SESSION_EXPIRED");
	}

	@Test
	void aPersonWhoIsSlowerThanTheSessionFindsItExpired() {
		PaysafeSession session = session(PaysafeReport.COMPLETED, 9_500);
		JsonNode document = session.document(10_000, ORIGIN);
		assertThat(document.path("sessionStatus").stringValue()).isEqualTo("FAILED");
		assertThat(document.path("statusReason").stringValue()).isEqualTo("SESSION_EXPIRED");
		assertThat(document.has("instrument")).isFalse();
		assertThat(session.hasVerified(10_000)).isFalse();
	}

	@Test
	void anInstrumentIsToldWhenThereIsOneAndNotBefore() {
		PaysafeSession session = session(PaysafeReport.COMPLETED);
		assertThat(session.document(1_999, ORIGIN).has("instrument")).isFalse();
		JsonNode instrument = session.document(2_000, ORIGIN).path("instrument");
		assertThat(instrument.path("id").stringValue()).matches("\\d+");
		assertThat(instrument.path("instrumentType").stringValue()).isEqualTo("US_BANK_ACCOUNT");
	}

	@Test
	void aSessionIsActiveWhenItIsOpenedHoweverQuickThePersonIs() {
		PaysafeSession session = session(PaysafeReport.NAME_MISMATCH, 1_000);
		JsonNode opened = session.opened(ORIGIN);
		assertThat(opened.path("sessionStatus").stringValue()).isEqualTo("ACTIVE");
		assertThat(opened.has("statusReason")).isFalse();
		assertThat(opened.has("instrument")).isFalse();
		assertThat(session.status(1_000)).isEqualTo("FAILED");
	}

	@Test
	void timesAreWrittenInUtc() {
		JsonNode document = session(PaysafeReport.COMPLETED).document(1_500, ORIGIN);
		assertThat(document.path("creationTime").stringValue()).isEqualTo("1970-01-01T00:00:01Z");
		assertThat(document.path("expirationTime").stringValue()).isEqualTo("1970-01-01T00:00:09Z");
	}

}
