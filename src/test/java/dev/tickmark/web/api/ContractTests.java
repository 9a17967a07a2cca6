package dev.tickmark.web.api;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

import dev.tickmark.ledger.people.Role;
import dev.tickmark.web.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract says what there is, and what there is keeps to the contract. */
class ContractTests extends ApiCase {

	@Autowired
	private Contract contract;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Test
	void everyResourceIsInTheContractAndNothingElse() {
		Set<String> there = this.mappings.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap((info) -> info.getPatternValues()
				.stream()
				.filter((path) -> path.startsWith("/api/") && !path.endsWith("openapi.yaml"))
				.flatMap((path) -> info.getMethodsCondition().getMethods().stream().map((verb) -> verb + " " + path)))
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> promised = this.contract.operations()
			.stream()
			.map((operation) -> operation.verb() + " " + operation.path())
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(there).isEqualTo(promised);
	}

	@Test
	void answersHaveTheFieldsOfTheContract() {
		Visitor program = submitter();
		var taken = submit(program, key(), "name=contract.csv", file(2));
		JsonNode run = ended(program, taken);
		assertThat(names(json(taken))).isEqualTo(schema("File"));
		assertThat(names(run)).isEqualTo(schema("Run"));
	}

	@Test
	void itIsReadByPeopleAndPrograms() {
		assertThat(as(Role.VIEWER).get("/docs/api").text()).contains("POST /api/v1/files", "Idempotency-Key",
				"Scope: submit.");
		assertThat(submitter().get("/api/v1/openapi.yaml").body()).startsWith("openapi: 3.1.0");
	}

	private static Set<String> names(JsonNode object) {
		return new TreeSet<>(object.propertyNames());
	}

	private Set<String> schema(String name) {
		Object found = new Yaml().load(this.contract.text());
		for (String key : new String[] { "components", "schemas", name, "properties" }) {
			found = ((Map<?, ?>) Objects.requireNonNull(found)).get(key);
		}
		return ((Map<?, ?>) Objects.requireNonNull(found)).keySet()
			.stream()
			.map(String::valueOf)
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
