package dev.tickmark.ledger.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.tickmark.ledger.Times;

/** The keys with which programs come. Those that were revoked stay, to be seen. */
@Repository
public class ApiKeys {

	/** A program asks often, and nobody wants to know it so well. */
	private static final Duration USED = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	ApiKeys(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds one.
	 * @param prefix nobody else's
	 * @param sha256 of the secret
	 */
	public ApiKey add(long owner, String name, String prefix, String sha256, Collection<Scope> scopes, Instant at,
			Instant expires) {
		return this.jdbc.sql("""
				insert into api_key (owner_id, name, prefix, sha256, scopes, created_at, expires_at)
				values (:owner, :name, :prefix, :sha256, :scopes, :at, :expires) returning *""")
			.param("owner", owner)
			.param("name", name)
			.param("prefix", prefix)
			.param("sha256", sha256)
			.param("scopes", Words.of(scopes))
			.param("at", Times.at(at))
			.param("expires", Times.at(expires))
			.query(ApiKeys::read)
			.single();
	}

	public Optional<ApiKey> find(String prefix) {
		return this.jdbc.sql("select * from api_key where prefix = ?").param(prefix).query(ApiKeys::read).optional();
	}

	/** A person's, the latest first. */
	public List<ApiKey> of(long owner) {
		return this.jdbc.sql("select * from api_key where owner_id = ? order by id desc")
			.param(owner)
			.query(ApiKeys::read)
			.list();
	}

	/** Those of everybody, the latest first. */
	public List<ApiKey> list(int limit) {
		return this.jdbc.sql("select * from api_key order by id desc limit ?").param(limit).query(ApiKeys::read).list();
	}

	/** How many of a person's hold. */
	public long holding(long owner, Instant at) {
		return this.jdbc
			.sql("select count(*) from api_key where owner_id = ? and revoked_at is null and expires_at > ?")
			.params(owner, Times.at(at))
			.query(Long.class)
			.single();
	}

	/** Revokes one; false when it was before. */
	public boolean revoke(long id, Instant at) {
		return this.jdbc.sql("update api_key set revoked_at = ? where id = ? and revoked_at is null")
			.params(Times.at(at), id)
			.update() == 1;
	}

	/** Notes that one was used. */
	public void used(long id, Instant at) {
		this.jdbc.sql("""
				update api_key set last_used_at = :at
				where id = :id and (last_used_at is null or last_used_at < :long_ago)""")
			.param("at", Times.at(at))
			.param("long_ago", Times.at(at.minus(USED)))
			.param("id", id)
			.update();
	}

	private static ApiKey read(ResultSet results, int number) throws SQLException {
		return new ApiKey(results.getLong("id"), results.getLong("owner_id"), results.getString("name"),
				results.getString("prefix"), results.getString("sha256"), Words.read(Scope.class, results, "scopes"),
				Times.require(results, "created_at"), Times.require(results, "expires_at"),
				Times.read(results, "revoked_at"), Times.read(results, "last_used_at"));
	}

}
