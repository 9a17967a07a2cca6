package dev.tickmark.verification.definition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.intake.Notation;
import dev.tickmark.intake.Source;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.PayeeType;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Condition;
import dev.tickmark.provider.RouteRule;
import dev.tickmark.provider.Scheme;

/** The part of a job definition that says who is asked about whom. */
final class RoutingSection {

	private RoutingSection() {
	}

	static List<RouteRule> read(List<Section> sections, Set<ProviderName> providers) throws BadDefinition {
		List<RouteRule> rules = new ArrayList<>();
		for (Section section : sections) {
			List<Condition> conditions = conditions(section.section("when"));
			ProviderName provider = provider(section.require("provider"), providers);
			ProviderName fallback = fallback(section.value("fallback"), provider, providers);
			section.end();
			rules.add(new RouteRule(conditions, provider, fallback));
		}
		return rules;
	}

	private static @Nullable ProviderName fallback(@Nullable Value value, ProviderName first,
			Set<ProviderName> providers) throws BadDefinition {
		if (value == null) {
			return null;
		}
		ProviderName fallback = provider(value, providers);
		if (fallback.equals(first)) {
			throw value.wrong("a provider cannot be its own fall-back. Name another, or remove the key.");
		}
		return fallback;
	}

	private static ProviderName provider(Value value, Set<ProviderName> providers) throws BadDefinition {
		try {
			ProviderName provider = new ProviderName(value.text());
			if (providers.isEmpty() || providers.contains(provider)) {
				return provider;
			}
		}
		catch (IllegalArgumentException _) {
			// told below
		}
		throw value.wrong("there is no provider \"" + value.text() + "\"" + (providers.isEmpty() ? "." : "; there are: "
				+ String.join(", ", providers.stream().map(ProviderName::value).sorted().toList()) + "."));
	}

	private static List<Condition> conditions(@Nullable Section when) throws BadDefinition {
		List<Condition> conditions = new ArrayList<>();
		if (when == null) {
			return conditions;
		}
		if (when.has("country")) {
			conditions.add(new Condition.Country(codes(when.values("country"), Column.COUNTRY)));
		}
		if (when.has("scheme")) {
			Set<Scheme> schemes = EnumSet.noneOf(Scheme.class);
			for (Value value : when.values("scheme")) {
				schemes.add(value.one(Scheme.class));
			}
			conditions.add(new Condition.Within(schemes));
		}
		if (when.has("currency")) {
			conditions.add(new Condition.Currency(codes(when.values("currency"), Column.CURRENCY)));
		}
		Value type = when.value("type");
		if (type != null) {
			conditions.add(new Condition.Type(type.one(PayeeType.class)));
		}
		if (when.has("present")) {
			conditions.add(new Condition.Present(columns(when.values("present"))));
		}
		if (when.has("absent")) {
			conditions.add(new Condition.Absent(columns(when.values("absent"))));
		}
		when.end();
		return conditions;
	}

	private static Set<String> codes(List<Value> values, Column column) throws BadDefinition {
		Set<String> codes = new HashSet<>();
		for (Value value : values) {
			try {
				codes.add(Source.Fixed.of(column, value.text().toUpperCase(Locale.ROOT), Notation.ISO).value());
			}
			catch (IllegalArgumentException ex) {
				throw value.wrong(String.valueOf(ex.getMessage()));
			}
		}
		return codes;
	}

	private static Set<Column> columns(List<Value> values) throws BadDefinition {
		Set<Column> columns = EnumSet.noneOf(Column.class);
		for (Value value : values) {
			columns.add(Column.named(value.text())
				.orElseThrow(() -> value.wrong("there is no column \"" + value.text() + "\" that means something.")));
		}
		return columns;
	}

}
