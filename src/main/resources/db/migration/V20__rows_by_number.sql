-- Several rows can begin on one line: a payment file may be a single one. So what was accepted is known by the row as well.
alter table remembered_match add column row_number bigint;

-- Where several rows began on a line, none could be accepted
update remembered_match m set row_number = coalesce((
	select min(r.number) from payee_row r
	where r.run_id = m.run_id and r.line = m.line and r.provider = m.provider and r.question = m.question), 0);

alter table remembered_match alter column row_number set not null;
