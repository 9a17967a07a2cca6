package dev.tickmark.ledger.desk;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import dev.tickmark.ledger.Nul;
import dev.tickmark.ledger.Times;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Through;

/** The files that people have brought. */
@Repository
public class KeptUploads {

	/** What has not got its run yet, or was cut off in it. */
	private static final String STARTED = "state = 'STARTED'";

	private final JdbcClient jdbc;

	KeptUploads(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The number of the next one.
	 */
	public long next() {
		return this.jdbc.sql("select nextval(pg_get_serial_sequence('upload', 'id'))").query(Long.class).single();
	}

	/** Adds one that is there. */
	public Upload add(long id, String name, Path path, long size, String sha256, String by, Instant at) {
		return this.jdbc.sql("""
				insert into upload (id, name, path, size, sha256, brought_by, brought_at, state, changed_at)
				overriding system value
				values (:id, :name, :path, :size, :sha256, :by, :at, 'BROUGHT', :at) returning *""")
			.param("id", id)
			.param("name", name)
			.param("path", path.toString())
			.param("size", size)
			.param("sha256", sha256)
			.param("by", by)
			.param("at", Times.at(at))
			.query(KeptUploads::read)
			.single();
	}

	public Optional<Upload> find(long id) {
		return this.jdbc.sql("select * from upload where id = ?").param(id).query(KeptUploads::read).optional();
	}

	/** The latest one whose run has a number. */
	public Optional<Upload> ofRun(long run) {
		return this.jdbc.sql("select * from upload where run_id = ? order by id desc limit 1")
			.param(run)
			.query(KeptUploads::read)
			.optional();
	}

	/** Those that were started and whose run has not ended, in their order. */
	public List<Upload> started() {
		return this.jdbc.sql("select * from upload where " + STARTED + " order by started_at, id limit 1000")
			.query(KeptUploads::read)
			.list();
	}

	/** Those with which nothing was done, the latest first. */
	public List<Upload> brought(int limit) {
		return this.jdbc.sql("select * from upload where state in ('BROUGHT', 'REFUSED') order by id desc limit ?")
			.param(limit)
			.query(KeptUploads::read)
			.list();
	}

	/**
	 * Those below a folder whose file nothing needs any more since a moment: they are not
	 * at work, and all their rows are in the ledger, from which their run can go on.
	 */
	public List<Upload> spent(Path folder, Instant since) {
		return this.jdbc.sql("""
				select u.* from upload u join run r on r.id = u.run_id and r.row_count is not null
				where u.state in ('STOPPED', 'FAILED', 'ENDED') and u.file_removed_at is null and u.changed_at < :since
				and starts_with(u.path, :folder) order by u.id limit 1000""")
			.param("since", Times.at(since))
			.param("folder", folder.toString())
			.query(KeptUploads::read)
			.list();
	}

	/** Notes that the file of one is removed, unless it goes on. */
	public boolean removeFile(long id, Instant now) {
		return this.jdbc.sql("""
				update upload set file_removed_at = ?
				where id = ? and state in ('STOPPED', 'FAILED', 'ENDED') and file_removed_at is null""")
			.params(Times.at(now), id)
			.update() == 1;
	}

	/** How many there are of those that a person has brought, by the login name. */
	public long countBrought(String by) {
		return this.jdbc.sql("""
				select count(*) from upload where state = 'BROUGHT'
				and lower(brought_by collate "C") = lower(cast(? as text) collate "C")""")
			.param(by)
			.query(Long.class)
			.single();
	}

	/** Whether there is no such upload, or its file counts as removed. */
	public boolean hasNoFile(long id) {
		return this.jdbc.sql("select count(*) from upload where id = ? and file_removed_at is null")
			.param(id)
			.query(Long.class)
			.single() == 0;
	}

	/** Those with which nothing was done since a moment. */
	public List<Upload> unused(Instant since) {
		return this.jdbc
			.sql("select * from upload where state in ('BROUGHT', 'REFUSED') and changed_at < ? order by id limit 1000")
			.param(Times.at(since))
			.query(KeptUploads::read)
			.list();
	}

	/**
	 * Notes that one is to be verified.
	 * @return nothing when it was started before, and that has not failed
	 */
	public Optional<Upload> start(long id, Upload.Start start) {
		return this.jdbc.sql("""
				update upload set state = 'STARTED', message = null, changed_at = :at, begun_at = null, job = :job,
					definition = :definition, deadline = :deadline, again = :again, sandbox = :sandbox,
					started_by = :by, started_through = :through, started_key = :key, started_address = :address,
					started_at = :at, run_id = null
				where id = :id and state in ('BROUGHT', 'REFUSED') returning *""")
			.param("id", id)
			.param("at", Times.at(start.at()))
			.param("job", start.job())
			.param("definition", start.definition())
			.param("deadline", start.deadline(), Types.VARCHAR)
			.param("again", start.again())
			.param("sandbox", start.sandbox())
			.param("by", start.by().who())
			.param("through", start.by().through().name())
			.param("key", start.by().keyPrefix(), Types.VARCHAR)
			.param("address", start.by().address(), Types.VARCHAR)
			.query(KeptUploads::read)
			.optional();
	}

	/**
	 * Notes that the run of one is to go on; one that was cut off is still started.
	 * @return nothing when it has no run
	 */
	public Optional<Upload> goOn(long id, Instant now) {
		return this.jdbc.sql("""
				update upload set state = 'STARTED', message = null, changed_at = :now, again = false,
					begun_at = null
				where id = :id and run_id is not null and state in ('STARTED', 'STOPPED', 'FAILED', 'ENDED', 'REFUSED')
				returning *""").param("id", id).param("now", Times.at(now)).query(KeptUploads::read).optional();
	}

	/** Notes that the work on one begins, unless it has before; when it did. */
	public Instant begin(long id, Instant now) {
		return this.jdbc.sql("update upload set begun_at = coalesce(begun_at, ?) where id = ? returning begun_at")
			.params(Times.at(now), id)
			.query((results, _) -> Times.require(results, "begun_at"))
			.single();
	}

	/** Notes the number of the run; the sandbox's is another one. */
	public void began(long id, long run) {
		this.jdbc.sql("update upload set run_id = :run where id = :id").param("run", run).param("id", id).update();
	}

	/**
	 * Notes what became of one that was started. What has no run has nothing that could
	 * go on: it is refused, whatever the reason, and can be started again.
	 */
	public void settle(long id, UploadState state, @Nullable String message, Instant now) {
		this.jdbc
			.sql("update upload set state = case when run_id is null then 'REFUSED' else :state end,"
					+ " message = :message, changed_at = :now where id = :id and " + STARTED)
			.param("state", state.name())
			.param("message", Nul.replaced(message), Types.VARCHAR)
			.param("now", Times.at(now))
			.param("id", id)
			.update();
	}

	/**
	 * Forgets one with which nothing was done, and with which key a program has submitted
	 * it: the same may be submitted anew.
	 */
	@Transactional
	public boolean forget(long id) {
		boolean gone = this.jdbc.sql("delete from upload where id = ? and state in ('BROUGHT', 'REFUSED')")
			.param(id)
			.update() == 1;
		if (gone) {
			this.jdbc.sql("delete from submission where upload_id = ?").param(id).update();
		}
		return gone;
	}

	/** Who started which of these runs; those that nobody did are not in it. */
	public Map<Long, String> starters(Collection<Long> runs) {
		Map<Long, String> starters = new HashMap<>();
		this.jdbc.sql("select run_id, who from act where kind = ? and run_id = any(?) order by id desc")
			.params(ActKind.START.name(), runs.toArray(Long[]::new))
			.query((results) -> {
				starters.put(results.getLong("run_id"), results.getString("who"));
			});
		return starters;
	}

	private static Upload read(ResultSet results, int number) throws SQLException {
		long run = results.getLong("run_id");
		@Nullable Long runOrNull = results.wasNull() ? null : run;
		return new Upload(results.getLong("id"), results.getString("name"), Path.of(results.getString("path")),
				results.getLong("size"), results.getString("sha256"), results.getString("brought_by"),
				Times.require(results, "brought_at"), UploadState.valueOf(results.getString("state")),
				results.getString("message"), Times.require(results, "changed_at"), start(results), runOrNull);
	}

	private static Upload.@Nullable Start start(ResultSet results) throws SQLException {
		String job = results.getString("job");
		if (job == null) {
			return null;
		}
		Actor by = new Actor(results.getString("started_by"), Through.valueOf(results.getString("started_through")),
				results.getString("started_key"), results.getString("started_address"));
		return new Upload.Start(job, Objects.requireNonNull(results.getString("definition")),
				results.getString("deadline"), results.getBoolean("again"), results.getBoolean("sandbox"), by,
				Times.require(results, "started_at"));
	}

}
