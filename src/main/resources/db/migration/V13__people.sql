-- Who may do what, and what they did.

create table person (
	id bigint generated always as identity primary key,
	-- written in ASCII, so that no two names look the same and are not
	login text not null check (login ~ '^[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}$'),
	full_name text not null check (length(full_name) <= 200),
	-- of bcrypt; null for who signs in elsewhere only (OIDC)
	password_hash text,
	password_changed_at timestamptz,
	roles text[] not null check (cardinality(roles) > 0
		and roles <@ array['VIEWER', 'UPLOADER', 'RELEASER', 'ADMINISTRATOR', 'AUDITOR']),
	added_at timestamptz not null,
	-- the login name, or the operating system's at the console
	added_by text not null,
	-- null while the person may sign in; nobody is ever removed, so that a name in the audit table stays one person's
	disabled_at timestamptz,
	check ((password_hash is null) = (password_changed_at is null))
);

create unique index person_by_login on person (lower(login collate "C"));

create table api_key (
	id bigint generated always as identity primary key,
	-- it can never do more than its owner
	owner_id bigint not null references person,
	name text not null check (length(name) between 1 and 100),
	-- the part of the key that may be shown
	prefix text not null unique check (prefix ~ '^[a-z0-9]{8}$'),
	-- of the secret, which is 256 random bits and stored nowhere
	sha256 char(64) not null,
	scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['READ', 'SUBMIT', 'RELEASE']),
	created_at timestamptz not null,
	expires_at timestamptz not null,
	revoked_at timestamptz,
	-- to the minute
	last_used_at timestamptz
);

create index api_key_of on api_key (owner_id);

-- The audit table: what persons did. It refers to no other table, so that it outlives what it tells of. Which kinds of
-- acts there are is the program's to say.
create table act (
	id bigint generated always as identity primary key,
	at timestamptz not null,
	-- the login name as it was, or the operating system's at the console
	who text not null check (length(who) <= 100),
	through text not null check (through in ('CONSOLE', 'WEB', 'API')),
	key_prefix text,
	address text check (length(address) <= 100),
	kind text not null check (length(kind) <= 40),
	run_id bigint,
	subject text check (length(subject) <= 400),
	comment text check (length(comment) <= 2000),
	check ((through = 'API') = (key_prefix is not null))
);

create index act_by_run on act (run_id, id) where run_id is not null;

create index act_by_person on act (lower(who collate "C"), id);

create function act_only_grows() returns trigger language plpgsql as $$
begin
	raise exception 'The audit table only grows: what is in it is neither changed nor removed, by anybody.'
		using errcode = 'insufficient_privilege';
end
$$;

create trigger act_only_grows before update or delete or truncate on act
	for each statement execute function act_only_grows();

-- also where a session has switched the usual triggers off
alter table act enable always trigger act_only_grows;

-- Attempts to sign in that did not succeed, for a day: of a name and of an address, as hashes, since who is in a hurry
-- types a password where the name belongs.
create table sign_in_failure (
	id bigint generated always as identity primary key,
	key char(64) not null,
	at timestamptz not null
);

create index sign_in_failure_by_key on sign_in_failure (key, at);

create index sign_in_failure_by_time on sign_in_failure (at);
