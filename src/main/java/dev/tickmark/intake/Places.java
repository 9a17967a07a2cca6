package dev.tickmark.intake;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.tickmark.payee.Column;

/** Where in a header the columns are from which a source takes its values. */
final class Places {

	private Places() {
	}

	/** All that fit, counted from 0. */
	static List<Integer> of(List<String> names, Source source) {
		return switch (source) {
			case Source.Named named -> {
				Set<String> plain = named.names().stream().map(Column::plain).collect(Collectors.toSet());
				yield matching(names, (name) -> plain.contains(Column.plain(name)));
			}
			case Source.Like like -> matching(names, (name) -> like.form().matcher(name.strip()).matches());
			case Source.At at -> (at.position() <= names.size()) ? List.of(at.position() - 1) : List.of();
			case Source.Fixed _, Source.Nowhere _ -> List.of();
		};
	}

	/** What is looked for, behind the words "a column". */
	static String described(Source source) {
		return switch (source) {
			case Source.Named named -> "named " + String.join(" or ", named.names());
			case Source.Like like -> "whose name has the form " + like.form();
			case Source.At at -> "number " + at.position();
			case Source.Fixed fixed -> "with the value " + fixed.value();
			case Source.Nowhere _ -> "of none";
		};
	}

	/** Why just one is expected, and which there are. */
	static String fault(Source source, String column, List<Integer> places) {
		return places.isEmpty() ? "no column " + described(source) + " for " + column
				: "more than one column " + described(source) + " for " + column + ": "
						+ places.stream().map((place) -> "number " + (place + 1)).collect(Collectors.joining(", "));
	}

	private static List<Integer> matching(List<String> names, Predicate<String> fits) {
		return IntStream.range(0, names.size()).filter((i) -> fits.test(names.get(i))).boxed().toList();
	}

}
