package dev.tickmark.web.upload;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import dev.tickmark.ledger.people.Role;
import dev.tickmark.web.Page;
import dev.tickmark.web.Visitor;
import dev.tickmark.web.WebCase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class UploadPagesTests extends WebCase {

	/** Machines that build are slow. */
	private static final AtomicInteger FILES = new AtomicInteger();

	@DynamicPropertySource
	static void small(DynamicPropertyRegistry registry) {
		registry.add("tickmark.uploads.max-size", () -> "100KB");
	}

	@Test
	void aClerkBringsAListWithUnusualColumnsMapsItAndStartsIt() {
		Visitor clerk = as(Role.UPLOADER);
		clerk.get("/uploads");
		String first = "Erika" + FILES.incrementAndGet();
		Page brought = clerk.upload("/uploads", "Kreditoren März.csv",
				bytes("Zahlungsempfänger;Weg;Kunde\n" + first + ";scripted;<script>1\nMax;scripted;2\n;scripted;3\n"),
				Map.of());
		assertThat(brought.status()).as(brought.body()).isEqualTo(302);
		Page look = clerk.get(brought.location());
		assertThat(look.text()).contains("Kreditoren März.csv", "CSV, a semicolon between the columns, UTF-8",
				"no column says which account to check", first, "<script>1");
		assertThat(look.body()).doesNotContain("<script>1").contains("Zahlungsempfänger");
		assertThat(look.body()).containsPattern("value=\"name\" selected");

		Page twice = clerk.post(brought.location() + "/columns", Map.of("column-0", "name", "column-1", "name"));
		assertThat(twice.status()).isEqualTo(422);
		assertThat(twice.text()).contains("Column name is chosen twice: for \"Zahlungsempfänger\" and for \"Weg\".",
				"no column says which account to check");

		Map<String, String> columns = Map.of("column-0", "name", "column-1", "provider", "column-2", "customer_id");
		assertThat(clerk.post(brought.location() + "/columns", columns).location()).endsWith("?job=default#forecast");
		Page again = clerk.get(brought.location());
		assertThat(again.text()).contains("Proposed as uploader chose for a file with the same header");
		assertThat(again.body()).contains("hx-get=\"" + brought.location() + "/forecast?job=default\"");
		Page forecast = clerk.get(brought.location() + "/forecast?job=default");
		assertThat(forecast.text()).contains("3 rows: 2 to be asked about, 1 rejected without a call.", "scripted",
				"4 Zahlungsempfänger The name is missing.");
		assertThat(clerk.get(brought.location() + "?whole=true").text()).contains("1 rejected without a call");

		Page started = clerk.post(brought.location() + "/start", columns);
		assertThat(started.location()).isEqualTo(brought.location());
		await().until(() -> clerk.get(brought.location()).location().startsWith("/runs/"));
		String run = clerk.get(brought.location()).location();
		await().untilAsserted(() -> assertThat(clerk.get(run).text()).contains("complete", "3, all final"));
		assertThat(clerk.get(run).text()).contains("Kreditoren_März.csv", "Started by uploader", "MATCH 2");
		assertThat(clerk.post(brought.location() + "/start", columns).location()).as("another tab")
			.isEqualTo(brought.location());
		assertThat(clerk.get("/runs").text()).contains("Kreditoren_März.csv complete 3 0 default uploader");
	}

	@Test
	void ofNumbersOfAccountsAndPersonsTheFirstRowsShowTheEndWhateverTheirColumnsAreCalled() {
		Visitor clerk = as(Role.UPLOADER);
		clerk.get("/uploads");
		String upload = clerk
			.upload("/uploads", "b.csv",
					bytes("reference,name,iban,Konto alt,Telefon\nINV-2026-1,Erika,DE89 3704 0044 0532 0130 00,"
							+ "GB33BUKB20201555555555,+49 30 1234567\nINV-2026-2,Max,,,\n"),
					Map.of())
			.location();
		assertThat(clerk.get(upload).text()).contains("INV-2026-1", "Erika", "…3000", "…5555", "…4567")
			.doesNotContain("0532", "20201555", "123456", " … ");
		String bare = clerk
			.upload("/uploads", "c.csv", bytes("Erika,DE89370400440532013000\nMax,DE02120300000000202051\n"), Map.of())
			.location();
		assertThat(clerk.get(bare).body()).contains("Erika").doesNotContain("DE8937", "DE0212");
	}

	@Test
	void aMappingThatLeavesARequiredColumnOutIsToldAndNothingStarts() {
		Visitor clerk = as(Role.UPLOADER);
		clerk.get("/uploads");
		String upload = clerk.upload("/uploads", "a.csv", bytes("name,iban\nA,DE89370400440532013000\n"), Map.of())
			.location();
		Page page = clerk.post(upload + "/start", Map.of("column-0", "", "column-1", "iban"));
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text()).contains("With this choice no column says who the payee is");
		page = clerk.post(upload + "/start", Map.of("deadline", "soon"));
		assertThat(page.text()).contains("\"soon\" is no deadline");
		assertThat(clerk.get(upload + "/forecast").text()).contains("paysway");
	}

	@Test
	void whatIsTooLargeOrNoTableOrEmptyIsToldInASentence() {
		Visitor clerk = as(Role.UPLOADER);
		clerk.get("/uploads");
		Page large = clerk.upload("/uploads", "a.csv", filled(200_000), Map.of());
		assertThat(large.status()).isEqualTo(413);
		assertThat(large.text()).contains("The file is larger than 102400 bytes, the most that is taken here");
		Page huge = clerk.upload("/uploads", "a.csv", filled(5_000_000), Map.of());
		assertThat(huge.status()).isEqualTo(413);
		assertThat(huge.text()).contains("This is larger than what is taken here");
		assertThat(clerk.upload("/uploads", "", new byte[0], Map.of()).text()).contains("The file is empty (0 bytes)");
		byte[] zip = bytes("PK\u0003\u0004 and so on");
		Page notATable = clerk.get(clerk.upload("/uploads", "../../x/payees.csv", zip, Map.of()).location());
		assertThat(notATable.text()).contains("payees.csv").doesNotContain("/x/payees.csv", "/uploads/1/payees.csv");
		assertThat(notATable.body()).contains("role=\"alert\"");
		assertThat(clerk.get("/uploads/999999").status()).isEqualTo(404);
	}

	@Test
	void whoHasBroughtAFileRemovesItAndOnlyAnAdministratorThoseOfOthers() {
		Visitor clerk = as(Role.UPLOADER);
		clerk.get("/uploads");
		String upload = clerk.upload("/uploads", "mine.csv", bytes("name,iban\nA,B\n"), Map.of()).location();
		assertThat(clerk.get("/uploads").body()).contains("action=\"" + upload + "/remove\"");
		Visitor other = as(person("other-clerk", Role.UPLOADER));
		assertThat(other.get(upload).body()).doesNotContain("/remove\"");
		assertThat(other.post(upload + "/remove", Map.of()).location()).isEqualTo("/uploads");
		assertThat(other.get("/uploads").text()).contains("mine.csv is uploader's: only who has brought it");
		Visitor chief = as(person("chief-clerk", Role.UPLOADER, Role.ADMINISTRATOR));
		assertThat(chief.get(upload).body()).contains("action=\"" + upload + "/remove\"");
		chief.post(upload + "/remove", Map.of());
		assertThat(chief.get("/uploads").text()).contains("mine.csv is removed.");
		assertThat(clerk.get(upload).status()).isEqualTo(404);
		assertThat(clerk.post(upload + "/remove", Map.of()).location()).isEqualTo("/uploads");
	}

	@Test
	void aFormThatDoesNotSayHowLargeItIsIsNotRead() {
		Visitor clerk = as(Role.UPLOADER);
		Page page = clerk.send(clerk.request("/uploads")
			.header("Accept", "text/html")
			.header("Content-Type", "multipart/form-data; boundary=x")
			.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(filled(10_000)))));
		assertThat(page.status()).isEqualTo(411);
	}

	private static byte[] filled(int size) {
		byte[] all = new byte[size];
		Arrays.fill(all, (byte) 'a');
		return all;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
