-- Files that were brought are removed, by persons as well, and refused submissions at once.

create index submission_by_upload on submission (upload_id) where upload_id is not null;

-- who has brought a content is known by the act, whose comment ends with its SHA-256, when the upload is gone
create index act_of_content on act (right(comment, 64)) where kind = 'UPLOAD';

-- failed or stopped before they had a run: nothing could go on, and nothing could be started again
update upload set state = 'REFUSED' where state in ('FAILED', 'STOPPED') and run_id is null;

-- when the file was removed of one whose rows are all in the ledger; null while it is kept
alter table upload add column file_removed_at timestamptz;

create index upload_with_file on upload (changed_at) where file_removed_at is null and state in ('STOPPED', 'FAILED', 'ENDED');

-- a choice that is used again stays that of who has made it, and is not forgotten
alter table column_choice add column used_at timestamptz;
update column_choice set used_at = chosen_at;
alter table column_choice alter column used_at set not null;
