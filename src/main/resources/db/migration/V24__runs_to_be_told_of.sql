-- Runs that a night lets go on by their number, from before they do until their end is told of. Whoever finds one
-- here has it told, whatever was killed meanwhile.
create table run_to_be_told (
    run_id bigint primary key references run
);
