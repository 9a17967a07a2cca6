package dev.tickmark.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the API promises, in OpenAPI 3.1. */
@Component
class Contract {

	private final String text;

	private final List<Operation> operations;

	Contract() throws IOException {
		try (InputStream in = new ClassPathResource("dev/tickmark/web/api/openapi.yaml").getInputStream()) {
			this.text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		this.operations = operations(new Yaml(new SafeConstructor(new LoaderOptions())).load(this.text));
	}

	/** As it is written. */
	String text() {
		return this.text;
	}

	/** What can be asked, in the order of the contract. */
	List<Operation> operations() {
		return this.operations;
	}

	private static List<Operation> operations(Map<String, Object> document) {
		List<Operation> all = new ArrayList<>();
		map(document.get("paths")).forEach((path, verbs) -> map(verbs).forEach((verb, operation) -> {
			Map<String, Object> said = map(operation);
			all.add(new Operation(verb.toUpperCase(Locale.ROOT), "/api/v1" + path, String.valueOf(said.get("summary")),
					String.valueOf(said.getOrDefault("description", "")).strip(), String.valueOf(said.get("x-scope")),
					parameters(said.get("parameters")), List.copyOf(map(said.get("responses")).keySet())));
		}));
		return all;
	}

	private static List<Parameter> parameters(@Nullable Object some) {
		return (some instanceof List<?> list) ? list.stream().map((one) -> {
			Map<String, Object> said = map(one);
			return new Parameter(String.valueOf(said.get("name")), String.valueOf(said.get("in")),
					Boolean.TRUE.equals(said.get("required")), String.valueOf(said.getOrDefault("description", "")));
		}).toList() : List.of();
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(@Nullable Object value) {
		return (Map<String, Object>) Objects.requireNonNull(value);
	}

	/**
	 * Something that can be asked.
	 *
	 * @param scope the scope that a key needs
	 * @param answers the HTTP states that it may be answered with
	 */
	record Operation(String verb, String path, String summary, String description, String scope,
			List<Parameter> parameters, List<String> answers) {

	}

	/**
	 * What may be said with it.
	 *
	 * @param in path, query or header
	 */
	record Parameter(String name, String in, boolean required, String description) {

	}

}
