-- What jobs do by themselves: since when a job is known to, what was done when, and by whom.

create table night_job (
	job text not null,
	-- a rehearsal is nobody's night
	sandbox boolean not null,
	-- what was due before is not missed
	known_since timestamptz not null,
	primary key (job, sandbox)
);

create table night (
	id bigint generated always as identity primary key,
	job text not null,
	sandbox boolean not null,
	due timestamptz not null,
	-- what else was due until then is made up for by this one
	began_at timestamptz not null,
	-- null while it is worked on, or when it was cut off
	ended_at timestamptz,
	-- the process that worked on it last
	node text not null,
	unique (job, sandbox, due),
	foreign key (job, sandbox) references night_job
);

-- ShedLock's own table: which process works on a job's inbox
create table shedlock (
	name text primary key,
	lock_until timestamp not null,
	locked_at timestamp not null,
	locked_by text not null
);
