package dev.tickmark.verification;

import java.util.Map;

import org.springframework.stereotype.Component;

import dev.tickmark.intake.Input;
import dev.tickmark.ledger.Run;
import dev.tickmark.payee.Column;

/** Says which of a run's fields mean what. */
@Component
public class RunColumns {

	private final RunDefinition definitions;

	RunColumns(RunDefinition definitions) {
		this.definitions = definitions;
	}

	/** Where the columns that mean something are in the rows of a run, counted from 0. */
	public Map<Column, Integer> of(Run run) {
		Input input = Input.Kind.PAIN_001.written().equals(run.format()) ? Input.ANY
				: this.definitions.keptOrOwn(run).input();
		return input.positions(run.header());
	}

}
