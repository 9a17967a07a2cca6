package dev.tickmark.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import dev.tickmark.ledger.people.Role;
import dev.tickmark.people.Permission;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page asked as nobody and as each role. The table of answers is kept beside the
 * docs: a new page, or another right, is a change of it that somebody has looked at.
 */
class AnswersByRoleTests extends WebCase {

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
		AnswersTable table = new AnswersTable(visitors.keySet());
		for (Asked asked : asked()) {
			List<String> answers = new ArrayList<>();
			visitors.forEach((who, visitor) -> {
				answers.add(asked.by(visitor));
				if (asked.path().equals("/sign-out") && !who.equals("nobody")) {
					visitor.signIn(who, PASSWORD);
				}
			});
			table.add(asked, answers);
		}
		table.isKeptBelow("## Persons");
	}

	@Test
	void nobodyIsPromisedWhatThereIsNot() {
		String asked = this.mappings.getHandlerMethods()
			.values()
			.stream()
			.flatMap((method) -> Stream.of(method.getMethodAnnotation(PreAuthorize.class),
					method.getBeanType().getAnnotation(PreAuthorize.class)))
			.filter(Objects::nonNull)
			.map(PreAuthorize::value)
			.collect(Collectors.joining());
		assertThat(Permission.values()).allMatch((permission) -> asked.contains("'" + permission + "'"));
	}

	private List<Asked> asked() {
		return Asked.all(this.mappings, (path) -> !path.startsWith("/api/") && !path.startsWith("/actuator"),
				Asked.of(RequestMethod.GET, "/actuator/health"), Asked.of(RequestMethod.GET, "/actuator/prometheus"),
				Asked.of(RequestMethod.GET, "/assets/tickmark.css"), Asked.of(RequestMethod.POST, "/sign-out"));
	}

}
