package dev.tickmark.web.api;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

import dev.tickmark.ledger.RunState;
import dev.tickmark.ledger.desk.UploadState;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Verdict;
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
	void rowsReportsAndReleasesHaveThemToo() {
		Visitor program = submitter();
		JsonNode run = ended(program, submit(program, key(), "name=contract.csv", file(3)));
		String path = "/api/v1/runs/" + run.get("id").asLong();
		JsonNode rows = json(program.get(path + "/rows?size=2"));
		assertThat(names(rows)).isEqualTo(schema("Rows"));
		assertThat(names(rows.get("rows").get(0))).isEqualTo(schema("Row")).isEqualTo(required("Row"));
		assertThat(names(json(program.get(path + "/rows/3")))).isEqualTo(schema("Row"));
		JsonNode reports = json(program.get(path + "/reports"));
		assertThat(names(reports)).isEqualTo(schema("Reports"));
		assertThat(names(reports.get("reports").get(0))).isEqualTo(schema("Report")).isEqualTo(required("Report"));
		assertThat(names(json(program.get(path + "/release")))).isEqualTo(schema("Release"))
			.isEqualTo(required("Release"));
	}

	@Test
	void partsOfAReleaseHaveTheFieldsOfTheContract() {
		assertThat(fields(ReleaseResource.Sum.class)).isEqualTo(schema("Sum"));
		assertThat(fields(ReleaseResource.Decision.class)).isEqualTo(schema("Decision"));
		assertThat(fields(ReleaseResource.OtherRun.class)).isEqualTo(schema("OtherRun"));
	}

	@Test
	void theWordsOfTheContractAreOurs() {
		assertThat(words("Verdict")).isEqualTo(words(Verdict.values()));
		assertThat(words("NameMatch")).isEqualTo(words(NameMatch.values()));
		assertThat(words("Row", "properties", "basis")).isEqualTo(words(Basis.values()));
		assertThat(words("Row", "properties", "accountState")).isEqualTo(words(AccountState.values()));
		assertThat(words("Release", "properties", "state")).isEqualTo(words(ReleaseResource.State.values()));
		assertThat(words("Run", "properties", "state")).isEqualTo(words(RunState.values()));
		assertThat(words("File", "properties", "state")).isEqualTo(words(UploadState.values()));
	}

	@Test
	void everythingSaysWhichScopeItNeedsAndHowItRefuses() {
		assertThat(this.contract.operations()).allSatisfy((operation) -> {
			assertThat(operation.scope()).isIn("read", "submit", "read and submit");
			assertThat(operation.answers()).as(operation.path()).contains("400", "401", "403");
			assertThat(operation.answers().contains("404")).as(operation.path())
				.isEqualTo(operation.path().contains("{"));
		});
	}

	@Test
	void itIsReadByPeopleAndPrograms() {
		assertThat(as(Role.VIEWER).get("/docs/api").text()).contains("POST /api/v1/files", "Idempotency-Key",
				"Scope: submit.", "GET /api/v1/runs/{id}/rows", "Scope: read and submit.", "No program releases");
		assertThat(submitter().get("/api/v1/openapi.yaml").body()).startsWith("openapi: 3.1.0");
	}

	private static Set<String> names(JsonNode object) {
		return new TreeSet<>(object.propertyNames());
	}

	private static Set<String> fields(Class<?> type) {
		return Arrays.stream(type.getRecordComponents())
			.map(RecordComponent::getName)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private Set<String> schema(String name) {
		return texts(((Map<?, ?>) find(name, "properties")).keySet());
	}

	private Set<String> required(String name) {
		return texts((Collection<?>) find(name, "required"));
	}

	private Set<String> words(String... path) {
		Map<?, ?> schema = (Map<?, ?>) find(path);
		return texts((Collection<?>) Objects.requireNonNull(schema.get("enum")));
	}

	private static Set<String> words(Enum<?>[] values) {
		return texts(Arrays.asList(values));
	}

	private static Set<String> texts(Collection<?> all) {
		return all.stream()
			.filter(Objects::nonNull)
			.map(String::valueOf)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private Object find(String... path) {
		Object found = new Yaml().load(this.contract.text());
		for (String key : Stream.concat(Stream.of("components", "schemas"), Arrays.stream(path)).toList()) {
			found = ((Map<?, ?>) Objects.requireNonNull(found)).get(key);
		}
		return Objects.requireNonNull(found);
	}

}
