package dev.tickmark.ledger.people;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tickmark.ledger.LedgerTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@LedgerTest
class ActsTests {

	private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

	private final Acts acts;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final String who = "who-" + UUID.randomUUID();

	ActsTests(Acts acts, JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.acts = acts;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Test
	void anActIsReadAsAdded() {
		Actor actor = Actor.api(this.who, "abcdefgh", "2001:db8::7");
		Deed deed = new Deed(ActKind.RELEASE, 7L, "payable.csv", "as agreed, \"Ü\"");
		this.acts.add(actor, deed, NOW);
		Act latest = this.acts.page(Acts.LATEST, 1).getFirst();
		assertThat(latest.at()).isEqualTo(NOW);
		assertThat(latest.actor()).isEqualTo(actor);
		assertThat(latest.deed()).isEqualTo(deed);
		this.acts.add(Actor.console("root"), Deed.of(ActKind.STOP), NOW);
		assertThat(this.acts.page(Acts.LATEST, 1).getFirst().actor()).isEqualTo(Actor.console("root"));
		assertThat(this.acts.page(Acts.LATEST, 1).getFirst().deed()).isEqualTo(Deed.of(ActKind.STOP));
	}

	@Test
	void everyKindCanBeAdded() {
		for (ActKind kind : ActKind.values()) {
			this.acts.add(Actor.web(this.who, "192.0.2.1"), Deed.of(kind), NOW);
		}
		assertThat(this.acts.by(this.who, Acts.LATEST, 100)).extracting((act) -> act.deed().kind())
			.containsExactly(List.of(ActKind.values()).reversed().toArray(ActKind[]::new));
	}

	@Test
	void actsAreReadPageByPageTheLatestFirst() {
		long run = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);
		for (int i = 1; i <= 5; i++) {
			this.acts.add(Actor.web(this.who, "192.0.2.1"), new Deed(ActKind.DOWNLOAD, run, "report " + i, null), NOW);
			this.acts.add(Actor.web("somebody else", "192.0.2.1"), Deed.of(ActKind.SIGN_IN), NOW);
		}
		assertThat(subjects(this.acts.by(this.who.toUpperCase(), Acts.LATEST, 100))).containsExactly("report 5",
				"report 4", "report 3", "report 2", "report 1");
		List<Act> first = this.acts.ofRun(run, Acts.LATEST, 2);
		assertThat(subjects(first)).containsExactly("report 5", "report 4");
		List<Act> second = this.acts.ofRun(run, first.getLast().id(), 2);
		assertThat(subjects(second)).containsExactly("report 3", "report 2");
		assertThat(subjects(this.acts.ofRun(run, second.getLast().id(), 2))).containsExactly("report 1");
		assertThat(this.acts.page(Acts.LATEST, 10)).hasSize(10);
		this.acts.add(Actor.web("nobody else", "192.0.2.1"), new Deed(ActKind.DOWNLOAD, run, "other", null), NOW);
		assertThat(subjects(this.acts.page(run, this.who, Acts.LATEST, 1))).containsExactly("report 5");
		assertThat(subjects(this.acts.page(run, "Nobody Else", Acts.LATEST, 10))).containsExactly("other");
		assertThat(this.acts.ofRun(-1, Acts.LATEST, 2)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "update act set comment = 'x'", "update act set at = at where false", "delete from act",
			"delete from act where false", "truncate act", "truncate act restart identity cascade" })
	void theTableOnlyGrows(String sql) {
		this.acts.add(Actor.web(this.who, "192.0.2.1"), Deed.of(ActKind.SIGN_IN), NOW);
		long before = count();
		assertRefused(sql);
		assertThat(count()).isEqualTo(before);
	}

	@Test
	void noSessionIsAboveThat() {
		// the owner of the table, where the usual triggers are switched off
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("set local session_replication_role = replica").update();
			assertRefused("delete from act");
			status.setRollbackOnly();
		});
	}

	@Test
	void anActIsGoneWithTheTransactionOfWhatWasDone() {
		this.transaction.executeWithoutResult((status) -> {
			this.acts.add(Actor.web(this.who, "192.0.2.1"), Deed.of(ActKind.RELEASE), NOW);
			status.setRollbackOnly();
		});
		assertThat(this.acts.by(this.who, Acts.LATEST, 1)).isEmpty();
	}

	@Test
	void whatIsToldHasABound() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Deed.to(ActKind.UPLOAD, "x".repeat(Deed.LONGEST_SUBJECT + 1)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Deed.of(ActKind.RELEASE).saying("x".repeat(Deed.LONGEST_COMMENT + 1)));
		Deed most = Deed.to(ActKind.UPLOAD, "😀".repeat(Deed.LONGEST_SUBJECT))
			.saying("😀".repeat(Deed.LONGEST_COMMENT - 1) + "\0");
		this.acts.add(Actor.web("w".repeat(300), "a".repeat(300)), most, NOW);
		Act read = this.acts.page(Acts.LATEST, 1).getFirst();
		assertThat(read.deed()).isEqualTo(most);
		assertThat(read.deed().comment()).endsWith("\uFFFD");
		assertThat(read.actor().who()).hasSize(100);
	}

	private void assertRefused(String sql) {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(sql).update())
			.havingRootCause()
			.withMessageContaining("The audit table only grows");
	}

	private static List<String> subjects(List<Act> acts) {
		return acts.stream().map((act) -> act.deed().subject()).toList();
	}

	private long count() {
		return this.jdbc.sql("select count(*) from act").query(Long.class).single();
	}

}
