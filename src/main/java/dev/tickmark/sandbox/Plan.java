package dev.tickmark.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The providers that are simulated, and the ports they have when these are fixed. A line
 * here and the classes it names are all that a further one takes.
 */
enum Plan {

	BANFICO(8101, NoSwitches.class, Banfico::new),

	PAYSWAY(8102, PayswaySwitches.class, Paysway::new),

	SMARTGLOCAL(8103, SmartglocalSwitches.class, Smartglocal::new),

	BANK131(8104, Bank131Switches.class, Bank131::new),

	PAYSAFE(8105, PaysafeSwitches.class, Paysafe::new);

	private final int port;

	private final Class<? extends Record> switches;

	private final Function<Stage, Simulation> simulation;

	/**
	 * Plans a provider.
	 * @param port its fixed port
	 * @param switches the settings that it alone knows
	 * @param simulation what simulates it
	 */
	Plan(int port, Class<? extends Record> switches, Function<Stage, Simulation> simulation) {
		this.port = port;
		this.switches = switches;
		this.simulation = simulation;
	}

	Simulation simulation(Stage stage) {
		return this.simulation.apply(stage);
	}

	int port() {
		return this.port;
	}

	/** The provider's name as keys and files write it. */
	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	Class<? extends Record> switches() {
		return this.switches;
	}

	/** The keys that this provider alone knows, in the form of {@link Written}. */
	Stream<String> keys() {
		return Written.keys(this.switches);
	}

	static Stream<Plan> all() {
		return Arrays.stream(values());
	}

	static List<String> names() {
		return all().map(Plan::key).toList();
	}

}
