package dev.tickmark.ledger;

/** Which runs that are not complete something or somebody goes on with. */
public final class Unfinished {

	/**
	 * A condition on the table run: a person has stopped it, and none let it go on since.
	 */
	public static final String STOPPED_BY_PERSON = """
			(run.state = 'STOPPED' and exists (select 1 from act s where s.run_id = run.id and s.kind = 'STOP'
				and not exists (select 1 from act c where c.run_id = run.id and c.kind = 'CONTINUE' and c.id > s.id)))""";

	/**
	 * Another: it is not complete, it is the latest of its content, and no person has
	 * stopped it whom nobody let go on since.
	 */
	public static final String LIVE = """
			run.state <> 'COMPLETE'
			and not exists (select 1 from run n where n.sha256 = run.sha256 and n.job = run.job
				and n.sandbox = run.sandbox and n.id > run.id)
			and not\s""" + STOPPED_BY_PERSON;

	private Unfinished() {
	}

}
