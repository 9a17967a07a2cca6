package dev.tickmark.provider;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AntechamberTests {

	private final Antechamber chamber = new Antechamber(Duration.ofMillis(5));

	@Test
	void aPreparationThatIsDoneBeforeTheNextTurnComesNeedsNoCompany() throws Exception {
		prepared(Duration.ofMillis(1), 20);
		assertThat(this.chamber.size()).isOne();
		assertThat(this.chamber.enter(0)).isTrue();
		assertThat(this.chamber.enter(0)).isFalse();
	}

	@Test
	void asManyArePreparedAtOnceAsTurnsComeMeanwhile() throws Exception {
		prepared(Duration.ofMillis(20), 50);
		assertThat(this.chamber.size()).isEqualTo(5);
		for (int i = 0; i < 5; i++) {
			assertThat(this.chamber.enter(0)).isTrue();
		}
		assertThat(this.chamber.enter(0)).isFalse();
	}

	@Test
	void oneThatTookVeryLongIsForgotten() throws Exception {
		prepared(Duration.ofMillis(1), 20);
		prepared(Duration.ofMinutes(1), 1);
		assertThat(this.chamber.size()).isEqualTo(50);
		prepared(Duration.ofMillis(1), 200);
		assertThat(this.chamber.size()).isOne();
	}

	@Test
	void whereThereAreFewerPlacesThoseWhoAreInStay() throws Exception {
		prepared(Duration.ofMillis(20), 50);
		this.chamber.enter(0);
		this.chamber.enter(0);
		prepared(Duration.ofMillis(1), 200);
		assertThat(this.chamber.enter(0)).isFalse();
		this.chamber.leave();
		assertThat(this.chamber.enter(0)).as("one is still in").isFalse();
		this.chamber.leave();
		assertThat(this.chamber.enter(0)).isTrue();
	}

	private void prepared(Duration took, int times) {
		for (int i = 0; i < times; i++) {
			this.chamber.took(took.toNanos());
		}
	}

}
