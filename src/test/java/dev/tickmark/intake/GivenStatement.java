package dev.tickmark.intake;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Statements to be read, and what comes of them. */
final class GivenStatement {

	static final String HEADER = "at,id,request,service,outcome,amount,currency,account,payee\n";

	private GivenStatement() {
	}

	/** What is known of a statement whose columns are called as in the header. */
	static StatementMapping mapping() {
		return mapping(Input.ANY, List.of(), null);
	}

	static StatementMapping mapping(@Nullable Character decimal, String... times) {
		Input input = new Input(null, null, null, true, null, Map.of(), List.of(), new Notation(List.of(), decimal),
				false);
		return mapping(input, List.of(times), null);
	}

	static StatementMapping mapping(Input input, List<String> times, @Nullable String currency) {
		Map<StatementColumn, Source> columns = new EnumMap<>(StatementColumn.class);
		columns.put(StatementColumn.TIME, named("at"));
		columns.put(StatementColumn.REFERENCE, named("id"));
		columns.put(StatementColumn.KEY, named("request"));
		columns.put(StatementColumn.KIND, named("service"));
		columns.put(StatementColumn.RESULT, named("outcome"));
		columns.put(StatementColumn.PRICE, named("amount"));
		columns.put(StatementColumn.CURRENCY, named("currency"));
		columns.put(StatementColumn.ACCOUNT, named("account"));
		columns.put(StatementColumn.NAME, named("payee"));
		return new StatementMapping(input, columns, times, ZoneId.of("Europe/Berlin"),
				Map.of("Check", CallKind.SUBMIT, "status", CallKind.STATUS),
				Map.of("close match", Set.of(Verdict.CLOSE_MATCH), "open",
						Set.of(Verdict.PENDING, Verdict.ACTION_REQUIRED)),
				Duration.ofMinutes(5), new BigDecimal("0.10"), currency);
	}

	/** What is known of a statement of which only some columns mean something. */
	static StatementMapping mapping(Input input, Map<StatementColumn, Source> columns) {
		return new StatementMapping(input, columns, List.of(), ZoneId.of("UTC"), Map.of(), Map.of(),
				Duration.ofMinutes(5), null, null);
	}

	static Source named(String name) {
		return new Source.Named(List.of(name));
	}

	static Path file(Path folder, String content) {
		return Given.file(folder, content.getBytes(StandardCharsets.UTF_8));
	}

	static List<StatementLine> lines(Path file, StatementMapping mapping) throws UnreadableFile {
		List<StatementLine> lines = new ArrayList<>();
		StatementFile.open(file, mapping).read(lines::add);
		return lines;
	}

	/** The only line of a statement with that header. */
	static StatementLine line(Path folder, String line) throws UnreadableFile {
		return line(folder, line, mapping());
	}

	static StatementLine line(Path folder, String line, StatementMapping mapping) throws UnreadableFile {
		List<StatementLine> lines = lines(file(folder, HEADER + line + "\n"), mapping);
		assertThat(lines).hasSize(1);
		return lines.getFirst();
	}

	/** What is said about a file that cannot be opened, without the folder's name. */
	static String refusal(Path file, StatementMapping mapping) {
		UnreadableFile refused = catchThrowableOfType(UnreadableFile.class, () -> StatementFile.open(file, mapping));
		assertThat(refused).as("a refusal").isNotNull();
		return String.valueOf(refused.getMessage()).replace(file.getParent() + "/", "");
	}

}
