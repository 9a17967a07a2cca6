-- What made the intake of a million rows slow, and what does the same for less.

-- Each row was looked up in its run, one by one. All rows of a run come in one transaction, which also writes their
-- number into the run: it fails when there is no such run.
alter table payee_row drop constraint payee_row_run_id_fkey;
alter table verification drop constraint verification_run_id_fkey;

-- Hashes come in no order, so that keeping them in one touched a page for each. Questions are made unique by the one
-- statement that stores them, which cannot run twice for the same rows; the balance counts them as well. First rows come
-- in order.
alter table verification drop constraint verification_run_id_provider_question_key;
alter table verification add unique (run_id, first_row);

-- Only those that have a reference are looked up by it...
drop index verification_by_reference;
create index verification_by_reference on verification (provider, provider_reference)
	where provider_reference is not null;

-- ... and of the others those that were asked and may have an answer
create index verification_without_reference on verification (provider)
	where provider_reference is null and state <> 'CONCLUDED' and (asking_call is not null or attempts > 0);
