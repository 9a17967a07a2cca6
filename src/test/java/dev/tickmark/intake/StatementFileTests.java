package dev.tickmark.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StatementFileTests {

	@TempDir
	Path folder;

	@Test
	void whatIsInItAsAWholeIsKnownWhenItIsOpened() throws UnreadableFile {
		Path path = GivenStatement.file(this.folder, GivenStatement.HEADER + """
				2026-11-03T10:00:00Z,V-2,,,,0.10,EUR,,
				2026-11-01T10:00:00Z,V-1,,,,0.10,,,
				,V-3,,,,,,,
				Total,,,,,0.20,EUR,,
				""");
		StatementFile file = StatementFile.open(path, GivenStatement.mapping());
		assertThat(file.path()).isEqualTo(path);
		assertThat(file.sha256()).hasSize(64);
		assertThat(file.size()).isEqualTo(path.toFile().length());
		assertThat(file.lines()).isEqualTo(4);
		assertThat(file.problems()).isEqualTo(1);
		assertThat(file.first()).isEqualTo(Instant.parse("2026-11-01T10:00:00Z"));
		assertThat(file.last()).isEqualTo(Instant.parse("2026-11-03T10:00:00Z"));
		assertThat(file.currencies()).containsExactly("EUR");
		assertThat(file.remarks()).singleElement()
			.asString()
			.startsWith("1 line cannot be read; the first is line 5: Column at: \"Total\" is no time");
	}

	@Test
	void withoutTimesThereIsNoPeriod() throws UnreadableFile {
		StatementFile file = open(",V-1,,,,,,,\n");
		assertThat(file.first()).isNull();
		assertThat(file.last()).isNull();
		assertThat(file.currencies()).isEmpty();
		assertThat(file.remarks()).isEmpty();
	}

	@Test
	void wordsThatTheDefinitionDoesNotKnowAreTold() throws UnreadableFile {
		assertThat(open(",V-1,,monitoring,maybe,,,,\n,V-2,,Monitoring,open,,,,\n").remarks()).containsExactly(
				"The column service has what the job definition does not know: \"monitoring\" (2 lines). Say under"
						+ " statement.kinds what it means.",
				"The column outcome has what the job definition does not know: \"maybe\" (1 line). Say under"
						+ " statement.results what it means.");
	}

	@Test
	void linesThatNameNoCurrencyHaveThatOfTheDefinition() throws UnreadableFile {
		StatementMapping euro = GivenStatement.mapping(Input.ANY, List.of(), "EUR");
		Path path = GivenStatement.file(this.folder, GivenStatement.HEADER + ",V-1,,,,0.10,,,\n,V-2,,,,,,,\n");
		assertThat(GivenStatement.lines(path, euro)).extracting(StatementLine::currency).containsExactly("EUR", null);
		assertThat(StatementFile.open(path, euro).currencies()).containsExactly("EUR");
	}

	@Test
	void theDelimiterIsTheOneThatMakesTheMappedColumns() throws UnreadableFile {
		Path path = GivenStatement.file(this.folder, "note, or what;id;amount\na,b,c;V-1;0,10\n");
		StatementMapping mapping = GivenStatement.mapping(Input.ANY, Map.of(StatementColumn.REFERENCE,
				GivenStatement.named("ID"), StatementColumn.PRICE, GivenStatement.named("amount")));
		StatementLine line = GivenStatement.lines(path, mapping).getFirst();
		assertThat(line.reference()).isEqualTo("V-1");
		assertThat(line.price()).isEqualByComparingTo("0.10");
	}

	@Test
	void aFileWithoutAHeaderHasItsColumnsByTheirPosition() throws UnreadableFile {
		Input headless = new Input(null, null, null, false, null, Map.of(), List.of(), Notation.ISO, false);
		Map<StatementColumn, Source> columns = new EnumMap<>(StatementColumn.class);
		columns.put(StatementColumn.PRICE, new Source.At(1));
		columns.put(StatementColumn.REFERENCE, new Source.At(3));
		Path path = GivenStatement.file(this.folder, "0.10,x,V-0001\n0.20,y,V-0002\n");
		List<StatementLine> lines = GivenStatement.lines(path, GivenStatement.mapping(headless, columns));
		assertThat(lines).extracting(StatementLine::reference).containsExactly("V-0001", "V-0002");
		assertThat(lines).extracting(StatementLine::line).containsExactly(1L, 2L);
	}

	@Test
	void aColumnThatIsNotMappedMayBeThereTwiceAndHaveNoName() throws UnreadableFile {
		Path path = GivenStatement.file(this.folder, "id,note,note,,\nV-1,,,,\n");
		StatementMapping mapping = GivenStatement.mapping(Input.ANY,
				Map.of(StatementColumn.REFERENCE, GivenStatement.named("id")));
		assertThat(GivenStatement.lines(path, mapping)).hasSize(1);
	}

	@Test
	void aStatementInWindows1252IsReadAndSaidToBe() throws UnreadableFile {
		byte[] text = (GivenStatement.HEADER + ",V-1,,,,,,,J\u00F6rg\n").getBytes(StandardCharsets.ISO_8859_1);
		Path path = Given.file(this.folder, text);
		assertThat(GivenStatement.lines(path, GivenStatement.mapping()).getFirst().name()).isEqualTo("J\u00F6rg");
		assertThat(StatementFile.open(path, GivenStatement.mapping()).remarks())
			.containsExactly("The file is not UTF-8; it was read as windows-1252.");
	}

	@Test
	void aStatementThatChangedSinceItWasOpenedIsRefusedAtTheEnd() throws UnreadableFile {
		StatementFile file = open(",V-1,,,,,,,\n");
		for (String other : List.of(",V-2,,,,,,,\n", ",V-1,,,,,,,\n,V-2,,,,,,,\n", "")) {
			GivenStatement.file(this.folder, GivenStatement.HEADER + other);
			assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> file.read((_) -> {
			})).withMessageContaining("was changed while it was being read.");
		}
	}

	@Test
	void aConsumerThatFailsEndsTheReading() throws UnreadableFile {
		StatementFile file = open(",V-1,,,,,,,\n,V-2,,,,,,,\n");
		AtomicLong taken = new AtomicLong();
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> file.read((_) -> {
			taken.incrementAndGet();
			throw new IOException("full");
		}));
		assertThat(taken).hasValue(1);
	}

	@Test
	void aHundredThousandLinesAreStreamed() throws IOException, UnreadableFile {
		Path path = this.folder.resolve("statement.csv");
		try (BufferedWriter out = Files.newBufferedWriter(path)) {
			out.write(GivenStatement.HEADER);
			for (int i = 1; i <= 100_000; i++) {
				out.write("2026-11-01T10:00:00Z,V-" + i + ",key-" + i + ",check,open,0.10,EUR,****3000,Erika\n");
			}
		}
		StatementFile file = StatementFile.open(path, GivenStatement.mapping());
		AtomicLong last = new AtomicLong();
		file.read((line) -> {
			assertThat(line.number()).isEqualTo(last.incrementAndGet());
			assertThat(line.reference()).endsWith("-" + line.number());
		});
		assertThat(last).hasValue(100_000);
		assertThat(file.lines()).isEqualTo(100_000);
		assertThat(file.problems()).isZero();
	}

	private StatementFile open(String lines) throws UnreadableFile {
		return StatementFile.open(GivenStatement.file(this.folder, GivenStatement.HEADER + lines),
				GivenStatement.mapping());
	}

}
