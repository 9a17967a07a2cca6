package dev.tickmark.night;

import java.nio.file.Files;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tickmark.ledger.night.NightLocks;
import dev.tickmark.verification.StubServer;

import static org.assertj.core.api.Assertions.assertThat;

class NightTests extends NightCase {

	@Test
	void whatIsCompleteIsVerifiedAndPutAwayAndTheRestIsLeft() {
		file("in/payees-a.csv", 3);
		file("in/payees-b.csv", 3);
		this.given.file("in/payees-c.csv", "neither,of,our\ncolumns,is,here\n");
		assertThat(work(DUE, (_) -> {
			file("in/payees-b.csv", 4);
			return true;
		})).isEqualTo(Night.Turn.DONE);
		assertThat(this.given.in("in")).containsExactly("payees-b.csv");
		assertThat(this.given.in("taken")).isEmpty();
		assertThat(this.given.in("finished")).containsExactly("payees-a.csv");
		assertThat(this.given.in("failed")).containsExactly("payees-c.csv");
		assertThat(this.given.in("reports")).singleElement().asString().startsWith("payees-a.csv-");
		assertThat(asked("payees-a.csv", 3)).containsExactly(1, 1, 1);
		assertThat(asked("payees-b.csv", 4)).containsExactly(0, 0, 0, 0);
		assertThat(this.told).containsExactly("payees-b.csv is still being written: it is left for the next time.",
				"began payees-a.csv", "payees-a.csv Finished finished", "payees-c.csv Refused failed");
	}

	@Test
	void anotherAtTheSameTimeDoesNothing() {
		assertThat(work(DUE)).isEqualTo(Night.Turn.DONE);
		file("in/payees-a.csv", 2);
		assertThat(work(DUE)).isEqualTo(Night.Turn.DONE);
		assertThat(this.given.in("in")).containsExactly("payees-a.csv");
		try (NightLocks.Held _ = this.locks.take(this.name).orElseThrow()) {
			assertThat(work(DUE.plusSeconds(60))).isEqualTo(Night.Turn.ELSEWHERE);
		}
		assertThat(this.told).isEmpty();
		work(DUE.plusSeconds(60));
		assertThat(this.given.in("finished")).containsExactly("payees-a.csv");
	}

	@Test
	void aNightThatIsCutIsContinuedWithWhatWasTakenFirst() {
		file("in/payees-a.csv", 2);
		file("in/payees-b.csv", 300);
		STUB.answers((name, _) -> {
			if (name.endsWith("payees-b.csv-100")) {
				this.ending.request();
			}
			return StubServer.Says.ok();
		});
		assertThat(work(DUE)).isEqualTo(Night.Turn.CUT);
		assertThat(this.ending.hasCut()).isTrue();
		assertThat(this.given.in("taken")).containsExactly("payees-b.csv");
		assertThat(this.nights.standing(this.name, false, DUE).begun()).isEqualTo(DUE);

		this.ending = new Ending();
		this.told.clear();
		file("in/payees-0.csv", 1);
		assertThat(work(DUE)).isEqualTo(Night.Turn.DONE);
		assertThat(this.given.in("finished")).containsExactly("payees-0.csv", "payees-a.csv", "payees-b.csv");
		assertThat(this.told).containsExactly("continues payees-b.csv", "payees-b.csv Finished finished",
				"began payees-0.csv", "payees-0.csv Finished finished");
		assertThat(asked("payees-b.csv", 300)).containsOnly(1);
		assertThat(this.nights.standing(this.name, false, DUE).begun()).isNull();
	}

	@Test
	void whatWasLeftIsContinuedAlsoWhenNothingIsDue() {
		file("taken/payees-a.csv", 2);
		file("in/payees-b.csv", 2);
		assertThat(work(null)).isEqualTo(Night.Turn.DONE);
		assertThat(this.given.in("finished")).containsExactly("payees-a.csv");
		assertThat(this.given.in("in")).containsExactly("payees-b.csv");
	}

	@Test
	void aFolderThatIsMissingIsToldAndTriedAgain() throws Exception {
		Files.delete(this.given.root().resolve("in"));
		assertThat(work(DUE)).isEqualTo(Night.Turn.AGAIN);
		assertThat(this.told).singleElement().asString().contains("does not exist, or is no folder. Make it;");
		file("in/payees-a.csv", 2);
		assertThat(work(DUE)).isEqualTo(Night.Turn.DONE);
		assertThat(this.given.in("finished")).containsExactly("payees-a.csv");
	}

	@Test
	void whatEarlierNightsLeftOpenIsAskedFirstAndOnce() {
		file("in/payees-a.csv", 3);
		STUB.answers((_, _) -> new StubServer.Says(403, Map.of()));
		work(DUE);
		assertThat(this.given.in("finished")).containsExactly("payees-a.csv");
		STUB.answers((_, _) -> StubServer.Says.ok());
		file("in/payees-b.csv", 2);
		this.told.clear();
		work(DUE.plusSeconds(60));
		assertThat(this.told).containsExactly("continues payees-a.csv", "went on Finished", "began payees-b.csv",
				"payees-b.csv Finished finished");
		int asked = asked("payees-a.csv", 3).stream().mapToInt(Integer::intValue).sum();
		this.told.clear();
		work(DUE.plusSeconds(120));
		assertThat(this.told).as("it is complete now").isEmpty();
		assertThat(asked("payees-a.csv", 3).stream().mapToInt(Integer::intValue).sum()).isEqualTo(asked);
	}

	@Test
	void whatIsContinuedByItsFileIsNotContinuedByItsNumberAsWell() {
		file("in/payees-a.csv", 3);
		STUB.answers((_, _) -> new StubServer.Says(403, Map.of()));
		work(DUE);
		this.given.move("finished/payees-a.csv", "taken/payees-a.csv");
		this.told.clear();
		work(DUE.plusSeconds(60));
		assertThat(this.told).containsExactly("continues payees-a.csv", "payees-a.csv Finished finished");
	}

	@Test
	void aFileForWhichASettingIsMissingStaysAndGoesOnWhenItIsThere() {
		this.given.file("in/payees-a.csv", "name,iban\nHelga,DE89370400440532013000\n");
		work(DUE);
		assertThat(this.given.in("taken")).containsExactly("payees-a.csv");
		assertThat(this.given.in("failed")).isEmpty();
		assertThat(this.told).containsExactly("began payees-a.csv", "payees-a.csv Refused");
	}

	@Test
	void aRunKnowsWhereItsFileIsNow() {
		file("in/payees-a.csv", 1);
		work(DUE);
		assertThat(this.jdbc.sql("select file_path from run where job = ?").param(this.name).query(String.class).list())
			.containsExactly(this.given.root().resolve("finished/payees-a.csv").toString());
	}

}
