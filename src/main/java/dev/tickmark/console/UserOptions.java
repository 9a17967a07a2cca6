package dev.tickmark.console;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.People;
import dev.tickmark.ledger.people.Person;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.people.Accounts;
import dev.tickmark.people.Changed;
import dev.tickmark.people.NewPerson;
import dev.tickmark.people.PeopleAlone;

/** What {@code tickmark user} takes and does. */
@Command(name = "user", mixinStandardHelpOptions = true,
		description = "Says who may sign in to the web application, and as what.",
		footer = { "", "Roles: VIEWER, UPLOADER, RELEASER, ADMINISTRATOR, AUDITOR; several with commas.", "",
				"Exit codes: 0 it is so; 2 wrong usage, or it cannot be, and nothing was changed;",
				"1 it failed, give the same command again." })
final class UserOptions implements Runnable {

	private static final String LOGIN = "the name to sign in with";

	private static final String ROLES = "VIEWER, UPLOADER, RELEASER, ADMINISTRATOR or AUDITOR; several with commas";

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public void run() {
		throw new ParameterException(Objects.requireNonNull(this.spec).commandLine(),
				"What should be done with whom? Try: tickmark user list");
	}

	@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists who there is.")
	int list() {
		try (ConfigurableApplicationContext context = start()) {
			List<Person> people = context.getBean(People.class).list();
			PersonLines.of(people).forEach(screen()::say);
		}
		return ExitCode.COMPLETE;
	}

	@Command(name = "add", mixinStandardHelpOptions = true,
			description = "Adds a person. The first administrator is made by this command.")
	int add(@Parameters(paramLabel = "LOGIN", description = LOGIN) String login,
			@Option(names = "--role", paramLabel = "ROLE", split = ",", required = true,
					description = ROLES) List<Role> roles,
			@Option(names = "--name", paramLabel = "NAME", defaultValue = "",
					description = "the full name, as others shall see it") String name,
			@Option(names = "--no-password",
					description = "the person signs in by OpenID Connect only") boolean withoutPassword,
			@Mixin NewPassword password) {
		if (withoutPassword && password.isInFile()) {
			throw new ParameterException(given().commandLine(),
					"Remove --password-file: who has --no-password needs none.");
		}
		NewPerson person = new NewPerson(login, name, Set.copyOf(roles));
		return change("%s is added: " + PersonLines.words(person.roles()) + ".", (accounts) -> {
			Optional<String> problem = accounts.problem(person);
			// nobody is asked for a password in vain
			return problem.isPresent() ? new Changed.Refused(problem.get())
					: accounts.add(me(), person, withoutPassword ? null : password.read());
		});
	}

	@Command(name = "roles", mixinStandardHelpOptions = true,
			description = "Gives a person these roles, and no others.")
	int roles(@Parameters(index = "0", paramLabel = "LOGIN", description = LOGIN) String login, @Parameters(index = "1",
			paramLabel = "ROLE", split = ",", arity = "1", description = ROLES) List<Role> roles) {
		Set<Role> all = Set.copyOf(roles);
		return change("%s is now: " + PersonLines.words(all) + ".",
				(accounts) -> accounts.changeRoles(me(), login, all));
	}

	@Command(name = "password", mixinStandardHelpOptions = true,
			description = "Sets a person's password; too many failed attempts are forgotten.")
	int password(@Parameters(paramLabel = "LOGIN", description = LOGIN) String login, @Mixin NewPassword password) {
		return change("The password of %s is set.", (accounts) -> {
			Optional<String> problem = accounts.unknown(login);
			return problem.isPresent() ? new Changed.Refused(problem.get())
					: accounts.changePassword(me(), login, password.read());
		});
	}

	@Command(name = "disable", mixinStandardHelpOptions = true,
			description = "Keeps a person from signing in; the person's API keys open nothing.")
	int disable(@Parameters(paramLabel = "LOGIN", description = LOGIN) String login) {
		return change("%s cannot sign in any more, and keys of that name open nothing.",
				(accounts) -> accounts.disable(me(), login));
	}

	@Command(name = "enable", mixinStandardHelpOptions = true,
			description = "Lets a person sign in again; too many failed attempts are forgotten.")
	int enable(@Parameters(paramLabel = "LOGIN", description = LOGIN) String login) {
		return change("%s can sign in.", (accounts) -> accounts.enable(me(), login));
	}

	@Command(name = "remove-password", mixinStandardHelpOptions = true,
			description = "Removes a person's password: from then on the person signs in through the identity provider.")
	int removePassword(@Parameters(paramLabel = "LOGIN", description = LOGIN) String login) {
		return change("%s has no password here any more, and signs in through the identity provider.",
				(accounts) -> accounts.removePassword(me(), login));
	}

	@Command(name = "forget-identity", mixinStandardHelpOptions = true,
			description = "Forgets with which account at the identity provider a person signs in; the next that comes with"
					+ " the person's name becomes it.")
	int forgetIdentity(@Parameters(paramLabel = "LOGIN", description = LOGIN) String login) {
		return change("%s has no account at the identity provider now.",
				(accounts) -> accounts.forgetIdentity(me(), login));
	}

	private int change(String done, Change change) {
		try (ConfigurableApplicationContext context = start()) {
			return switch (change.make(context.getBean(Accounts.class))) {
				case Changed.Done(Person person) -> {
					screen().say(done.formatted(person.login()));
					yield ExitCode.COMPLETE;
				}
				case Changed.Refused(String why) -> refuse(why);
			};
		}
		catch (NotGiven ex) {
			return refuse(String.valueOf(ex.getMessage()));
		}
	}

	private int refuse(String why) {
		given().commandLine().getErr().println(Paragraph.harmless(why));
		return ExitCode.REFUSED;
	}

	private ConfigurableApplicationContext start() {
		return Application.startLazily(PeopleAlone.class, TickmarkCommand.settings(given()));
	}

	private Screen screen() {
		return Screen.of(given().commandLine().getOut());
	}

	/** The command below this one that was given. */
	private CommandSpec given() {
		return Objects.requireNonNull(this.spec).commandLine().getParseResult().subcommand().commandSpec();
	}

	/** Whoever is at this console. */
	private static Actor me() {
		return ThisUser.actor();
	}

	/** A change of who may do what. */
	@FunctionalInterface
	private interface Change {

		Changed make(Accounts accounts) throws NotGiven;

	}

}
