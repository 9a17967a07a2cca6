-- What people bring to be verified, and what became of it.

create table upload (
	id bigint generated always as identity primary key,
	-- as the person's machine has it, without its folder
	name text not null check (length(name) between 1 and 200),
	-- where it lies on the machine that took it
	path text not null,
	size bigint not null,
	sha256 char(64) not null,
	brought_by text not null check (length(brought_by) <= 100),
	brought_at timestamptz not null,
	-- STARTED until its run has ended: what a process that died has left in it is continued
	state text not null check (state in ('BROUGHT', 'STARTED', 'REFUSED', 'STOPPED', 'FAILED', 'ENDED')),
	-- why it stands so, if there is something to say
	message text,
	changed_at timestamptz not null,
	-- how it is verified, and who said so; null until somebody does
	job text,
	definition text,
	deadline text,
	again boolean,
	sandbox boolean,
	started_by text check (length(started_by) <= 100),
	started_through text check (started_through in ('CONSOLE', 'WEB', 'API')),
	started_key text,
	started_address text,
	started_at timestamptz,
	-- null until the run has a number
	run_id bigint,
	check (state = 'BROUGHT' or (job is not null and definition is not null and again is not null
		and sandbox is not null and started_by is not null and started_through is not null and started_at is not null))
);

create index upload_by_state on upload (state, id) where state in ('BROUGHT', 'STARTED');

create index upload_by_run on upload (run_id) where run_id is not null;

create index upload_by_person on upload (lower(brought_by collate "C"), id);

-- Which column of a file is which, as somebody said it for a file with the same header.
create table column_choice (
	-- of the header's cells
	header char(64) primary key,
	-- ours, in the order of the file's; empty where one is carried through
	columns text[] not null,
	chosen_by text not null check (length(chosen_by) <= 100),
	chosen_at timestamptz not null
);
