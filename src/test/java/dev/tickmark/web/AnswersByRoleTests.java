package dev.tickmark.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import dev.tickmark.ledger.people.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page asked as nobody and as each role. The table of answers is kept beside the
 * docs: a new page, or another right, is a change of it that somebody has looked at.
 */
class AnswersByRoleTests extends WebCase {

	private static final Path TABLE = Path.of("src/docs/answers-by-role.md");

	private static final Path FOUND = Path.of("target/answers-by-role.md");

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Test
	void everybodyGetsTheAnswersOfTheTable() throws IOException {
		Map<String, Visitor> visitors = new LinkedHashMap<>();
		Visitor nobody = nobody();
		// has the token of a page, so that it is not the lack of it that is answered
		nobody.get("/sign-in");
		visitors.put("nobody", nobody);
		Arrays.stream(Role.values()).forEach((role) -> visitors.put(person(role), as(role)));
		List<String> lines = new ArrayList<>();
		lines.add("| asked | " + String.join(" | ", visitors.keySet()) + " |");
		lines.add("|---" + "|---".repeat(visitors.size()) + "|");
		for (Asked asked : asked()) {
			List<String> answers = new ArrayList<>();
			visitors.forEach((who, visitor) -> {
				answers.add(asked.by(visitor));
				if (asked.path().equals("/sign-out") && !who.equals("nobody")) {
					visitor.signIn(who, PASSWORD);
				}
			});
			lines.add("| " + asked + " | " + String.join(" | ", answers) + " |");
		}
		Files.write(FOUND, lines);
		List<String> known = Files.readAllLines(TABLE).stream().filter((line) -> line.startsWith("|")).toList();
		assertThat(lines).as("the table of %s; what was found is in %s", TABLE, FOUND).isEqualTo(known);
	}

	private List<Asked> asked() {
		List<Asked> all = new ArrayList<>();
		this.mappings.getHandlerMethods()
			.forEach((info, method) -> paths(info).stream()
				.filter((path) -> !path.startsWith("/api/") && !path.startsWith("/actuator"))
				.forEach((path) -> methods(info).forEach((verb) -> all.add(Asked.of(verb, path, method)))));
		all.add(new Asked(RequestMethod.GET, "/actuator/health", Map.of(), false));
		all.add(new Asked(RequestMethod.GET, "/actuator/prometheus", Map.of(), false));
		all.add(new Asked(RequestMethod.GET, "/assets/tickmark.css", Map.of(), false));
		all.add(new Asked(RequestMethod.POST, "/sign-out", Map.of(), false));
		return all.stream()
			.distinct()
			.sorted(Comparator.comparing(Asked::path).thenComparing((asked) -> asked.verb().name()))
			.toList();
	}

	private static Set<String> paths(RequestMappingInfo info) {
		return new TreeSet<>(info.getPatternValues());
	}

	private static Set<RequestMethod> methods(RequestMappingInfo info) {
		Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
		return methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
	}

	/** Something to ask, with a field for each that the method cannot do without. */
	private record Asked(RequestMethod verb, String path, Map<String, String> fields, boolean withFile) {

		private static Asked of(RequestMethod verb, String path, HandlerMethod method) {
			Map<String, String> fields = new LinkedHashMap<>();
			boolean withFile = false;
			for (MethodParameter parameter : method.getMethodParameters()) {
				parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
				RequestParam field = parameter.getParameterAnnotation(RequestParam.class);
				if (field != null && parameter.getParameterType() == MultipartFile.class) {
					withFile = true;
				}
				else if (field != null) {
					String name = field.name().isEmpty() ? field.value() : field.name();
					fields.put(name.isEmpty() ? String.valueOf(parameter.getParameterName()) : name,
							parameter.getParameterType().isEnum()
									? parameter.getParameterType().getEnumConstants()[0].toString()
									: Set.class.isAssignableFrom(parameter.getParameterType()) ? "" : "1");
				}
			}
			return new Asked(verb, path, fields, withFile);
		}

		/** What becomes of it: whether it was let in, not what it found there. */
		String by(Visitor visitor) {
			String concrete = this.path.replaceAll("\\{[^}]+}", "999999999");
			Page page = switch (this.verb) {
				case GET, HEAD -> visitor.get(concrete);
				default ->
					this.withFile ? visitor.upload(concrete, "x.csv", "x".getBytes(StandardCharsets.UTF_8), this.fields)
							: visitor.post(concrete, this.fields);
			};
			return switch (page.status()) {
				case 401 -> "no";
				// a file is not even looked at from who has not signed in
				case 403, 415 -> "may not";
				case 302, 303 -> page.location().equals("/sign-in") ? "sign in" : "yes";
				case 500 -> "FAULT";
				default -> "yes";
			};
		}

		@Override
		public String toString() {
			return this.verb + " " + this.path;
		}

	}

}
