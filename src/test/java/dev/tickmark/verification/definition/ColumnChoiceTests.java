package dev.tickmark.verification.definition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import dev.tickmark.intake.Source;
import dev.tickmark.payee.Column;

import static org.assertj.core.api.Assertions.assertThat;

class ColumnChoiceTests {

	private static final List<String> HEADER = List.of("Kreditor: \"A\" # 1", "IBAN", "", "name", "Konto\u00a0neu");

	@Test
	void aDefinitionTakesTheColumnsThatWereChosenAndNothingElseChanges() throws Exception {
		JobDefinition job = job("""
				description: "a: b"   # lost
				input:
				  delimiter: ";"
				  columns: {name: [Old], country: {value: NO}, currency: {value: EUR}}
				routing:
				  - when: {country: [no, GB]}
				    provider: banfico
				deadline: "16:55"
				reports: {files: none}
				""");
		JobDefinition mapped = choice(Map.of(0, Column.NAME, 1, Column.REFERENCE, 2, Column.CURRENCY, 4, Column.IBAN))
			.in(job, Map.of());
		assertThat(mapped.input().columns()).containsOnly(
				Map.entry(Column.NAME, new Source.Named(List.of("Kreditor: \"A\" # 1"))),
				Map.entry(Column.REFERENCE, new Source.Named(List.of("IBAN"))),
				Map.entry(Column.CURRENCY, new Source.At(3)),
				Map.entry(Column.IBAN, new Source.Named(List.of("Konto\u00a0neu"))),
				Map.entry(Column.COUNTRY, new Source.Fixed("NO")));
		assertThat(mapped.input().positions(HEADER))
			.isEqualTo(Map.of(Column.NAME, 0, Column.REFERENCE, 1, Column.CURRENCY, 2, Column.IBAN, 4));
		assertThat(mapped.name()).isEqualTo(job.name());
		assertThat(mapped.description()).isEqualTo("a: b");
		assertThat(mapped.input().delimiter()).isEqualTo(';');
		assertThat(mapped.routing()).isEqualTo(job.routing());
		assertThat(mapped.deadline()).isEqualTo(job.deadline());
		assertThat(mapped.reports()).isEqualTo(job.reports());
	}

	@Test
	void aColumnThatIsOnlyCarriedThroughIsNotTakenByItsOwnName() throws Exception {
		JobDefinition mapped = choice(Map.of(0, Column.NAME, 4, Column.IBAN)).in(Definitions.own(), Map.of());
		assertThat(mapped.input().positions(HEADER)).isEqualTo(Map.of(Column.NAME, 0, Column.IBAN, 4));
		mapped = choice(Map.of(0, Column.REFERENCE, 3, Column.NAME)).in(Definitions.own(), Map.of());
		assertThat(mapped.input().positions(HEADER)).isEqualTo(Map.of(Column.REFERENCE, 0, Column.NAME, 3));
		assertThat(mapped.text()).contains("iban: {position: none}");
	}

	@Test
	void whatADefinitionTakesAnywayLeavesItAsItIs() throws Exception {
		JobDefinition own = Definitions.own();
		assertThat(choice(Map.of(1, Column.IBAN, 3, Column.NAME)).in(own, own.input().positions(HEADER))).isSameAs(own);
	}

	@Test
	void aChoiceThatLeavesSomethingOutOrTakesItTwiceIsToldWithItsColumn() throws Exception {
		assertThat(choice(Map.of(0, Column.NAME, 1, Column.IBAN)).faults(Definitions.own())).isEmpty();
		assertThat(choice(Map.of(0, Column.NAME, 3, Column.NAME, 1, Column.IBAN)).faults(Definitions.own()))
			.containsExactly("Column name is chosen twice: for \"Kreditor: \"A\" # 1\" and for \"name\"."
					+ " Choose it for one of them.");
		assertThat(choice(Map.of(2, Column.NAME)).faults(Definitions.own())).singleElement()
			.asString()
			.startsWith("With this choice no column says which account to check (iban, or ");
		assertThat(choice(Map.of(1, Column.IBAN)).faults(job("input: {columns: {name: {value: ACME}}}"))).isEmpty();
	}

	private static ColumnChoice choice(Map<Integer, Column> columns) {
		return new ColumnChoice(HEADER, new TreeMap<>(columns));
	}

	private static JobDefinition job(String text) throws BadDefinition {
		return Definitions.read("suppliers", text, Set.of());
	}

}
