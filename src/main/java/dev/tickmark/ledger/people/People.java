package dev.tickmark.ledger.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.tickmark.ledger.Nul;
import dev.tickmark.ledger.Times;

/** Who may sign in. Nobody is ever removed. */
@Repository
public class People {

	private static final String COLUMNS = "id, login, full_name, roles, added_at, added_by, password_changed_at, disabled_at,"
			+ " oidc_issuer, oidc_subject, oidc_bound_at";

	private static final String BY_LOGIN = "lower(login collate \"C\") = lower(cast(:login as text) collate \"C\")";

	private final JdbcClient jdbc;

	People(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a person, unless somebody has that login name.
	 * @param hash the password's; null for who signs in elsewhere
	 */
	public Optional<Person> add(String login, String fullName, Collection<Role> roles, @Nullable String hash,
			String addedBy, Instant at) {
		return this.jdbc.sql("""
				insert into person (login, full_name, roles, password_hash, password_changed_at, added_at, added_by)
				values (:login, :name, :roles, :hash, :changed, :at, :by)
				on conflict (lower(login collate "C")) do nothing returning %s""".formatted(COLUMNS))
			.param("login", login)
			.param("name", fullName)
			.param("roles", Words.of(roles))
			.param("hash", hash, Types.VARCHAR)
			.param("changed", (hash != null) ? Times.at(at) : null, Types.TIMESTAMP_WITH_TIMEZONE)
			.param("at", Times.at(at))
			.param("by", addedBy)
			.query(People::read)
			.optional();
	}

	public Optional<Person> find(String login) {
		return this.jdbc.sql("select " + COLUMNS + " from person where " + BY_LOGIN)
			.param("login", Nul.replaced(login))
			.query(People::read)
			.optional();
	}

	/** The same, and nobody else changes the person before the transaction ends. */
	public Optional<Person> hold(String login) {
		return this.jdbc.sql("select " + COLUMNS + " from person where " + BY_LOGIN + " for update")
			.param("login", Nul.replaced(login))
			.query(People::read)
			.optional();
	}

	/** The person whose account elsewhere it is, held alike. */
	public Optional<Person> hold(OidcIdentity identity) {
		return this.jdbc
			.sql("select " + COLUMNS
					+ " from person where oidc_issuer = :issuer and oidc_subject = :subject for update")
			.param("issuer", identity.issuer())
			.param("subject", identity.subject())
			.query(People::read)
			.optional();
	}

	public Optional<Person> find(long id) {
		return this.jdbc.sql("select " + COLUMNS + " from person where id = :id")
			.param("id", id)
			.query(People::read)
			.optional();
	}

	/** All of them, by login name. */
	public List<Person> list() {
		return this.jdbc.sql("select " + COLUMNS + " from person order by lower(login collate \"C\")")
			.query(People::read)
			.list();
	}

	/** What a password has to fit; empty for who has none. */
	public Optional<String> passwordHash(long id) {
		return this.jdbc.sql("select password_hash from person where id = :id and password_hash is not null")
			.param("id", id)
			.query(String.class)
			.optional();
	}

	/**
	 * Those who have a role and may sign in. Until the transaction ends, nobody else can
	 * say the same of them: two who each take the other's role away would both see one
	 * left.
	 */
	public List<Person> enabledWith(Role role) {
		return this.jdbc
			.sql("select " + COLUMNS
					+ " from person where :role = any(roles) and disabled_at is null order by id for update")
			.param("role", role.name())
			.query(People::read)
			.list();
	}

	public void changeRoles(long id, Collection<Role> roles) {
		this.jdbc.sql("update person set roles = :roles where id = :id")
			.param("roles", Words.of(roles))
			.param("id", id)
			.update();
	}

	public void changePassword(long id, String hash, Instant at) {
		this.jdbc.sql("update person set password_hash = :hash, password_changed_at = :at where id = :id")
			.param("hash", hash)
			.param("at", Times.at(at))
			.param("id", id)
			.update();
	}

	/** From then on the person signs in elsewhere, or not at all. */
	public void removePassword(long id) {
		this.jdbc.sql("update person set password_hash = null, password_changed_at = null where id = ?")
			.param(id)
			.update();
	}

	/** The same password, stored in a better way, unless another was set meanwhile. */
	public void storeAnew(long id, String hash, String before) {
		this.jdbc.sql("update person set password_hash = :hash where id = :id and password_hash = :before")
			.param("hash", hash)
			.param("id", id)
			.param("before", before)
			.update();
	}

	/** From then on the person signs in with this account elsewhere. */
	public void bind(long id, OidcIdentity identity, Instant at) {
		this.jdbc.sql("""
				update person set oidc_issuer = :issuer, oidc_subject = :subject, oidc_bound_at = :at
				where id = :id and oidc_issuer is null""")
			.param("issuer", identity.issuer())
			.param("subject", identity.subject())
			.param("at", Times.at(at))
			.param("id", id)
			.update();
	}

	/** From then on it is nobody's. */
	public void forgetIdentity(long id) {
		this.jdbc.sql("update person set oidc_issuer = null, oidc_subject = null, oidc_bound_at = null where id = ?")
			.param(id)
			.update();
	}

	/** From then on the person may not sign in. */
	public void disable(long id, Instant at) {
		this.jdbc.sql("update person set disabled_at = ? where id = ?").params(Times.at(at), id).update();
	}

	public void enable(long id) {
		this.jdbc.sql("update person set disabled_at = null where id = ?").param(id).update();
	}

	private static Person read(ResultSet results, int number) throws SQLException {
		String issuer = results.getString("oidc_issuer");
		return new Person(results.getLong("id"), results.getString("login"), results.getString("full_name"),
				Words.read(Role.class, results, "roles"), Times.require(results, "added_at"),
				results.getString("added_by"), Times.read(results, "password_changed_at"),
				Times.read(results, "disabled_at"),
				(issuer != null) ? new OidcIdentity(issuer, results.getString("oidc_subject")) : null,
				Times.read(results, "oidc_bound_at"));
	}

}
