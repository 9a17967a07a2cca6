package dev.tickmark.verification.definition;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tickmark.intake.Source;
import dev.tickmark.intake.StatementColumn;
import dev.tickmark.intake.StatementFile;
import dev.tickmark.intake.StatementMapping;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StatementDefinitionTests {

	@TempDir
	Path folder;

	@Test
	void everyKeyOfTheStatementsPartIsRead() throws BadDefinition {
		StatementMapping mapping = statement("""
				input: {format: csv, delimiter: ";", decimal: ",", dates: [dd.MM.yyyy]}
				statement:
				  columns:
				    reference: [Vorgang, "Vorgang Nr."]
				    key: {pattern: "(?i)request.*"}
				    time: {position: 3}
				    kind: service
				    result: outcome
				  times: [dd.MM.yyyy HH:mm]
				  zone: Europe/Berlin
				  kinds: {Pr\u00FCfung: SUBMIT, status: STATUS}
				  results: {Match: MATCH, open: [PENDING, action_required]}
				  tolerance: 2m
				  price: 0.125
				  currency: eur
				""");
		assertThat(mapping.input().delimiter()).isEqualTo(';');
		assertThat(mapping.input().notation().decimal()).isEqualTo(',');
		assertThat(mapping.columns())
			.containsEntry(StatementColumn.REFERENCE, new Source.Named(List.of("Vorgang", "Vorgang Nr.")))
			.containsEntry(StatementColumn.TIME, new Source.At(3))
			.hasSize(5);
		assertThat(mapping.times()).containsExactly("dd.MM.yyyy HH:mm");
		assertThat(mapping.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
		assertThat(mapping.kinds()).containsEntry("pr\u00FCfung", CallKind.SUBMIT).hasSize(2);
		assertThat(mapping.results()).containsEntry("match", Set.of(Verdict.MATCH))
			.containsEntry("open", Set.of(Verdict.PENDING, Verdict.ACTION_REQUIRED));
		assertThat(mapping.tolerance()).isEqualTo(Duration.ofMinutes(2));
		assertThat(mapping.price()).isEqualTo(new BigDecimal("0.125"));
		assertThat(mapping.currency()).isEqualTo("EUR");
	}

	@Test
	void whatIsLeftOutHasItsDefault() throws BadDefinition {
		StatementMapping mapping = statement("statement: {columns: {account: iban}}");
		assertThat(mapping.times()).isEmpty();
		assertThat(mapping.zone()).isEqualTo(ZoneId.of("UTC"));
		assertThat(mapping.tolerance()).isEqualTo(Duration.ofMinutes(5));
		assertThat(mapping.price()).isNull();
		assertThat(mapping.currency()).isNull();
		assertThat(mapping.kinds()).isEmpty();
		assertThat(mapping.results()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					`statement: {}`                                          | line 1, column 12 | the key statement.columns is missing
					`statement: {columns: {time: at, price: p}}`             | line 1, column 12 | map one of reference, key and account
					`statement: {columns: {referense: id}}`                  | line 1, column 23 | there is no column referense of a statement; there are: reference, key
					`statement: {columns: {key: {value: x}}}`                | line 1            | there is no key value in statement.columns.key
					`statement: {columns: {key: {}}}`                        | line 1            | one of position and pattern is expected
					`statement: {columns: {key: k}, colour: red}`            | line 1, column 32 | there is no key colour in statement
					`statement: {columns: {key: k}, times: [yyyy-QQ]}`       | line 1, column 40 | statement.times: no day, or no time of a day, can be read
					`statement: {columns: {key: k}, times: [hh:mm dd.MM.yyyy]}` | statement.times | no day, or no time of a day
					`statement: {columns: {key: k}, times: [yyyy-dd-MM]}`    | statement.times   | looks like year-month-day
					`statement: {columns: {key: k}, times: ["{"]}`           | statement.times   | is no pattern of a time like dd.MM.yyyy HH:mm
					`statement: {columns: {key: k}, zone: Mars}`             | statement.zone    | there is no time zone "Mars"
					`statement: {columns: {key: k}, tolerance: 25h}`         | statement.tolerance | at most 1d
					`statement: {columns: {key: k}, price: "-1"}`            | statement.price   | "-1" is no amount like 0.10
					`statement: {columns: {key: k}, currency: EURO}`         | statement.currency | is not a code of ISO 4217
					`statement: {columns: {key: k}, kinds: {a: SUBMIT}}`     | line 1, column 32 | map statement.columns.kind
					`statement: {columns: {key: k, kind: s}}`                | line 1            | the key statement.kinds is missing
					`statement: {columns: {key: k, result: r}}`              | line 1            | the key statement.results is missing
					`statement: {columns: {key: k, kind: s}, kinds: {a: SUBMIT, A: STATUS}}` | line 1 | the word "A" is there twice
					`statement: {columns: {key: k, kind: s}, kinds: {a: BUY}}` | statement.kinds.a | there are: SUBMIT, STATUS, SESSION, LIST
					`statement: {columns: {key: k, result: r}, results: {a: GOOD}}` | statement.results.a | "GOOD" is not known
					`statement: {columns: {key: k}}\\ninput: {header: no}`   | line 1, column 23 | the columns of a file without a header have no names
					`statement: {columns: {key: k}}\\ninput: {columns: {name: n}}` | line 2, column 9 | stand under statement.columns
					`statement: {columns: {key: k}}\\ninput: {wrong-sums: refuse}` | line 2, column 9 | only a payment file has sums
					`statement: {columns: {key: k}}\\ninput: {format: pain.001}` | line 2, column 17 | a statement is csv or xlsx
					`statement: {columns: {key: k}}\\nrouting: []`           | line 2, column 1  | a definition of a statement has no routing
					`statement: {columns: {key: k}}\\npayable: MATCH`        | line 2, column 1  | has no payable
					`statement: {columns: {key: k}}\\nrecheck: {factor: 2}`  | line 2, column 1  | has no recheck
					`statement: {columns: {key: k}}\\nreuse-within: 3d`      | line 2, column 1  | has no reuse-within
					`statement: {columns: {key: k}}\\ndeadline: 3h`          | line 2, column 1  | has no deadline
					""")
	void whatIsWrongIsToldWithItsPlace(String yaml, String where, String what) {
		assertThatExceptionOfType(BadDefinition.class)
			.isThrownBy(() -> Definitions.read("test", yaml.replace("\\n", "\n"), Set.of()))
			.withMessageStartingWith("jobs/test.yaml, line ")
			.withMessageContaining(where)
			.withMessageContaining(what);
	}

	@Test
	void payeeFilesAreNotReadByADefinitionOfAStatementNorTheOtherWayRound() throws BadDefinition {
		JobDefinition statement = Definitions.read("invoice", "statement: {columns: {key: k}}", Set.of());
		assertThat(statement.requireStatement().columns()).containsKey(StatementColumn.KEY);
		assertThatExceptionOfType(BadDefinition.class).isThrownBy(statement::requirePayees)
			.withMessageStartingWith(
					"jobs/invoice.yaml: this is a definition of a statement, for tickmark reconcile --statement.");
		JobDefinition payees = Definitions.own();
		payees.requirePayees();
		assertThatExceptionOfType(BadDefinition.class).isThrownBy(payees::requireStatement)
			.withMessageContaining("the key statement is missing");
	}

	@Test
	void theOneForTheSandboxReadsItsInvoice() throws Exception {
		StatementMapping mapping = Definitions.in(Path.of("jobs")).find("statement").requireStatement();
		Path invoice = Files.writeString(this.folder.resolve("invoice.csv"), """
				charged_at,verification_id,request_id,service,outcome,amount,currency,account
				2026-11-01T10:00:00.123Z,V-1,3f,verification,match,0.10,EUR,****3000
				2026-11-01T10:00:01.123Z,V-2,,verification,open,0.10,EUR,****3000
				""");
		StatementFile file = StatementFile.open(invoice, mapping);
		assertThat(file.remarks()).isEmpty();
		file.read((line) -> {
			assertThat(line.problem()).isNull();
			assertThat(line.kind()).isEqualTo(CallKind.SUBMIT);
			assertThat(line.price()).isEqualTo(mapping.price());
			assertThat(line.account()).isEqualTo("****3000");
			assertThat(line.meaning()).contains((line.number() == 1) ? Verdict.MATCH : Verdict.PENDING);
		});
		assertThat(mapping.results()).hasSize(8);
		assertThat(Objects.requireNonNull(mapping.results().get("open"))).contains(Verdict.UNABLE_TO_CHECK);
	}

	@Test
	void theOneForTheSampleReadsTheSample() throws Exception {
		StatementMapping mapping = Definitions.in(Path.of("jobs")).find("statement-sample").requireStatement();
		StatementFile sample = StatementFile.open(Path.of("sample-data/banfico-statement.csv"), mapping);
		assertThat(sample.lines()).isEqualTo(66);
		assertThat(sample.remarks()).isEmpty();
		assertThat(sample.first()).isNull();
	}

	@Test
	void itIsFoundByItsNameAndListed() throws BadDefinition, IOException {
		Files.copy(Path.of("jobs/statement.yaml"), this.folder.resolve("statement.yaml"));
		assertThat(Definitions.in(this.folder).names()).containsExactly("default", "statement");
		assertThat(Definitions.in(this.folder).find("statement").statement()).isNotNull();
		assertThat(Definitions.own().statement()).isNull();
	}

	private static StatementMapping statement(String yaml) throws BadDefinition {
		return Definitions.read("test", yaml, Set.of()).requireStatement();
	}

}
