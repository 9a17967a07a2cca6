package dev.tickmark.provider.bank131;

import java.time.InstantSource;
import java.util.List;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.provider.Dialogue;

/** A person to be checked, and what Bank 131 answers about them. */
final class Given {

	/** As the columns of a file have it; the INN's check digits are right. */
	static final Payee PERSON = Dialogue.payee(Column.FIRST_NAME, "Анна", Column.MIDDLE_NAME, "Сергеевна",
			Column.LAST_NAME, "Ёлкина", Column.DATE_OF_BIRTH, "1985-04-12", Column.BIRTH_PLACE, "г. Москва",
			Column.TAX_ID, "500100732259", Column.PASSPORT_NUMBER, "4509123456", Column.PASSPORT_ISSUER,
			"ОВД района \"Хамовники\"", Column.PASSPORT_ISSUER_CODE, "770-001", Column.PASSPORT_ISSUE_DATE,
			"2009-05-31", Column.POSTCODE, "119021", Column.ADDRESS, "г. Москва, ул. Льва Толстого, д. 16/2",
			Column.EMAIL, "anna@example.org", Column.PHONE, "+79161234567", Column.CONTRACT_NUMBER, "A-17/3",
			Column.CONTRACT_DATE, "2026-02-01");

	static final String PENDING = Dialogue.sample("bank131/pending");

	static final String OK = Dialogue.sample("bank131/ok");

	private Given() {
	}

	static Bank131 provider() {
		return provider("get");
	}

	static Bank131 provider(String readBack) {
		return new Bank131(new Bank131Settings(readBack, "rsa"), new SigningSchemes(List.of(new RsaScheme())),
				InstantSource.fixed(Dialogue.NOW));
	}

	/** Whose next call is the question. */
	static Dialogue asking() {
		return Dialogue.about(provider(), PERSON);
	}

	/** Whose next call reads check 7. */
	static Dialogue reading() {
		return asking().answered(200, PENDING);
	}

	/** Whose next call reads check 7, which Bank 131 had already. */
	static Dialogue readingAnEarlierOne() {
		return asking().answered(200, error("already_exists", "\"7\""));
	}

	/** An error of an HTTP 200. */
	static String error(String code) {
		return """
				{"status":"error","error":{"code":"%s","description":"что-то"}}""".formatted(code);
	}

	/** An error of an HTTP 200 that names a check. */
	static String error(String code, String id) {
		return """
				{"status":"error","error":{"code":"%s","description":"что-то"},"data":{"id":%s}}""".formatted(code, id);
	}

	static String status(String status, String id) {
		return """
				{"status":"%s","data":{"id":%s,"description":"what it says"}}""".formatted(status, id);
	}

	/** An error of an HTTP 422. */
	static String unprocessable(String description) {
		return """
				{"status":"error","error":{"code":"422","description":"%s"}}""".formatted(description);
	}

}
