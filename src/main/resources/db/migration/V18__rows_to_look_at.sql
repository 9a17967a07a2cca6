-- The rows of a run as persons look for them: by name, by reference, by the end of the account. Nothing of it is the
-- truth: it is taken from the rows when somebody first looks at a run, and can be taken again. What came of a row is not
-- in it, so that it is never out of date there.

create table listed_row (
	run_id bigint not null,
	number bigint not null,
	line bigint not null,
	-- null when the row was rejected
	verification_id bigint,
	-- without capitals and accents
	name_key text collate "C" not null,
	reference_key text collate "C" not null,
	-- at most four characters
	account_end text collate "C" not null,
	primary key (run_id, number)
);

create index listed_row_by_name on listed_row (run_id, name_key, number);

create index listed_row_by_reference on listed_row (run_id, reference_key, number);

create index listed_row_of on listed_row (run_id, verification_id);

-- The runs whose rows are all there.
create table listed_run (
	run_id bigint primary key,
	-- how many rows had fallen back by then: those ask something else since
	fallen_back bigint not null,
	listed_at timestamptz not null
);

-- Nothing is in it where no rule has a fall-back
create index payee_row_fallen_back on payee_row (run_id, number) where fell_back_from is not null;

-- What a person looks for among many that agree; nearly all do
create index verification_by_verdict on verification (run_id, verdict) where verdict <> 'MATCH';
