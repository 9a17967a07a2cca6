-- What is told, and to whom: written when it has happened, and delivered until somebody has taken it.

create table notice (
	-- the receiver may know by it that it had this one already
	id uuid primary key,
	-- what it tells of, so that nothing is told twice
	occasion text not null unique,
	job text not null,
	sandbox boolean not null,
	kind text not null,
	run_id bigint references run,
	created_at timestamptz not null,
	-- as it is delivered, every time the same
	subject text not null,
	plain text not null,
	html text not null,
	json text not null
);

create index notice_of_run on notice (run_id);

create table notice_delivery (
	id bigint generated always as identity primary key,
	notice_id uuid not null references notice on delete cascade,
	way text not null check (way in ('MAIL', 'WEBHOOK')),
	target text not null,
	attempts int not null default 0,
	-- null when it is delivered or given up; while a process is at it, when another one may take it over
	next_attempt_at timestamptz,
	delivered_at timestamptz,
	-- of the latest attempt that came to nothing
	last_error text,
	unique (notice_id, way, target),
	check (delivered_at is null or next_attempt_at is null)
);

create index notice_delivery_due on notice_delivery (way, next_attempt_at) where next_attempt_at is not null;

-- What a night continues of earlier ones
create index run_unfinished on run (job, sandbox, id) where state <> 'COMPLETE';
