package dev.tickmark.reconciliation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.tickmark.ledger.Charge;
import dev.tickmark.ledger.Period;
import dev.tickmark.ledger.StatementCharges.Asked;
import dev.tickmark.ledger.StatementCharges.Marks;
import dev.tickmark.ledger.StatementCharges.Unmatched;
import dev.tickmark.ledger.StatementScope;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verification;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.Provider;

import static org.assertj.core.api.Assertions.assertThat;

/** What was asked more than once may be one charge or several. */
class ChargeMarksTests extends ReconciliationJobCase {

	private static final Payee BRITISH = Dialogue.payee(Column.TYPE, "PERSONAL", Column.NAME, "John Doe",
			Column.SORT_CODE, "90-07-00", Column.ACCOUNT_NUMBER, "12345678");

	private static final Payee FRENCH = Dialogue.payee(Column.TYPE, "BUSINESS", Column.NAME, "Élan Énergie SARL",
			Column.IBAN, "FR1420041010050500013M02606", Column.BIC, "PSSTFRPPPAR");

	private static final Payee RUSSIAN = Dialogue.payee(Column.FIRST_NAME, "Анна", Column.LAST_NAME, "Ёлкина",
			Column.DATE_OF_BIRTH, "1985-04-12", Column.BIRTH_PLACE, "г. Москва", Column.TAX_ID, "500100732259",
			Column.PASSPORT_NUMBER, "4509123456", Column.PASSPORT_ISSUER, "ОВД", Column.PASSPORT_ISSUER_CODE, "770-001",
			Column.PASSPORT_ISSUE_DATE, "2009-05-31", Column.POSTCODE, "119021", Column.ADDRESS, "Садовая 1",
			Column.EMAIL, "anna@example.org", Column.PHONE, "+79161234567", Column.CONTRACT_NUMBER, "A-17",
			Column.CONTRACT_DATE, "2026-02-01");

	private static final String PAYSWAY = """
			{"id":"%s","createdDate":"2026-03-02T22:00:00Z","updatedDate":"2026-03-02T22:00:01Z",
			"state":"%s"%s}""";

	@Autowired
	private ChargeMarks marks;

	@Autowired
	private List<Provider> providers;

	@Test
	void theSameKeyTwiceIsOneChargeAtPaySway() {
		Dialogue first = about("paysway", FRENCH);
		Dialogue second = first.unanswered(true);
		assertThat(second.header("Idempotency-Key")).isEqualTo(first.header("Idempotency-Key"));
		List<Charge> charges = charges(second.answered(200, PAYSWAY.formatted("v-1", "PENDING", "")), "v-1");
		assertThat(charges).singleElement().satisfies((charge) -> {
			assertThat(charge.certain()).isTrue();
			assertThat(charge.call()).isEqualTo(2);
			assertThat(charge.reference()).isEqualTo("v-1");
			assertThat(charge.requestId()).isEqualTo(first.header("Idempotency-Key"));
		});
	}

	@Test
	void anotherKeyIsAnotherChargeAtPaySway() {
		Dialogue first = about("paysway", FRENCH);
		Dialogue second = first.answered(200,
				PAYSWAY.formatted("v-1", "FAILED", ",\"failureReason\":\"UNAVAILABLE_FINANCIAL_INSTITUTION\""));
		assertThat(second.header("Idempotency-Key")).isNotEqualTo(first.header("Idempotency-Key"));
		List<Charge> charges = charges(second.answered(200, PAYSWAY.formatted("v-2", "PENDING", "")), "v-2");
		assertThat(charges).extracting(Charge::reference).containsExactly("v-1", "v-2");
		assertThat(charges).extracting(Charge::requestId)
			.containsExactly(first.header("Idempotency-Key"), second.header("Idempotency-Key"));
		assertThat(charges).allMatch(Charge::certain);
	}

	@Test
	void aRepeatIsAnotherChargeAtBanficoOfWhichTheLostOneIsUncertain() {
		Dialogue first = about("banfico", BRITISH);
		Dialogue second = first.unanswered(true);
		List<Charge> charges = charges(second.answered(200, Dialogue.sample("banfico/full-match-person")),
				"3e6e4d1c-9af9-42cd-8ec9-e2a136a56940");
		assertThat(charges).extracting(Charge::certain).containsExactly(false, true);
		assertThat(charges).extracting(Charge::reference).containsExactly(null, "3e6e4d1c-9af9-42cd-8ec9-e2a136a56940");
		assertThat(charges).extracting(Charge::requestId)
			.containsExactly(first.header("Transaction-XRef-Id"), second.header("Transaction-XRef-Id"))
			.doesNotHaveDuplicates();
	}

	@Test
	void whatWasRefusedOrNeverSentIsNoCharge() {
		Dialogue asked = about("banfico", BRITISH).answered(429, "").unanswered(false);
		List<Charge> charges = charges(asked.answered(200, Dialogue.sample("banfico/full-match-person")),
				"3e6e4d1c-9af9-42cd-8ec9-e2a136a56940");
		assertThat(charges).singleElement().satisfies((charge) -> {
			assertThat(charge.call()).isEqualTo(3);
			assertThat(charge.requestId()).isEqualTo(asked.header("Transaction-XRef-Id"));
		});
	}

	@Test
	void aLostAnswerAndWhatExistsAlreadyAreOneChargeAtBank131() {
		Dialogue asked = about("bank131", RUSSIAN).unanswered(true)
			.answered(200, Dialogue.sample("bank131/already-exists"));
		assertThat(charges(asked, "7")).singleElement().satisfies((charge) -> {
			assertThat(charge.certain()).isTrue();
			assertThat(charge.reference()).isEqualTo("7");
			assertThat(charge.requestId()).isNull();
		});
	}

	@Test
	void aCallOfWhichOnlyALaterOneIsKnownHasTheIdThatWasReallySent() {
		for (String provider : List.of("banfico", "paysway")) {
			Dialogue dialogue = about(provider, provider.equals("banfico") ? BRITISH : FRENCH);
			String header = Objects.requireNonNull(provider(provider).requestIdHeader());
			List<String> sent = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				sent.add(dialogue.header(header));
				dialogue = dialogue.answered(500, "");
			}
			Asked asked = asked(dialogue, null);
			for (int i = 0; i < 3; i++) {
				assertThat(this.marks.of(new Unmatched(5, i + 1, asked)).requestId()).as(provider)
					.isEqualTo(sent.get(i));
			}
		}
	}

	@Test
	void theIdOfACallAfterOneThatWasLostWithItsProcessIsTheOneThatWasSent() {
		Dialogue inDoubt = about("banfico", BRITISH).inDoubt();
		String sent = inDoubt.header("Transaction-XRef-Id");
		Dialogue answered = inDoubt.answered(200, Dialogue.sample("banfico/full-match-person"));
		assertThat(this.marks.of(new Unmatched(5, 2, asked(answered, "3e6e"))).requestId()).isEqualTo(sent);
	}

	@Test
	void anAccountIsWhatWasAskedAboutInLettersAndDigits() {
		assertThat(mark("banfico", BRITISH).account()).isEqualTo("90070012345678");
		assertThat(mark("banfico", BRITISH).name()).isEqualTo("John Doe");
		assertThat(mark("paysway", FRENCH).account()).isEqualTo("FR1420041010050500013M02606");
		assertThat(mark("bank131", RUSSIAN).account()).isEqualTo("4509123456");
		assertThat(mark("smartglocal", Dialogue.payee(Column.FIRST_NAME, "Мила", Column.LAST_NAME, "Ракитова",
				Column.PHONE, "+7 916 555-00-17", Column.BANK_ID, "100000000004"))
			.account()).endsWith("79165550017");
		assertThat(mark("paysafe",
				Dialogue.payee(Column.NAME, "Odessa Pruitt", Column.COUNTRY, "US", Column.CUSTOMER_ID, "8800120001"))
			.account()).isEqualTo("8800120001");
	}

	private Marks mark(String provider, Payee payee) {
		Verification verification = new Verification(17, new ProviderName(provider), payee, 0, 0, null, null,
				List.of());
		return this.marks.of(new Unmatched(5, 1, new Asked(verification, 1,
				Dialogue.about(provider(provider), payee).conversation().run(), null, null)));
	}

	private List<Charge> charges(Dialogue dialogue, @Nullable String reference) {
		StatementScope scope = new StatementScope(1, dialogue.provider().name(), false,
				new Period(Dialogue.NOW.minusSeconds(60), Dialogue.NOW.plusSeconds(60)), Set.of(CallKind.SUBMIT),
				Duration.ofMinutes(5));
		return this.marks.charges(asked(dialogue, reference), scope);
	}

	private static Asked asked(Dialogue dialogue, @Nullable String reference) {
		Verification verification = new Verification(dialogue.conversation().verification(), dialogue.provider().name(),
				dialogue.conversation().payee(), 1, 0, null, null, dialogue.conversation().calls());
		return new Asked(verification, 1, dialogue.conversation().run(), reference, "MATCH");
	}

	private Dialogue about(String provider, Payee payee) {
		return Dialogue.about(provider(provider), payee);
	}

	private Provider provider(String name) {
		return this.providers.stream()
			.filter((provider) -> provider.name().value().equals(name))
			.findFirst()
			.orElseThrow();
	}

}
