-- Runs that a night lets go on by their number, from before they do until their end is told of. Whoever finds one
-- here has it told, whatever was killed meanwhile.
create table run_to_be_told (
    run_id bigint primary key references run
);

-- when all that had come in was taken: a night that is tried again takes nothing more, which is the next one's
alter table night add column taken_at timestamptz;
