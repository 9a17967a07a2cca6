-- Runs that people have asked to go on and that have no upload here: whoever is killed before they have ended leaves
-- them to the next.
create table continuation (
    run_id bigint primary key references run,
    asked_at timestamptz not null,
    -- when the work began; null while it waits for its turn
    begun_at timestamptz,
    -- why it could not go on, a sentence; null while it is to
    why_not text check (length(why_not) between 1 and 4000)
);

-- when the work began that was asked for last; null while it waits for its turn. A deadline counts from then, however
-- often it is taken up
alter table upload add column begun_at timestamptz;
