-- How many rows ask the question, so that a run's open rows are counted from its open verifications alone: there
-- may be few of them among very many rows, in very many runs.
alter table verification
	add column row_count int not null default 1;

update verification v set row_count = r.rows
from (
	select run_id, provider, question, count(*) as rows from payee_row where problem is null
	group by run_id, provider, question having count(*) > 1) r
where v.run_id = r.run_id and v.provider = r.provider and v.question = r.question;
