-- A run goes on, and reports, by the definition with which it began; null in runs from before definitions were kept.
alter table run add column definition text;

-- How the file was read; null likewise
alter table run add column format text;

-- The payee file itself, deflated, where reports are made of it: the halves to be paid and not to be paid keep every byte
-- of its rows.
create table file_part (
	run_id bigint not null references run,
	number int not null,
	bytes bytea not null,
	primary key (run_id, number)
);

-- compressed already
alter table file_part alter column bytes set storage external;
