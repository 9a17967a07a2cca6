package dev.tickmark.people;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import dev.tickmark.ledger.LedgerTest;
import dev.tickmark.ledger.people.Act;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.ApiKeys;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.ledger.people.People;
import dev.tickmark.ledger.people.Person;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.ledger.people.Scope;

import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
class KeyRingTests {

	private static final Actor ADMIN = Actor.web("admin", "192.0.2.1");

	private static final Duration MONTH = Duration.ofDays(30);

	private final SetClock clock = new SetClock();

	private final People people;

	private final ApiKeys keys;

	private final Acts acts;

	private final JdbcClient jdbc;

	private final KeyRing ring;

	private final Person owner;

	KeyRingTests(People people, ApiKeys keys, Acts acts, JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.people = people;
		this.keys = keys;
		this.acts = acts;
		this.jdbc = jdbc;
		this.ring = new KeyRing(keys, people, acts, transactions, this.clock);
		this.owner = people
			.add("job-" + UUID.randomUUID(), "", Set.of(Role.UPLOADER), null, "root", this.clock.instant())
			.orElseThrow();
	}

	@Test
	void aKeyIsRecognisedByItsTextAlone() {
		NewKey.Made made = make(Scope.SUBMIT);
		assertThat(made.text()).matches("tmk_[a-z0-9]{8}_[A-Za-z0-9_-]{43}").contains(made.key().prefix());
		KeyHolder holder = this.ring.recognise(made.text()).orElseThrow();
		assertThat(holder.owner()).isEqualTo(this.owner);
		assertThat(holder.permissions()).isEqualTo(Rights.of(Scope.SUBMIT));
		assertThat(holder.from("192.0.2.9")).isEqualTo(Actor.api(this.owner.login(), made.key().prefix(), "192.0.2.9"));
		assertThat(this.keys.find(made.key().prefix()).orElseThrow().lastUsedAt()).isEqualTo(this.clock.instant());
	}

	@Test
	void itsSecretIsNowhere() {
		NewKey.Made made = make(Scope.READ);
		String secret = made.text().substring(made.text().length() - 43);
		assertThat(made.toString()).doesNotContain(secret);
		assertThat(KeyText.read(made.text()).orElseThrow().toString()).doesNotContain(secret);
		assertThat(this.jdbc.sql("select count(*) from api_key where position(? in api_key::text) > 0")
			.param(secret)
			.query(Long.class)
			.single()).isZero();
		Act act = this.acts.page(Acts.LATEST, 1).getFirst();
		assertThat(act.actor()).isEqualTo(ADMIN);
		assertThat(act.deed()).isEqualTo(Deed.to(ActKind.KEY_MADE, made.key().prefix())
			.saying("of " + this.owner.login() + ", READ, until " + this.clock.instant().plus(MONTH)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "tmk_", "tmk__", "tmk_abcdefgh_", "Bearer x", "tmk_abcdefgh_short", "\0" })
	void whatIsNoKeyOpensNothing(String text) {
		assertThat(this.ring.recognise(text)).isEmpty();
	}

	@Test
	void anotherSecretOrAnotherPrefixOpensNothing() {
		String text = make(Scope.READ).text();
		String other = make(Scope.READ).text();
		assertThat(this.ring.recognise(text.substring(0, 13) + other.substring(13))).isEmpty();
		assertThat(this.ring.recognise(other.substring(0, 13) + text.substring(13))).isEmpty();
		assertThat(this.ring.recognise(text + "x")).isEmpty();
		assertThat(this.ring.recognise(text)).isPresent();
	}

	@Test
	void itHoldsUntilItExpires() {
		String text = make(Scope.READ).text();
		this.clock.pass(MONTH.minusSeconds(1));
		assertThat(this.ring.recognise(text)).isPresent();
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(this.ring.recognise(text)).isEmpty();
	}

	@Test
	void itOpensNothingOnceItIsRevoked() {
		NewKey.Made made = make(Scope.READ);
		assertThat(this.ring.revoke(ADMIN, made.key().prefix())).isTrue();
		assertThat(this.ring.recognise(made.text())).isEmpty();
		Act act = this.acts.page(Acts.LATEST, 1).getFirst();
		assertThat(act.deed())
			.isEqualTo(Deed.to(ActKind.KEY_REVOKED, made.key().prefix()).saying("of " + this.owner.login()));
		assertThat(this.ring.revoke(ADMIN, made.key().prefix())).isFalse();
		assertThat(this.ring.revoke(ADMIN, "nokey000")).isFalse();
		assertThat(this.acts.page(Acts.LATEST, 1).getFirst()).isEqualTo(act);
	}

	@Test
	void itCanDoWhatItsOwnerCanDoToday() {
		String text = make(Scope.READ, Scope.SUBMIT).text();
		this.people.changeRoles(this.owner.id(), Set.of(Role.VIEWER));
		assertThat(this.ring.recognise(text).orElseThrow().permissions()).isEqualTo(Rights.of(Role.VIEWER));
		this.people.disable(this.owner.id(), this.clock.instant());
		assertThat(this.ring.recognise(text)).isEmpty();
		this.people.enable(this.owner.id());
		assertThat(this.ring.recognise(text)).isPresent();
	}

	@Test
	void whatWouldBeOfNoUseOrForEverIsRefused() {
		String login = this.owner.login();
		Set<Scope> read = Set.of(Scope.READ);
		assertRefused(this.ring.make(ADMIN, "nobody", "job", read, MONTH), "There is no person");
		assertRefused(this.ring.make(ADMIN, login, " ", read, MONTH), "A key needs a name");
		assertRefused(this.ring.make(ADMIN, login, "a\nb", read, MONTH), "A key needs a name");
		assertRefused(this.ring.make(ADMIN, login, "x".repeat(101), read, MONTH), "A key needs a name");
		assertRefused(this.ring.make(ADMIN, login, "job", Set.of(), MONTH), "at least one scope");
		assertRefused(this.ring.make(ADMIN, login, "job", read, Duration.ofDays(367)), "at most 366 days");
		assertRefused(this.ring.make(ADMIN, login, "job", read, Duration.ZERO), "at most 366 days");
		for (int i = 0; i < KeyRing.MOST; i++) {
			make(Scope.READ);
		}
		assertRefused(this.ring.make(ADMIN, login, "job", read, MONTH), "has 20 keys that hold");
	}

	@Test
	void aScopeThatWouldOpenNothingIsRefused() {
		this.people.changeRoles(this.owner.id(), Set.of(Role.VIEWER));
		assertRefused(this.ring.make(ADMIN, this.owner.login(), "job", Set.of(Scope.READ, Scope.SUBMIT), MONTH),
				"The scope SUBMIT would open nothing: " + this.owner.login());
	}

	private NewKey.Made make(Scope... scopes) {
		return (NewKey.Made) this.ring.make(ADMIN, this.owner.login(), "job", Set.of(scopes), MONTH);
	}

	private static void assertRefused(NewKey key, String sentence) {
		assertThat(key).isInstanceOfSatisfying(NewKey.Refused.class,
				(refused) -> assertThat(refused.why()).contains(sentence).endsWith("."));
	}

}
