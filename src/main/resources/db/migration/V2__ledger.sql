-- The ledger. Rows of a run and its verifications hold the truth about progress; calls are evidence, only ever added.

create table run (
	id bigint generated always as identity primary key,
	-- idempotency keys derive from it, so it must be unique beyond this database
	identity uuid not null unique,
	file_name text not null,
	file_path text not null,
	sha256 char(64) not null,
	file_size bigint not null,
	job text not null,
	sandbox boolean not null,
	header json not null,
	state text not null check (state in ('STARTED', 'STOPPED', 'FAILED', 'OPEN', 'COMPLETE')),
	message text,
	reports text not null,
	-- counts the passes: a pass that ended with open rows is followed by another, in the same run
	pass int not null,
	-- what intake counted in the file; null until intake is complete
	row_count bigint,
	line_total numeric,
	character_total numeric,
	created_at timestamptz not null,
	changed_at timestamptz not null
);

create index run_by_content on run (sha256, job, sandbox, id);

create table pass (
	run_id bigint not null references run,
	number int not null,
	started_at timestamptz not null,
	-- null while it goes on, and for ever when its process was killed
	ended_at timestamptz,
	-- how long nobody was at work on it, between a stop or a kill and its continuation
	idle_micros bigint not null default 0,
	primary key (run_id, number)
);

create table pass_lane (
	run_id bigint not null,
	pass int not null,
	provider text not null,
	-- the least time between two calls that the lane's limits allow
	period_nanos bigint not null,
	primary key (run_id, pass, provider),
	foreign key (run_id, pass) references pass (run_id, number)
);

create table payee_row (
	run_id bigint not null references run,
	number bigint not null,
	line bigint not null,
	fields json not null,
	provider text,
	question bytea,
	payee json,
	problem_column text,
	problem text,
	primary key (run_id, number),
	check ((problem is null) = (question is not null and provider is not null and payee is not null))
);

create table verification (
	id bigint generated always as identity primary key,
	run_id bigint not null references run,
	provider text not null,
	question bytea not null,
	-- the first row that asks the question: it has the payee
	first_row bigint not null,
	state text not null
		check (state in ('READY', 'ASKING', 'CONCLUDED', 'WAITING', 'RETRY', 'ACTION_REQUIRED', 'HELD')),
	-- the number of the call in flight, set before its first byte is sent
	asking_call int,
	next_attempt_at timestamptz,
	deadline timestamptz,
	-- how often it was asked, polls included; how many of these failed in a row
	attempts int not null default 0,
	failures int not null default 0,
	provider_reference text,
	verdict text,
	account_state text,
	name_match text,
	account_type_match text,
	basis text,
	reason text,
	reason_code text,
	suggested_name text,
	checked_at timestamptz,
	unique (run_id, provider, question),
	check (state <> 'CONCLUDED' or (verdict is not null and checked_at is not null))
);

create index verification_open on verification (run_id, provider, id) where state <> 'CONCLUDED';

create index verification_due on verification (run_id, provider, next_attempt_at, id)
	where state in ('WAITING', 'RETRY', 'ACTION_REQUIRED');

create table call (
	verification_id bigint not null references verification,
	number int not null,
	kind text not null,
	method text not null,
	path text not null,
	sent_at timestamptz not null,
	took_micros bigint not null,
	-- asked again what may have been asked, and charged, already
	repeated boolean not null,
	sandbox boolean not null,
	status int,
	headers json,
	body text,
	cut boolean,
	maybe_sent boolean,
	problem text,
	primary key (verification_id, number),
	check ((status is null) = (problem is not null))
);
