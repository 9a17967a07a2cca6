-- Whom to ask about a row when the first provider is unable to check it for good; null when nobody
alter table payee_row add column fallback_provider text;
alter table payee_row add column fallback_question bytea;

-- The verification that was unable to check, of a row that has fallen back; its provider and question are then those of
-- the fall-back
alter table payee_row add column fell_back_from bigint;

-- Rows that may still fall back, by what was asked first; nothing in it where no rule has a fall-back
create index payee_row_falling_back on payee_row (run_id, question) where fallback_provider is not null;

-- Whether rows may fall back to it: of these there is one for each question
alter table verification add column fallback boolean not null default false;
create unique index verification_fallback on verification (run_id, provider, question) where fallback;

-- What came to nothing and still has rows: looked at again and again while others may fall back
alter table verification add column may_fall_back boolean not null default false;
create index verification_unable on verification (run_id, provider)
	where state = 'CONCLUDED' and verdict = 'UNABLE_TO_CHECK' and row_count > 0 and may_fall_back;

-- The first row of a question may be the first of another provider's
alter table verification drop constraint verification_run_id_first_row_key;
alter table verification add unique (run_id, first_row, provider);
