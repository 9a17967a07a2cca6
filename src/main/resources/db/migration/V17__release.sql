-- What can be paid waits for a second person where the job says so, and close matches that persons have accepted.

-- The payable half of a run as its latest report found it: what there is to be released
create table payable_half (
	run_id bigint primary key references run,
	pass int not null,
	-- of its rows, in order: a release holds for these
	sha256 char(64) not null,
	row_count bigint not null,
	-- of them close matches that a person has accepted
	accepted bigint not null,
	-- sums of the amounts that the file tells, by currency
	currencies text[] not null,
	amounts numeric[] not null,
	unreadable bigint not null,
	found_at timestamptz not null,
	check (cardinality(currencies) = cardinality(amounts))
);

create table payable_decision (
	id bigint generated always as identity primary key,
	run_id bigint not null references run,
	pass int not null,
	sha256 char(64) not null,
	row_count bigint not null,
	decision text not null check (decision in ('RELEASED', 'REFUSED')),
	decided_by text not null check (length(decided_by) <= 100),
	decided_at timestamptz not null,
	comment text check (length(comment) between 1 and 2000),
	check (decision = 'RELEASED' or comment is not null)
);

create index payable_decision_of on payable_decision (run_id, id);

-- of two who release at the same moment, one does
create unique index payable_released_once on payable_decision (run_id, sha256) where decision = 'RELEASED';

-- A close match that a person has accepted: the same answer to the same question counts as payable for a time. Payee and
-- answer stand here as hashes; who they are is known by the row it was accepted for.
create table remembered_match (
	id bigint generated always as identity primary key,
	provider text not null,
	-- of the payee with the account, as the provider is asked
	question bytea not null,
	-- of everything that the provider said
	answer bytea not null,
	-- never for anything else: whatever the program does
	verdict text not null check (verdict = 'CLOSE_MATCH'),
	-- a rehearsal's counts in rehearsals
	sandbox boolean not null,
	run_id bigint not null references run,
	line bigint not null,
	accepted_by text not null check (length(accepted_by) <= 100),
	accepted_at timestamptz not null,
	expires_at timestamptz not null,
	comment text not null check (length(comment) between 1 and 2000),
	-- null while it holds or has expired by itself
	ended_at timestamptz,
	-- null when it has expired
	ended_by text check (length(ended_by) <= 100),
	ended_comment text check (length(ended_comment) <= 2000),
	check (expires_at > accepted_at and expires_at <= accepted_at + interval '731 days'),
	check (ended_by is null or ended_at is not null)
);

create unique index remembered_match_in_force on remembered_match (provider, question, answer, sandbox)
	where ended_at is null;

create index remembered_match_of on remembered_match (run_id);

-- The accepted close match by which a verification's answer counts as payable, as it was when the answer came: a run's
-- payable half stays the same when the acceptance ends later. Null for all others.
alter table verification add column remembered_match bigint;

-- nothing has it yet, so there is nothing to be looked through
alter table verification add constraint only_close_matches_are_accepted
	check (remembered_match is null or (verdict = 'CLOSE_MATCH' and state = 'CONCLUDED')) not valid;

create index verification_accepted on verification (run_id) where remembered_match is not null;
