package dev.tickmark.verification.definition;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tickmark.intake.Input;
import dev.tickmark.intake.Source;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.PayeeType;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Condition;
import dev.tickmark.provider.RouteRule;
import dev.tickmark.provider.Scheme;
import dev.tickmark.report.ReportKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DefinitionsTests {

	private static final ProviderName BANFICO = new ProviderName("banfico");

	private static final ProviderName PAYSWAY = new ProviderName("paysway");

	@TempDir
	Path folder;

	@Test
	void theOneThatComesWithTheProgramLeavesEverythingToTheProgram() throws BadDefinition {
		JobDefinition own = Definitions.own();
		assertThat(own.input()).isEqualTo(Input.ANY);
		assertThat(own.routing()).isEmpty();
		assertThat(own.payable()).containsExactly(Verdict.MATCH);
		assertThat(own.fourEyes()).isFalse();
		assertThat(own.reuseWithin()).isNull();
		assertThat(own.reports().kinds()).containsExactlyInAnyOrder(ReportKind.values());
		assertThat(own.reports().formulasHarmless()).isTrue();
		assertThat(Definitions.read("empty", "{}", Set.of())).usingRecursiveComparison()
			.ignoringFields("name", "text", "description")
			.isEqualTo(own);
	}

	@Test
	void everyKeyOfTheFilesPartIsRead() throws BadDefinition {
		Input input = read("""
				input:
				  format: csv
				  encoding: windows-1252
				  delimiter: tab
				  header: no
				  dates: [dd.MM.yyyy, yyyyMMdd]
				  decimal: ","
				  wrong-sums: refuse
				  columns:
				    name: [Kreditor, "Name 1"]
				    iban: {pattern: "(?i)iban.*"}
				    account_number: {position: 7}
				    country: {value: de}
				""").input();
		assertThat(input.kind()).isEqualTo(Input.Kind.CSV);
		assertThat(input.encoding()).isEqualTo(Charset.forName("windows-1252"));
		assertThat(input.delimiter()).isEqualTo('\t');
		assertThat(input.header()).isFalse();
		assertThat(input.notation().dates()).containsExactly("dd.MM.yyyy", "yyyyMMdd");
		assertThat(input.notation().decimal()).isEqualTo(',');
		assertThat(input.refuseWrongSums()).isTrue();
		assertThat(input.columns()).containsEntry(Column.NAME, new Source.Named(List.of("Kreditor", "Name 1")))
			.containsEntry(Column.ACCOUNT_NUMBER, new Source.At(7))
			.containsEntry(Column.COUNTRY, new Source.Fixed("DE"));
		assertThat(input.columns().get(Column.IBAN)).isInstanceOfSatisfying(Source.Like.class,
				(like) -> assertThat(like.form().pattern()).isEqualTo("(?i)iban.*"));
	}

	@Test
	void aFixedWidthFileHasItsFields() throws BadDefinition {
		Input input = read("""
				input:
				  format: fixed-width
				  columns:
				    name: {start: 1, length: 30}
				    iban: {start: 31, length: 34}
				    cost_centre: {start: 65, length: 4}
				""").input();
		assertThat(input.fields()).containsExactly(new Input.Field("name", 1, 30), new Input.Field("iban", 31, 34),
				new Input.Field("cost_centre", 65, 4));
		assertThat(input.header()).isFalse();
	}

	@Test
	void rulesOfRoutingKeepTheirOrderAndTheirConditions() throws BadDefinition {
		List<RouteRule> rules = read(
				"""
						routing:
						  - when: {country: [gb, NO], scheme: COP, currency: GBP, type: business, present: [sort_code], absent: phone}
						    provider: banfico
						    fallback: paysway
						  - provider: paysway
						""")
			.routing();
		assertThat(rules).containsExactly(new RouteRule(
				List.of(new Condition.Country(Set.of("GB", "NO")), new Condition.Within(Set.of(Scheme.COP)),
						new Condition.Currency(Set.of("GBP")), new Condition.Type(PayeeType.BUSINESS),
						new Condition.Present(Set.of(Column.SORT_CODE)), new Condition.Absent(Set.of(Column.PHONE))),
				BANFICO, PAYSWAY), new RouteRule(List.of(), PAYSWAY, null));
	}

	@Test
	void theRestIsReadAsWell() throws BadDefinition {
		JobDefinition job = read("""
				description: Suppliers
				recheck: {first-delay: 30s, factor: 1.5, max-delay: 10m, max-attempts: 8}
				deadline: 16:55
				payable: [MATCH, close_match]
				release: four-eyes
				reuse-within: 366d
				reports: {folder: /srv/reports, files: [split, page], formulas: as-is}
				""");
		assertThat(job.description()).isEqualTo("Suppliers");
		assertThat(job.recheck())
			.isEqualTo(new JobDefinition.Recheck(Duration.ofSeconds(30), 1.5, Duration.ofMinutes(10), 8));
		assertThat(job.deadline()).isEqualTo(Deadline.parse("16:55"));
		assertThat(job.payable()).containsExactlyInAnyOrder(Verdict.MATCH, Verdict.CLOSE_MATCH);
		assertThat(job.fourEyes()).isTrue();
		assertThat(job.reuseWithin()).isEqualTo(Duration.ofDays(366));
		assertThat(job.reports())
			.isEqualTo(new Reports("/srv/reports", Set.of(ReportKind.SPLIT, ReportKind.PAGE), false));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					`inptu: {}`                              | line 1, column 1: there is no key inptu in a job definition; | Perhaps input is meant.
					`input: {colums: {}}`                    | line 1, column 9: there is no key colums in input;           | Perhaps columns is meant.
					`input: {format: word}`                  | line 1, column 17: input.format: "word" is not known;        | csv, xlsx, pain.001, fixed-width
					`input: {encoding: latin9x}`             | input.encoding: there is no encoding "latin9x"               | windows-1252
					`input: {delimiter: ";;"}`               | input.delimiter: a single sign is expected                   | tab
					`input: {dates: [yyyy-QQ]}`              | input.dates: "yyyy-QQ" is no pattern of a date               | dd.MM.yyyy
					`input: {columns: {nome: x}}`            | there is no column nome that means something                 | carried through
					`input: {columns: {name: {at: 3}}}`      | there is no key at in input.columns.name                     | position
					`input: {columns: {name: {}}}`           | one of position, pattern and value is expected               | name
					`input: {columns: {iban: {pattern: "["}}}` | this is no regular expression                              | input.columns.iban.pattern
					`input: {columns: {country: {value: XX}}}` | is not a code of ISO 3166-1                                | input.columns.country.value
					`input: {format: fixed-width}`           | a fixed-width file needs a start and a length                | columns
					`input: {encoding: UTF-32}`              | there is no encoding "UTF-32" that can be used               | windows-1252
								`input: {encoding: IBM1047}`             | there is no encoding "IBM1047" that can be used              | UTF-8
								`input: {encoding: x-UTF-16LE-BOM}`      | that can be used                                             | UTF-16LE
								`input: {dates: [dd.MM.yy]}`             | "dd.MM.yy" is no pattern of a date                           | dd.MM.yyyy
								`input: {dates: [yyyy-dd-MM]}`           | looks like year-month-day                                    | input.dates
								`input: {format: xlsx, delimiter: ";"}`  | has no delimiter to be told                                  | line 1, column 23
								`input: {format: csv, sheet: A}`         | only a workbook has sheets                                   | Remove
								`input: {format: pain.001, columns: {name: Nm}}` | the columns of a payment file are always the same    | fixed value
								`input: {columns: {sort_code: a, Sort-Code: b}}` | the column sort_code is there twice                  | Remove
								`recheck: {max-delay: 99999d}`           | is not a length of time                                      | at most 30d
								`routing: {provider: banfico}`           | routing: a list is expected                                  | hyphen
					`routing: [{when: {}}]`                  | the key routing.provider is missing                          | line 1
					`routing: [{provider: barclays}]`        | there is no provider "barclays"                              | banfico, paysway
					`routing: [{provider: banfico, fallback: banfico}]` | cannot be its own fall-back            | routing.fallback
					`routing: [{provider: banfico, fallback: lloyds}]`  | there is no provider "lloyds"            | paysway
					`payable: [NO_MATCH]`                    | a row with NO_MATCH cannot be payable                        | CLOSE_MATCH
					`release: two`                           | line 1, column 10: release: "two" is not known                | four-eyes, none.
					`payable: [PENDING]`                     | a row with PENDING cannot be payable                         | line 1
					`payable: MATCH\nreuse-within: soon`    | line 2, column 15: reuse-within: "soon" is not a length of time | at most 366d.
					`reuse-within: 0d`                       | reuse-within: "0d" is not a length of time                   | line 1, column 15
					`reuse-within: -5d`                      | reuse-within: "-5d" is not a length of time                  | line 1, column 15
					`reuse-within: 367d`                     | reuse-within: "367d" is not a length of time                 | at most 366d.
					`reuse-within: 9999999999999999d`        | is not a length of time                                      | at most 366d.
					`reuse-within: {days: 3}`                | reuse-within: a value is expected                            | line 1, column 15
					`reuse_within: 3d`                       | there is no key reuse_within in a job definition             | Perhaps reuse-within is meant.
					`deadline: soon`                         | "soon" is no deadline                                        | 45m
					`recheck: {factor: 0.5}`                 | recheck.factor: "0.5" is not a number between 1 and 10       | line 1
					`reports: {files: [pdf]}`                | reports.files: "pdf" is not known                            | workbook, split, status, page
					`deadline: 45m\\ndeadline: 46m`           | the key deadline is there twice                              | line
					`input: [`                               | this is not YAML                                             | line
					`just words`                             | no keys are in it                                            | input, routing
					""")
	void whatIsWrongIsToldWithItsPlace(String yaml, String what, String hint) {
		assertThatExceptionOfType(BadDefinition.class).isThrownBy(() -> read(yaml.replace("\\n", "\n")))
			.withMessageStartingWith("jobs/test.yaml")
			.withMessageContaining(what)
			.withMessageContaining(hint);
	}

	@ParameterizedTest
	@CsvSource({ "utf16", "UTF_16", "unicode", "UTF-16" })
	void utf16WithoutTheOrderOfItsBytesIsFoundOut(String name) throws BadDefinition {
		assertThat(read("input: {encoding: " + name + "}").input().encoding()).isNull();
	}

	@Test
	void theFilesOfTheFolderAreThereByTheirNamesAndTheDefaultMayBeReplaced() throws IOException, BadDefinition {
		Files.writeString(this.folder.resolve("suppliers.yaml"), "description: Suppliers");
		Files.writeString(this.folder.resolve("README.md"), "no definition");
		Definitions definitions = Definitions.in(this.folder);
		assertThat(definitions.names()).containsExactly("default", "suppliers");
		assertThat(definitions.find("suppliers").description()).isEqualTo("Suppliers");
		assertThat(definitions.find("default")).isEqualTo(Definitions.own());
		Files.writeString(this.folder.resolve("default.yaml"), "deadline: 1h");
		assertThat(definitions.find("default").deadline()).isEqualTo(Deadline.parse("1h"));
	}

	@Test
	void anUnknownNameAndOneThatLeavesTheFolderAreRefused() throws IOException {
		Files.writeString(this.folder.resolve("secret.yaml"), "{}");
		Definitions definitions = Definitions.in(Files.createDirectory(this.folder.resolve("jobs")));
		for (String name : List.of("nights", "../secret", "", "a b")) {
			assertThatExceptionOfType(BadDefinition.class).isThrownBy(() -> definitions.find(name))
				.withMessageContaining("there is no job definition of this name; there are: default");
		}
	}

	@Test
	void aDefinitionThatIsNoTextOrTooLargeIsRefused() throws IOException {
		Files.write(this.folder.resolve("latin.yaml"), new byte[] { 'a', ':', ' ', (byte) 0xE4 });
		Files.write(this.folder.resolve("large.yaml"), new byte[2 << 20]);
		Definitions definitions = Definitions.in(this.folder);
		assertThatExceptionOfType(BadDefinition.class).isThrownBy(() -> definitions.find("latin"))
			.withMessageContaining("not UTF-8");
		assertThatExceptionOfType(BadDefinition.class).isThrownBy(() -> definitions.find("large"))
			.withMessageContaining("larger than");
	}

	private static JobDefinition read(String yaml) throws BadDefinition {
		return Definitions.read("test", yaml, Set.of(BANFICO, PAYSWAY));
	}

}
