package dev.tickmark.ledger.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Several words of an enumeration in one column. */
final class Words {

	private Words() {
	}

	static String[] of(Collection<? extends Enum<?>> words) {
		return words.stream().map(Enum::name).sorted().distinct().toArray(String[]::new);
	}

	static <E extends Enum<E>> Set<E> read(Class<E> type, ResultSet results, String column) throws SQLException {
		Set<E> words = EnumSet.noneOf(type);
		for (String word : (String[]) results.getArray(column).getArray()) {
			words.add(Enum.valueOf(type, word));
		}
		return words;
	}

}
