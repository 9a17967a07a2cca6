package dev.tickmark.web.api;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.ledger.people.Scope;
import dev.tickmark.people.NewKey;
import dev.tickmark.web.AnswersTable;
import dev.tickmark.web.Asked;
import dev.tickmark.web.Visitor;

/**
 * All of the API asked without a key, and with keys of every kind: those that open
 * something, and those that did.
 */
class AnswersByKeyTests extends ApiCase {

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Test
	void everyKeyGetsTheAnswersOfTheTable() throws IOException {
		Map<String, Visitor> programs = new LinkedHashMap<>();
		programs.put("no key", nobody());
		programs.put("wrong key", withKey("tmk_aaaaaaaa_" + "x".repeat(43)));
		programs.put("read, of a viewer", program(Role.VIEWER, Scope.READ));
		programs.put("read, of an auditor", program(Role.AUDITOR, Scope.READ));
		programs.put("read, of an administrator", program(Role.ADMINISTRATOR, Scope.READ));
		programs.put("submit, of an uploader", program(Role.UPLOADER, Scope.SUBMIT));
		programs.put("read and submit, of an uploader", submitter());
		programs.put("revoked", revoked());
		programs.put("owner disabled", ofADisabledPerson());
		programs.put("read and submit, owner is now a viewer", ofOneWhoIsOnlyAViewerNow());
		AnswersTable table = new AnswersTable(programs.keySet());
		for (Asked asked : Asked.all(this.mappings, (path) -> path.startsWith("/api/"))) {
			table.add(asked, programs.values().stream().map(asked::byProgram).toList());
		}
		table.isKeptBelow("## Programs");
	}

	private Visitor revoked() {
		NewKey.Made made = key(person(Role.UPLOADER), Scope.READ, Scope.SUBMIT);
		this.ring.revoke(Actor.console("tests"), made.key().prefix());
		return withKey(made.text());
	}

	private Visitor ofADisabledPerson() {
		String login = person("left-us", Role.UPLOADER);
		this.accounts.enable(Actor.console("tests"), login);
		NewKey.Made made = key(login, Scope.READ, Scope.SUBMIT);
		this.accounts.disable(Actor.console("tests"), login);
		return withKey(made.text());
	}

	private Visitor ofOneWhoIsOnlyAViewerNow() {
		String login = person("moved-on", Role.UPLOADER);
		this.accounts.changeRoles(Actor.console("tests"), login, Set.of(Role.UPLOADER));
		NewKey.Made made = key(login, Scope.READ, Scope.SUBMIT);
		this.accounts.changeRoles(Actor.console("tests"), login, Set.of(Role.VIEWER));
		return withKey(made.text());
	}

}
