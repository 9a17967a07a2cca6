package dev.tickmark.night;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ArrivalsTests {

	private final GivenInbox given;

	private final List<String> left = new ArrayList<>();

	ArrivalsTests(@TempDir Path root) {
		this.given = new GivenInbox(root);
	}

	@Test
	void aFileThatGrowsOrComesMeanwhileIsLeft() throws InboxTrouble {
		this.given.file("in/payees-1.csv", "x");
		this.given.file("in/payees-2.csv", "x");
		assertThat(complete(null, (time) -> {
			assertThat(time).isEqualTo(Duration.ofSeconds(30));
			this.given.file("in/payees-2.csv", "x and more");
			this.given.file("in/payees-3.csv", "x");
			return true;
		})).containsExactly("payees-1.csv");
		assertThat(this.left).containsExactly("payees-2.csv is still being written: it is left for the next time.",
				"payees-3.csv is still being written: it is left for the next time.");
	}

	@Test
	void whereNothingIsThereNothingIsWaitedFor() throws InboxTrouble {
		assertThat(complete(null, (_) -> {
			throw new AssertionError("it waits");
		})).isEmpty();
	}

	@Test
	void whoeverIsToldToEndWhileWaitingTakesNothing() throws InboxTrouble {
		this.given.file("in/payees-1.csv", "x");
		assertThat(complete(null, (_) -> false)).isEmpty();
		assertThat(this.left).isEmpty();
	}

	@Test
	void aMarkerSaysThatAFileIsComplete() throws InboxTrouble {
		this.given.file("in/payees-1.csv", "x");
		this.given.file("in/payees-2.csv", "x");
		this.given.file("in/payees-2.csv.done", "");
		assertThat(complete(".done", (_) -> {
			throw new AssertionError("it waits");
		})).containsExactly("payees-2.csv");
		assertThat(this.left)
			.containsExactly("payees-1.csv has no marker .done yet, or an older one: it is left for the next time.");
	}

	private List<String> complete(@Nullable String marker, Predicate<Duration> wait) throws InboxTrouble {
		return new Arrivals(this.given.inbox(marker), this.given.open(marker), wait).complete(this.left::add)
			.stream()
			.map((seen) -> seen.path().getFileName().toString())
			.toList();
	}

}
