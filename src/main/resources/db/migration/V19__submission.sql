-- What programs have submitted, by the key that each of them gives a submission of its own: the same key again, be it after a
-- broken connection or in two threads, is the same submission and no other.
create table submission (
	owner text not null,
	idempotency_key text not null,
	-- null until the file is taken; whoever comes then waits for who came first
	upload_id bigint,
	begun_at timestamptz not null,
	primary key (owner, idempotency_key)
);
