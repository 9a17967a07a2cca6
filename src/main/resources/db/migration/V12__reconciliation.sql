-- Comparisons of the ledger with what others say: a provider's own record, its statement, a bank's report. What they
-- find stands beside the ledger's answers; nothing final is overwritten.

create table reconciliation (
	id bigint generated always as identity primary key,
	kind text not null check (kind in ('PROVIDERS', 'STATEMENT', 'BANK_REPORT')),
	-- what is compared, in one line: the same again continues what is unfinished
	subject text not null,
	sandbox boolean not null,
	run_id bigint,
	since timestamptz,
	provider text,
	period_from timestamptz,
	period_to timestamptz,
	file_name text,
	file_path text,
	sha256 char(64),
	file_size bigint,
	definition text,
	state text not null check (state in ('STARTED', 'STOPPED', 'FAILED', 'COMPLETE')),
	message text,
	reports text not null,
	pass int not null,
	term int not null,
	-- how many items there are to compare; null until they are all there
	items bigint,
	created_at timestamptz not null,
	changed_at timestamptz not null
);

create index reconciliation_by_subject on reconciliation (subject, id);

-- A verification to be read back at its provider, and what came of it.
create table read_back (
	reconciliation_id bigint not null references reconciliation,
	verification_id bigint not null,
	provider text not null,
	reference text not null,
	-- null until it is read
	result text check (result in ('AGREES', 'CHANGED', 'CONCLUDED', 'PENDING_THERE', 'UNKNOWN_THERE', 'NOT_READABLE')),
	-- the verdict here when it was read
	was text,
	-- what differs, in words
	difference text,
	-- what the provider says
	verdict text,
	account_state text,
	name_match text,
	account_type_match text,
	basis text,
	reason text,
	reason_code text,
	suggested_name text,
	read_at timestamptz,
	primary key (reconciliation_id, verification_id),
	check ((result is null) = (read_at is null))
);

create index read_back_open on read_back (reconciliation_id, provider, verification_id) where result is null;

create index read_back_of on read_back (verification_id, read_at);

-- The calls by which verifications were read back: evidence, only ever added, like those of the journal.
create table read_back_call (
	reconciliation_id bigint not null,
	verification_id bigint not null,
	number int not null,
	kind text not null,
	method text not null,
	path text not null,
	sent_at timestamptz not null,
	took_micros bigint not null,
	repeated boolean not null,
	sandbox boolean not null,
	status int,
	headers json,
	body text,
	cut boolean,
	maybe_sent boolean,
	problem text,
	primary key (reconciliation_id, verification_id, number),
	foreign key (reconciliation_id, verification_id) references read_back,
	check ((status is null) = (problem is not null))
);

create index read_back_call_of on read_back_call (verification_id);

create index read_back_call_by_time on read_back_call using brin (sent_at) with (autosummarize = on);

-- None of the following refers to another table: with a million lines, each reference would be looked up for each.

-- The lines of a provider's statement.
create table statement_line (
	reconciliation_id bigint not null,
	number bigint not null,
	line bigint not null,
	reference text,
	request_id text,
	charged_at timestamptz,
	-- the kind of call that it charges; null when the definition does not know its word
	kind text,
	kind_written text not null,
	result text,
	-- the verdicts that its result means, separated by spaces; null when it says none that is known
	meaning text,
	price numeric,
	currency text,
	account text,
	name text,
	in_period boolean not null,
	problem text,
	primary key (reconciliation_id, number)
);

-- The calls of the journal that the statement may charge, as they were when it was compared. Calls that repeat one
-- another under the same idempotency key are one charge.
create table statement_charge (
	reconciliation_id bigint not null,
	number bigint not null,
	verification_id bigint not null,
	run_id bigint not null,
	call_number int not null,
	kind text not null,
	sent_at timestamptz not null,
	-- answered with success: the provider did the work. Otherwise nobody here knows
	certain boolean not null,
	in_period boolean not null,
	reference text,
	request_id text,
	account text,
	name text,
	verdict text,
	primary key (reconciliation_id, number)
);

-- Which line charges which call, and by which rule that was found. Never one for two.
create table statement_match (
	reconciliation_id bigint not null,
	line_number bigint not null,
	charge_number bigint not null,
	rule text not null check (rule in ('REFERENCE', 'REFERENCE_WRITTEN_OTHERWISE', 'REQUEST_ID', 'PAYEE_AND_TIME')),
	primary key (reconciliation_id, line_number),
	unique (reconciliation_id, charge_number)
);

-- The payments of a bank's report.
create table bank_payment (
	reconciliation_id bigint not null,
	number bigint not null,
	line bigint not null,
	payment_information text,
	instruction_id text,
	end_to_end_id text,
	uetr text,
	account text,
	name text,
	amount numeric,
	currency text,
	code text,
	-- whether the code says what became of the verification
	decided boolean not null,
	suggested_name text,
	primary key (reconciliation_id, number)
);

-- The rows of a run as a bank knows them.
create table bank_row (
	reconciliation_id bigint not null,
	number bigint not null,
	line bigint not null,
	payment_information text,
	instruction_id text,
	end_to_end_id text,
	uetr text,
	account text,
	name text,
	amount numeric,
	-- what the run's own status report would say
	code text not null,
	primary key (reconciliation_id, number)
);

create table bank_match (
	reconciliation_id bigint not null,
	payment_number bigint not null,
	row_number bigint not null,
	rule text not null check (rule in ('UETR', 'END_TO_END_ID', 'INSTRUCTION_ID', 'ACCOUNT_AND_NAME')),
	primary key (reconciliation_id, payment_number),
	unique (reconciliation_id, row_number)
);
