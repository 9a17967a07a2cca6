-- A MATCH of another run may stand for the same question again, where the job says for how long.

-- since when an answer must have come to be reused by the run; null: none is
alter table run add column reuse_since timestamptz;

-- the verification, of another run, whose answer this one's is; null: it has its own. No foreign key: it would be looked
-- at for each of a million rows that reuse nothing, and nothing is deleted. The balance looks at those that do.
alter table verification add column reused_from bigint;
