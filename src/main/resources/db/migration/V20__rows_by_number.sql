-- Several rows can begin on one line: a payment file may be a single one. So what was accepted is known by the row as well.
alter table remembered_match add column row_number bigint not null default 0;

-- Where several rows began on a line, none could be accepted
update remembered_match m set row_number = f.number
from (select a.id, min(r.number) as number from remembered_match a
	join payee_row r on r.run_id = a.run_id and r.line = a.line and r.provider = a.provider and r.question = a.question
	group by a.id) f
where f.id = m.id;

alter table remembered_match alter column row_number drop default;
