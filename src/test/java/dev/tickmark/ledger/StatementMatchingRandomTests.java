package dev.tickmark.ledger;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.ledger.GivenComparisons.Compared;
import dev.tickmark.payee.CallKind;

import static dev.tickmark.ledger.GivenComparisons.MARCH;
import static dev.tickmark.ledger.GivenComparisons.TOLERANCE;
import static dev.tickmark.ledger.GivenComparisons.UNSTOPPED;
import static dev.tickmark.ledger.GivenComparisons.line;
import static dev.tickmark.ledger.GivenComparisons.made;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a statement says, what must hold holds. */
@LedgerTest
@Tag("long")
class StatementMatchingRandomTests {

	private static final int STATEMENTS = 10;

	private static final @Nullable String[] REFERENCES = { null, null, "a", "A", "b", "c", "07", "7", "d" };

	private static final @Nullable String[] KEYS = { null, null, "k", "l", "m" };

	private static final @Nullable String[] ACCOUNTS = { null, "111122223333", "111122224444" };

	private static final @Nullable String[] MASKED = { null, "****3333", "1111****4444", "111122223333",
			"1111********" };

	private static final @Nullable String[] NAMES = { null, "Anna", "ANNA", "Bert" };

	private final StatementMatching matching;

	private final PayeeMatching payees;

	private final StatementItems items;

	private final GivenComparisons comparisons;

	private final JdbcClient jdbc;

	StatementMatchingRandomTests(StatementMatching matching, PayeeMatching payees, StatementItems items,
			GivenComparisons comparisons, JdbcClient jdbc) {
		this.matching = matching;
		this.payees = payees;
		this.items = items;
		this.comparisons = comparisons;
		this.jdbc = jdbc;
	}

	@RepeatedTest(20)
	void everyMatchIsWithinItsRuleAndNothingIsMatchedOrCountedTwice(RepetitionInfo repetition) {
		for (int i = 0; i < STATEMENTS; i++) {
			long seed = repetition.getCurrentRepetition() * 1000L + i;
			Compared compared = compared(new Random(seed));
			long matched = this.matching.byReference(compared.id())
					+ this.matching.byReferenceWrittenOtherwise(compared.id())
					+ this.matching.byRequestId(compared.id()) + this.payees.match(compared.scope(), UNSTOPPED);
			List<Match> matches = matches(compared);
			assertThat(matches).as("seed %d", seed).hasSize((int) matched).allMatch(Match::keepsItsRule);
			assertThat(matches).as("seed %d: no line twice", seed).extracting(Match::line).doesNotHaveDuplicates();
			assertThat(matches).as("seed %d: no call twice", seed).extracting(Match::charge).doesNotHaveDuplicates();
			assertThat(left(compared)).as("seed %d: nothing that a reference would have matched is left", seed)
				.isZero();
			isToldOnce(compared, seed, matches.size());
		}
	}

	private void isToldOnce(Compared compared, long seed, int matches) {
		List<StatementItem> all = new ArrayList<>();
		this.items.each(compared.scope(), BigDecimal.ONE, false, all::add);
		long lines = all.stream().filter((item) -> item.entry() != null).count();
		assertThat(lines).as("seed %d", seed)
			.isEqualTo(count(compared, "select count(*) from statement_line where reconciliation_id = ?"));
		assertThat(all.stream().filter((item) -> item.entry() != null && item.charged() != null)).as("seed %d", seed)
			.hasSize(matches);
		assertThat(all.stream().filter((item) -> item.entry() == null)).as("seed %d", seed)
			.allMatch((item) -> item.result() == StatementResult.IN_JOURNAL_ONLY)
			.hasSize((int) count(compared, """
					select count(*) from statement_charge c left join statement_match m
						on m.reconciliation_id = c.reconciliation_id and m.charge_number = c.number
					where c.reconciliation_id = ? and c.certain and c.in_period and m.rule is null"""));
		assertThat(
				this.items.counts(compared.scope(), BigDecimal.ONE).values().stream().mapToLong(Long::longValue).sum())
			.as("seed %d", seed)
			.isEqualTo(all.size());
	}

	private Compared compared(Random random) {
		List<LineOf> lines = new ArrayList<>();
		List<CallOf> calls = new ArrayList<>();
		for (int i = random.nextInt(12); i >= 0; i--) {
			LineOf line = line().reference(one(random, REFERENCES))
				.key(one(random, KEYS))
				.kind(one(random, null, CallKind.SUBMIT, CallKind.SUBMIT, CallKind.STATUS))
				.account(one(random, MASKED))
				.name(one(random, NAMES))
				.problem(one(random, null, null, null, null, "unreadable"));
			lines.add(line.at(one(random, null, MARCH.from().plusSeconds(random.nextInt(600)),
					MARCH.from().plusSeconds(60 * random.nextInt(10) - 120))));
		}
		for (int i = random.nextInt(12); i >= 0; i--) {
			CallOf call = made().reference(one(random, REFERENCES))
				.key(one(random, KEYS))
				.kind(random.nextInt(3) == 0 ? CallKind.STATUS : CallKind.SUBMIT)
				.account(one(random, ACCOUNTS))
				.name(one(random, NAMES))
				.at(MARCH.from().plusSeconds(60 * random.nextInt(12) - 120));
			calls.add(random.nextInt(4) == 0 ? call.uncertain() : call);
		}
		return this.comparisons.compared(lines, calls);
	}

	@SafeVarargs
	private static <T> @Nullable T one(Random random, @Nullable T... values) {
		return values[random.nextInt(values.length)];
	}

	/** Lines and calls of one reference and kind, both without a match. */
	private long left(Compared compared) {
		return count(compared, """
				select count(*) from statement_line l join statement_charge c using (reconciliation_id, kind, reference)
				where reconciliation_id = ?
					and not exists (select 1 from statement_match m
						where m.reconciliation_id = l.reconciliation_id and m.line_number = l.number)
					and not exists (select 1 from statement_match m
						where m.reconciliation_id = c.reconciliation_id and m.charge_number = c.number)""");
	}

	private long count(Compared compared, String sql) {
		return this.jdbc.sql(sql).param(compared.id()).query(Long.class).single();
	}

	private List<Match> matches(Compared compared) {
		return this.jdbc.sql("""
				select l.number as line, c.number as charge, m.rule, l.kind = c.kind as fits,
					l.reference as line_reference, c.reference, l.request_id as line_key, c.request_id,
					l.account as line_account, c.account, l.name as line_name, c.name,
					abs(extract(epoch from l.charged_at - c.sent_at) * 1000)::bigint as apart
				from statement_match m
				join statement_line l on l.reconciliation_id = m.reconciliation_id and l.number = m.line_number
				join statement_charge c on c.reconciliation_id = m.reconciliation_id and c.number = m.charge_number
				where m.reconciliation_id = ?""")
			.param(compared.id())
			.query((results, _) -> new Match(results.getLong("line"), results.getLong("charge"),
					results.getString("rule"), results.getBoolean("fits"),
					new Said(results.getString("line_reference"), results.getString("line_key"),
							results.getString("line_account"), results.getString("line_name")),
					new Said(results.getString("reference"), results.getString("request_id"),
							results.getString("account"), results.getString("name")),
					Duration.ofMillis(results.getLong("apart"))))
			.list();
	}

	private record Said(@Nullable String reference, @Nullable String key, @Nullable String account,
			@Nullable String name) {

	}

	private record Match(long line, long charge, String rule, boolean fits, Said there, Said here, Duration apart) {

		boolean keepsItsRule() {
			return this.fits && switch (this.rule) {
				case "REFERENCE" -> same(this.there.reference, this.here.reference);
				case "REFERENCE_WRITTEN_OTHERWISE" -> !same(this.there.reference, this.here.reference)
						&& same(plain(this.there.reference), plain(this.here.reference));
				case "REQUEST_ID" -> same(this.there.key, this.here.key);
				case "PAYEE_AND_TIME" -> (this.there.reference == null || this.here.reference == null)
						&& this.apart.compareTo(TOLERANCE) <= 0 && isAccount() && (this.there.name == null
								|| this.here.name == null || this.there.name.equalsIgnoreCase(this.here.name));
				default -> false;
			};
		}

		private boolean isAccount() {
			return this.there.account != null && this.here.account != null
					&& this.here.account.matches(this.there.account.replaceAll("\\*+", ".*"));
		}

		private static boolean same(@Nullable String there, @Nullable String here) {
			return there != null && there.equals(here);
		}

		private static @Nullable String plain(@Nullable String reference) {
			return (reference != null) ? reference.toLowerCase(Locale.ROOT).replaceFirst("^0+", "") : null;
		}

	}

}
