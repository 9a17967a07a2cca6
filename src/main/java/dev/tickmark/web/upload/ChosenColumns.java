package dev.tickmark.web.upload;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;

/** Which column is which, as the fields of a form say it: {@code column-0=iban}. */
final class ChosenColumns {

	static final String FIELD = "column-";

	private ChosenColumns() {
	}

	/** Null when the form has no such fields: nobody has said anything then. */
	static @Nullable Map<Integer, Column> of(Map<String, String> fields) {
		Map<Integer, Column> chosen = new TreeMap<>();
		boolean said = false;
		for (Map.Entry<String, String> field : fields.entrySet()) {
			if (field.getKey().matches(FIELD + "[0-9]{1,3}")) {
				said = true;
				int position = Integer.parseInt(field.getKey().substring(FIELD.length()));
				Column.named(field.getValue()).ifPresent((column) -> chosen.put(position, column));
			}
		}
		return said ? chosen : null;
	}

}
