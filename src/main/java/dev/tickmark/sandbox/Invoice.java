package dev.tickmark.sandbox;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The statement as a simulated provider hands it out. */
final class Invoice {

	private static final String STRAY_ACCOUNT = "****0000";

	private final Register register;

	private final Simulation simulation;

	private final boolean drift;

	private final Period period;

	// The latest line that belongs there, whatever became of it
	private @Nullable Charge latest;

	private Invoice(Register register, Simulation simulation, boolean drift, Period period) {
		this.register = register;
		this.simulation = simulation;
		this.drift = drift;
		this.period = period;
	}

	static Reply reply(Inquiry inquiry, Stage stage, Simulation simulation) {
		Bookkeeping books = stage.behaviour().bookkeeping();
		if (!books.statement()) {
			return Reply.text(404, "text/plain",
					"this provider keeps no statement: the setting statement is false, see src/docs/sandbox.md");
		}
		try {
			Period period = Period.of(inquiry.parameters());
			return Reply.streamed("text/csv",
					(out) -> new Invoice(stage.register(), simulation, books.drift(), period).write(out));
		}
		catch (IllegalArgumentException ex) {
			return Reply.text(400, "text/plain", String.valueOf(ex.getMessage()));
		}
	}

	private void write(OutputStream out) throws IOException {
		Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		writer.append(Charge.HEADER).append('\n');
		this.register.charges((charge) -> {
			if (this.period.includes(charge.chargedAt())) {
				this.latest = charge;
				for (Charge line : drifted(charge)) {
					writer.append(line.line()).append('\n');
				}
			}
		});
		if (this.drift && this.latest != null) {
			writer.append(stray(this.latest).line()).append('\n');
		}
		writer.flush();
	}

	private List<Charge> drifted(Charge charge) {
		Drift found = this.drift ? Drift.of(charge.account()) : null;
		return (found != null) ? found.of(charge, this.simulation.changed()) : List.of(charge);
	}

	private Charge stray(Charge like) {
		return new Charge(like.chargedAt(), this.simulation.stray(), "", Conclusion.MATCH, like.amount(),
				like.currency(), STRAY_ACCOUNT);
	}

}
