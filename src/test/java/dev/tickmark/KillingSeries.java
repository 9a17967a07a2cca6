package dev.tickmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.springframework.util.FileSystemUtils;

import dev.tickmark.ledger.embedded.DatabaseUnavailable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rounds one after the other, each in a folder of its own, which stays when it fails.
 *
 * @param folder where the rounds' folders go
 * @param each how many kills a round has for each step
 */
record KillingSeries(Path folder, Payees payees, Expectation expectation, int each, KillingTable table) {

	/** More often than that, a step is not missed by chance. */
	private static final int MOST_ROUNDS = 12;

	/** Kills so often, and until every step was hit. */
	void kill(int kills, Random random) throws IOException, DatabaseUnavailable, SQLException {
		Kill.Deck deck = new Kill.Deck(random);
		Set<RunStep> hit = EnumSet.noneOf(RunStep.class);
		int done = 0;
		for (int number = 1; done < kills
				|| (hit.size() < RunStep.values().length && number < Math.max(kills, MOST_ROUNDS)); number++) {
			Path place = Files.createDirectories(this.folder.resolve("round-" + number));
			boolean again = done >= kills;
			List<Kill> hand = deck.deal(again ? 0 : this.each);
			try (KillingRound round = new KillingRound(place, this.payees, this.expectation, hand, random, again)) {
				try {
					round.play();
				}
				finally {
					this.table.note(place, round);
					done += round.blows().size();
					round.blows().forEach((blow) -> hit.add(blow.step()));
					deck.putBack(round.missed());
				}
				KillingAccount account = KillingAccount.of(round, this.expectation);
				this.table.add(account);
				assertKept(account);
			}
			catch (AssertionError | RuntimeException ex) {
				// the others still tell something
				this.table.failed(place, ex);
				continue;
			}
			FileSystemUtils.deleteRecursively(place);
		}
	}

	private void assertKept(KillingAccount account) {
		assertThat(account.differences()).as("rows that are not as undisturbed").isEmpty();
		assertThat(account.summary().path("control_totals").path("agree").booleanValue()).isTrue();
		assertThat(account.answersLost()).as("asked again though the answer was there").isZero();
		assertThat(account.withoutARow()).as("paid without a row").isZero();
		for (String provider : List.of("paysway", "smartglocal", "bank131")) {
			assertThat(account.again(provider)).as("paid twice: " + provider).isZero();
		}
		assertThat(account.openTogether("paysafe")).as("sessions opened while the customer had an open one").isZero();
		assertThat(account.untold()).as("rows that do not tell that they were paid for again").isEmpty();
		assertThat(account.repeats("banfico")).as("repeats that the summary tells of")
			.isGreaterThanOrEqualTo(account.again("banfico"));
	}

}
