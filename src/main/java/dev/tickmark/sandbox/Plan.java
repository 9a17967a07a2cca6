package dev.tickmark.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The providers that are simulated, and the ports they have when these are fixed. */
enum Plan {

	BANFICO(8101) {
		@Override
		Simulation simulation(Behaviour behaviour, Register register, Meter meter) {
			return new Banfico(behaviour, register, meter);
		}
	},

	PAYSWAY(8102) {
		@Override
		Simulation simulation(Behaviour behaviour, Register register, Meter meter) {
			return new Paysway(behaviour, register, meter);
		}
	};

	private final int port;

	Plan(int port) {
		this.port = port;
	}

	abstract Simulation simulation(Behaviour behaviour, Register register, Meter meter);

	int port() {
		return this.port;
	}

	/** The provider's name as keys and files write it. */
	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	static List<String> names() {
		return Arrays.stream(values()).map(Plan::key).toList();
	}

}
